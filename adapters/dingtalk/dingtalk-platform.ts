import { callPaces, countedPace } from '#adapters/shared/call-pace.ts';
import type { Platform } from '#core/ports/platform.ts';
import { dingtalkAdmins } from './admins.ts';
import { dingtalkApprovals } from './approvals.ts';
import { dingtalkCalendar } from './calendar.ts';
import { isCardPress, receiveCardPress } from './card-events.ts';
import { type DingtalkOptions, dingtalkClient } from './client.ts';
import { callLimits, freeEdition, isFreeCall } from './constants.ts';
import { dingtalkDirectory } from './directory.ts';
import { receiveDingtalk } from './events.ts';
import { dingtalkIdentity } from './identity.ts';
import { dingtalkInClient, dingtalkPages } from './in-client.ts';
import { manifest } from './manifest.ts';
import { dingtalkMarketplace, openedGrant } from './marketplace.ts';
import { dingtalkMessages } from './messages.ts';
import { dingtalkChecks } from './permission-checks.ts';
import { dingtalkStream } from './stream.ts';
import { templateNotices } from './template-notices.ts';
import { dingtalkTodos } from './todos.ts';

/** DingTalk (钉钉) as an office platform, for internal apps and for companies of its app market. */
export function dingtalkPlatform(options: DingtalkOptions): Platform {
  const paces = callPaces(callLimits);
  const pause = options.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  return {
    manifest,
    quota: freeEdition,
    marketplace: options.suite ? dingtalkMarketplace(options, options.suite) : null,
    clientPages: dingtalkPages,
    connect(given, { tokens, clock, provider, reach, spend }) {
      const { openSocket } = options;
      const byGrant = openedGrant(options, given, provider);
      const installation = byGrant?.installation ?? given;
      const pace = countedPace(paces.of(installation.id, clock, pause), spend, isFreeCall);
      const client = dingtalkClient(options, installation, tokens, pace, byGrant?.token);
      const directory = dingtalkDirectory(client);
      const { agentId = '' } = installation.settings;
      const calendar = dingtalkCalendar(client);
      const approvals = dingtalkApprovals(client, agentId, byGrant === null);
      return {
        directory,
        ...(openSocket && !byGrant
          ? { stream: dingtalkStream({ ...options, openSocket }, installation) }
          : {}),
        approvals,
        ...(options.todos
          ? { todos: dingtalkTodos({ client, approvals, now: () => clock.now().getTime() }) }
          : {}),
        calendar,
        messages: byGrant
          ? templateNotices(client, agentId, options.suite?.messageTemplateId ?? null)
          : dingtalkMessages({
              client,
              installation,
              tokens,
              reach: reach ?? null,
              nowMs: () => clock.now().getTime(),
            }),
        admins: byGrant?.admins ?? dingtalkAdmins(client),
        identity: dingtalkIdentity(client, installation),
        client: dingtalkInClient(client, installation, { tokens, now: clock.now }),
        receive: async (request) => {
          const nowMs = clock.now().getTime();
          if (isCardPress(request)) return receiveCardPress(installation, request, nowMs);
          const random = crypto.getRandomValues(new Uint8Array(16));
          return receiveDingtalk(installation, request, nowMs, random);
        },
        check: () => dingtalkChecks({ client, directory, calendar, agentId, now: clock.now }),
      };
    },
  };
}
