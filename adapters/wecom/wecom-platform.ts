import { callPaces } from '#adapters/shared/call-pace.ts';
import { tryPermission } from '#adapters/shared/permission-check.ts';
import type { Platform } from '#core/ports/platform.ts';
import { readApprovals, wecomApprovals } from './approvals.ts';
import { ownCalendar, wecomCalendar } from './calendar.ts';
import { type WecomOptions, wecomClient } from './client.ts';
import { callLimits } from './constants.ts';
import { wecomDirectory } from './directory.ts';
import { receiveWecom } from './events.ts';
import { wecomIdentity } from './identity.ts';
import { wecomInClient, wecomPages } from './in-client.ts';
import { manifest, permissions } from './manifest.ts';
import { openedGrant, wecomMarketplace } from './marketplace.ts';
import { wecomMessages } from './messages.ts';

/** WeCom (企业微信) as an office platform, for self-built apps and for companies of its app directory. */
export function wecomPlatform(options: WecomOptions): Platform {
  const paces = callPaces(callLimits);
  const pause = options.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  return {
    manifest,
    marketplace: options.suite ? wecomMarketplace(options, options.suite) : null,
    clientPages: wecomPages,
    connect(installation, { tokens, clock, provider }) {
      const byGrant = openedGrant(options, installation, provider);
      const pace = paces.of(installation.id, clock, pause);
      const client = wecomClient(options, installation, tokens, pace, byGrant?.token);
      const { agentId = '' } = installation.settings;
      const directory = wecomDirectory(client, agentId);
      const identity = byGrant?.identity ?? wecomIdentity(client, installation);
      return {
        directory,
        approvals: wecomApprovals(client),
        calendar: wecomCalendar(client, byGrant ? ownCalendar(client, tokens) : null),
        messages: wecomMessages(client, installation, () => clock.now().getTime()),
        admins: byGrant?.admins ?? null,
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
          await tryPermission(permissions.approvals, () => readApprovals(client, clock.now().getTime())),
        ],
      };
    },
  };
}
