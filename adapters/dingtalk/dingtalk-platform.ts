import { callPaces } from '#adapters/shared/call-pace.ts';
import { tryPermission } from '#adapters/shared/permission-check.ts';
import type { Platform } from '#core/ports/platform.ts';
import { type DingtalkOptions, dingtalkClient } from './client.ts';
import { callLimits } from './constants.ts';
import { dingtalkDirectory } from './directory.ts';
import { receiveDingtalk } from './events.ts';
import { dingtalkIdentity } from './identity.ts';
import { dingtalkInClient, dingtalkPages } from './in-client.ts';
import { manifest, permissions } from './manifest.ts';

/** DingTalk (钉钉) as an office platform, for internal apps. */
export function dingtalkPlatform(options: DingtalkOptions): Platform {
  const paces = callPaces(callLimits);
  const pause = options.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  return {
    manifest,
    clientPages: dingtalkPages,
    connect(installation, { tokens, clock }) {
      const client = dingtalkClient(options, installation, tokens, paces.of(installation.id, clock, pause));
      const directory = dingtalkDirectory(client);
      return {
        directory,
        calendar: null,
        approvals: null,
        messages: null,
        identity: dingtalkIdentity(client, installation),
        client: dingtalkInClient(client, installation, { tokens, now: clock.now }),
        receive: async (request) => {
          const random = crypto.getRandomValues(new Uint8Array(16));
          return receiveDingtalk(installation, request, clock.now().getTime(), random);
        },
        check: async () => [
          await tryPermission(permissions.departments, () => client.oapiGet('auth/scopes')),
          await tryPermission(permissions.people, async () => {
            const { items } = await directory.departments(null);
            if (items[0]) await directory.people(items[0].id, null);
          }),
        ],
      };
    },
  };
}
