import { type AnyRoute, route } from '../route.ts';
import { InstallationView } from '../schemas/settings.ts';
import { isSecure } from '../session-cookie.ts';

const tag = 'Settings';

/** What this installation is and can do. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/installation',
    permission: 'job.read',
    tag,
    summary: 'Which scorer judges and whether speech becomes words',
    response: InstallationView,
    handle: async ({ services: { scorer, transcriber, publicUrl } }) => ({
      scorer: {
        kind: scorer.identity.kind,
        version: scorer.identity.version,
        model: scorer.identity.model ?? null,
        regions: [...(scorer.remote?.regions ?? [])],
      },
      transcriber: transcriber === null ? null : { version: transcriber.version },
      publicUrl,
      secure: isSecure(publicUrl),
    }),
  }),
];
