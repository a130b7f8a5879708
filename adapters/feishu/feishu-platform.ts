import { callPaces } from '#adapters/shared/call-pace.ts';
import { tryPermission } from '#adapters/shared/permission-check.ts';
import type { Platform } from '#core/ports/platform.ts';
import { type FeishuOptions, feishuClient } from './client.ts';
import { callLimits } from './constants.ts';
import { feishuDirectory } from './directory.ts';
import { receiveFeishu } from './events.ts';
import { feishuIdentity } from './identity.ts';
import { feishuInClient, feishuPages } from './in-client.ts';
import { manifest, permissions } from './manifest.ts';
import { feishuMessages } from './messages.ts';

/** Feishu (飞书) as an office platform, for self-built apps. */
export function feishuPlatform(options: FeishuOptions): Platform {
  const paces = callPaces(callLimits);
  const pause = options.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  return {
    manifest,
    marketplace: null,
    clientPages: feishuPages,
    connect(installation, { tokens, clock }) {
      const client = feishuClient(options, installation, tokens, paces.of(installation.id, clock, pause));
      const directory = feishuDirectory(client);
      return {
        directory,
        approvals: null,
        calendar: null,
        messages: feishuMessages(client, () => clock.now().getTime()),
        admins: null,
        identity: feishuIdentity(client, installation),
        client: feishuInClient(client, installation, { tokens, now: clock.now }),
        receive: async (request) =>
          receiveFeishu(installation, request, Math.floor(clock.now().getTime() / 1000)),
        check: async () => [
          await tryPermission(permissions.departments, () => directory.departments(null)),
          await tryPermission(permissions.people, async () => {
            const { items } = await directory.departments(null);
            if (items[0]) await directory.people(items[0].id, null);
          }),
        ],
      };
    },
  };
}
