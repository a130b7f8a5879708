import {
  type AccountStanding,
  accountStanding,
  linkAccount,
  startLinking,
  unlinkAccount,
} from '#core/platform/link-account.ts';
import type { Services } from '#core/ports/services.ts';
import { accountProof, beginOfficeSignIn, dropAccountProof } from '../office-sign-in.ts';
import { type AnyRoute, route, type StaffSession } from '../route.ts';
import { OfficeAccountView, SignInAddressView } from '../schemas/office-account.ts';

const tag = 'Office platforms';

const linking = ({ person, tokenHash }: StaffSession) => ({ personId: person.id, tokenHash });

function accountView(
  services: Services,
  { installation, account, accountName, waiting }: AccountStanding,
): OfficeAccountView {
  const known = services.platforms.find(({ manifest }) => manifest.id === installation?.platform);
  return {
    platform: known
      ? {
          name: known.manifest.name,
          open: installation?.state === 'active' || installation?.state === 'scope_changed',
        }
      : null,
    account: account && { id: account.id, name: accountName, since: account.createdAt },
    waiting,
  };
}

/** Whose account on the office platform opens Jinji as whom: only ever by the person's own act. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/session/office-account',
    permission: 'signed_in',
    tag,
    summary: 'The office account of the signed-in person, and one that waits for their yes',
    response: OfficeAccountView,
    handle: async ({ services, tenant, session, http }) =>
      accountView(
        services,
        await accountStanding(tenant, linking(session), accountProof(http, services.publicUrl)),
      ),
  }),
  route({
    method: 'post',
    path: '/api/v1/session/office-account/start',
    permission: 'signed_in',
    tag,
    summary: 'Begin to connect the own office account: the address to go to for signing in there',
    response: SignInAddressView,
    // The answer belongs to the cookie that comes with it.
    naturallyIdempotent: true,
    async handle({ services, tenant, session, http }) {
      const userAgent = http.req.header('user-agent') ?? '';
      const started = await startLinking(tenant, linking(session), userAgent);
      beginOfficeSignIn(http, services.publicUrl, started);
      return { address: started.address };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/session/office-account',
    permission: 'signed_in',
    tag,
    summary: 'Connect the office account that signed in just now in this session',
    response: 'none',
    naturallyIdempotent: true,
    async handle({ services, tenant, session, http }) {
      await linkAccount(tenant, linking(session), accountProof(http, services.publicUrl));
      dropAccountProof(http, services.publicUrl);
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/session/office-account/waiting',
    permission: 'signed_in',
    tag,
    summary: 'Say no to the office account that waits',
    response: 'none',
    async handle({ services, http }) {
      dropAccountProof(http, services.publicUrl);
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/session/office-account',
    permission: 'signed_in',
    tag,
    summary: 'Disconnect the own office account; other sessions end',
    response: 'none',
    handle: ({ tenant, session }) => unlinkAccount(tenant, session.person.id, linking(session)),
  }),
  route({
    method: 'delete',
    path: '/api/v1/people/:personId/office-account',
    permission: 'staff.manage',
    tag: 'People',
    summary: "Disconnect a person's office account and end their sessions",
    response: 'none',
    handle: ({ tenant, session, params }) => unlinkAccount(tenant, params.personId ?? '', linking(session)),
  }),
];
