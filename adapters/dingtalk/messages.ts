import { shortened } from '#adapters/shared/card-words.ts';
import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformInstallation, PlatformReach, PlatformTokens } from '#core/ports/platform.ts';
import type { Card, PlatformMessages } from '#core/ports/platform-messages.ts';
import type { DingtalkClient } from './client.ts';
import { platformId } from './constants.ts';
import { interactiveCards } from './interactive-cards.ts';
import { noticeOutcome } from './notice-result.ts';

/** The whole notice: more is refused. */
const largestBytes = 2048;
const mostLines = 6;
const statusBarMs = 7 * 86_400_000;
/** The day of the platform's rule "the same words once a day and person". */
const chinaMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const dayOf = (ms: number): number => Math.floor((ms + chinaMs) / dayMs);

const settled = '0xFF8F959E';

function noticeBody(card: Card, textLength: number) {
  return {
    msgtype: 'oa',
    oa: {
      message_url: card.url,
      pc_message_url: card.url,
      head: { bgcolor: 'FF2F5FD0', text: card.lang === 'zh' ? '进击' : 'Jinji' },
      body: {
        title: shortened(card.title, 50),
        form: card.lines.slice(0, mostLines).map(({ label, text }) => ({
          key: `${shortened(label, 16)}${card.lang === 'zh' ? '：' : ': '}`,
          value: shortened(text, textLength),
        })),
      },
    },
  };
}

/** The OA notice, its texts shortened until it fits. https://open.dingtalk.com/document/orgapp/message-types-and-data-format (read 2026-08) */
export function oaNotice(card: Card) {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
  const fitting = [100, 60, 30, 10]
    .map((length) => noticeBody(card, length))
    .find((one) => bytes(one) <= largestBytes);
  return fitting ?? noticeBody({ ...card, lines: [] }, 0);
}

interface Parts {
  readonly client: DingtalkClient;
  readonly installation: PlatformInstallation;
  readonly tokens: PlatformTokens;
  readonly nowMs: () => number;
  /** Null in a trial of settings, which sends nothing. */
  readonly reach: (() => Promise<PlatformReach>) | null;
}

/**
 * Cards of the company's template where it named one, with buttons that answer; else work notices. The platform drops the same words to a person within a day, which makes a lost answer harmless; that it drops them, too,
 * over its limits is only told by the result. A notice leads to its page; it has no buttons that answer.
 * https://open.dingtalk.com/document/orgapp/asynchronous-sending-of-enterprise-session-messages (read 2026-08)
 */
export function dingtalkMessages({ client, installation, tokens, nowMs, reach }: Parts): PlatformMessages {
  const { agentId = '', cardTemplateId: templateId = '' } = installation.settings;
  const cards = reach ? interactiveCards({ client, installation, tokens, templateId, reach }) : null;
  const call = (path: string, body: Readonly<Record<string, unknown>>) => {
    if (agentId === '') {
      const details = {
        platform: platformId,
        platformCode: 'agent_id',
        field: 'AgentId',
        problem: '发送工作通知需要 AgentId / work notices need it',
      };
      throw new AppError('PLATFORM_SETTINGS', { details });
    }
    return client.oapiFlat(`topapi/message/corpconversation/${path}`, { agent_id: Number(agentId), ...body });
  };
  return {
    notSetUp: null,
    async send(to, card, repeated) {
      if (templateId !== '' && cards !== null) {
        await cards.send(to, card, repeated);
        return { kind: 'sent', ref: JSON.stringify({ card: card.key }) };
      }
      const body = await call('asyncsend_v2', { userid_list: to, msg: oaNotice(card) });
      if (typeof body.task_id !== 'number') throw unexpected(platformId, 'task_id');
      return { kind: 'sent', ref: JSON.stringify({ task: body.task_id, atMs: nowMs() }) };
    },
    // A card is asked for by its name before it is made a second time.
    mayRepeat: (firstTriedAt, now) => templateId !== '' || dayOf(firstTriedAt) === dayOf(now + 60_000),
    async close(ref, _to, card, closed) {
      const notice = noticeOf(ref);
      if (notice === null) return (await cards?.close(card, closed)) ? 'closed' : null;
      if (nowMs() - notice.atMs > statusBarMs) return null;
      await call('status_bar/update', { task_id: notice.task, status_value: closed, status_bg: settled });
      return 'closed';
    },
    async outcome(ref, to) {
      const notice = noticeOf(ref);
      if (notice === null) return { kind: 'delivered' };
      return noticeOutcome(client, { agentId: Number(agentId), task: notice.task, to });
    },
  };
}

/** A work notice's name; null for an interactive card, which its own key names. */
function noticeOf(ref: string): { readonly task: number; readonly atMs: number } | null {
  const value: unknown = JSON.parse(ref);
  if (!isRecord(value)) throw unexpected(platformId, 'ref');
  return 'card' in value ? null : { task: Number(value.task), atMs: Number(value.atMs) };
}
