import { callPaces, countedPace } from '#adapters/shared/call-pace.ts';
import { askForNothing, tryPermission } from '#adapters/shared/permission-check.ts';
import type { Platform } from '#core/ports/platform.ts';
import { feishuAdmins, isAppAdmin } from './admins.ts';
import { feishuApprovals } from './approvals.ts';
import { feishuCalendar } from './calendar.ts';
import { type FeishuOptions, feishuClient } from './client.ts';
import { callLimits, freeEdition, isReadingCall } from './constants.ts';
import { feishuDirectory } from './directory.ts';
import { receiveFeishu } from './events.ts';
import { feishuIdentity } from './identity.ts';
import { feishuInClient, feishuPages } from './in-client.ts';
import { manifest, permissions } from './manifest.ts';
import { feishuMarketplace, openedGrant } from './marketplace.ts';
import { feishuMessages } from './messages.ts';
import { feishuTodos } from './todos.ts';

/** Feishu (飞书) as an office platform, for self-built apps and for companies of its app store. */
export function feishuPlatform(options: FeishuOptions): Platform {
  const paces = callPaces(callLimits);
  const pause = options.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  return {
    manifest,
    quota: freeEdition,
    marketplace: options.store ? feishuMarketplace(options, options.store) : null,
    clientPages: feishuPages,
    connect(given, { tokens, clock, provider, spend }) {
      const byGrant = openedGrant(options, given, provider);
      const installation = byGrant?.installation ?? given;
      const pace = countedPace(paces.of(installation.id, clock, pause), spend, isReadingCall);
      const client = feishuClient(options, installation, tokens, pace, byGrant?.token);
      const directory = feishuDirectory(client);
      const nowSeconds = () => Math.floor(clock.now().getTime() / 1000);
      const connectionParts = { ...options, nowSeconds };
      return {
        directory,
        ...(options.longConnection && !byGrant
          ? { stream: options.longConnection(connectionParts, installation) }
          : {}),
        approvals: feishuApprovals(client),
        ...(options.todos ? { todos: feishuTodos(client) } : {}),
        calendar: feishuCalendar(client),
        messages: feishuMessages(client, () => clock.now().getTime()),
        admins: feishuAdmins(client),
        identity: feishuIdentity(client, installation),
        client: feishuInClient(client, installation, { tokens, now: clock.now }),
        receive: async (request) => receiveFeishu(installation, request, nowSeconds()),
        check: async () => [
          await tryPermission(permissions.departments, () => directory.departments(null)),
          await tryPermission(permissions.people, async () => {
            const { items } = await directory.departments(null);
            if (items[0]) await directory.people(items[0].id, null);
          }),
          await tryPermission(permissions.calendar, () =>
            client.write('POST', '/calendar/v4/calendars/primary', {}, true),
          ),
          await tryPermission(permissions.approvals, () =>
            askForNothing(() => client.get('/approval/v4/approvals/jinji-permission-check')),
          ),
          await tryPermission(permissions.admins, () =>
            askForNothing(() => isAppAdmin(client, 'ou_jinji-permission-check')),
          ),
        ],
      };
    },
  };
}
