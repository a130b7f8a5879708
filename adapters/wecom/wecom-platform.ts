import { callPaces } from '#adapters/shared/call-pace.ts';
import { tryPermission } from '#adapters/shared/permission-check.ts';
import type { Platform } from '#core/ports/platform.ts';
import { type WecomOptions, wecomClient } from './client.ts';
import { callLimits } from './constants.ts';
import { wecomDirectory } from './directory.ts';
import { receiveWecom } from './events.ts';
import { wecomIdentity } from './identity.ts';
import { wecomInClient, wecomPages } from './in-client.ts';
import { manifest, permissions } from './manifest.ts';

/** WeCom (企业微信) as an office platform, for self-built apps. */
export function wecomPlatform(options: WecomOptions): Platform {
  const paces = callPaces(callLimits);
  const pause = options.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  return {
    manifest,
    clientPages: wecomPages,
    connect(installation, { tokens, clock }) {
      const client = wecomClient(options, installation, tokens, paces.of(installation.id, clock, pause));
      const { agentId = '' } = installation.settings;
      const directory = wecomDirectory(client, agentId);
      const identity = wecomIdentity(client, installation);
      return {
        directory,
        calendar: null,
        approvals: null,
        messages: null,
        identity,
        client: wecomInClient(client, installation, { tokens, now: clock.now, identity }),
        receive: async (request) =>
          receiveWecom(installation, request, Math.floor(clock.now().getTime() / 1000)),
        check: async () => [
          await tryPermission(permissions.range, async () => {
            const { items } = await directory.departments(null);
            if (items[0]) await directory.people(items[0].id, null);
          }),
          await tryPermission(permissions.app, () => client.get('agent/get', { agentid: agentId })),
        ],
      };
    },
  };
}
