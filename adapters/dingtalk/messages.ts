import { shortened } from '#adapters/shared/card-words.ts';
import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformInstallation } from '#core/ports/platform.ts';
import type { Card, PlatformMessages } from '#core/ports/platform-messages.ts';
import type { DingtalkClient } from './client.ts';
import { platformId } from './constants.ts';
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

function noticeOf(card: Card, textLength: number) {
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
    .map((length) => noticeOf(card, length))
    .find((one) => bytes(one) <= largestBytes);
  return fitting ?? noticeOf({ ...card, lines: [] }, 0);
}

/**
 * Work notices. The platform drops the same words to a person within a day, which makes a lost answer harmless; that it drops them, too,
 * over its limits is only told by the result. A notice leads to its page; it has no buttons that answer.
 * https://open.dingtalk.com/document/orgapp/asynchronous-sending-of-enterprise-session-messages (read 2026-08)
 */
export function dingtalkMessages(
  client: DingtalkClient,
  { settings }: PlatformInstallation,
  nowMs: () => number,
): PlatformMessages {
  const { agentId = '' } = settings;
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
    async send(to, card) {
      const body = await call('asyncsend_v2', { userid_list: to, msg: oaNotice(card) });
      if (typeof body.task_id !== 'number') throw unexpected(platformId, 'task_id');
      return { kind: 'sent', ref: JSON.stringify({ task: body.task_id, atMs: nowMs() }) };
    },
    mayRepeat: (firstTriedAt, now) => dayOf(firstTriedAt) === dayOf(now + 60_000),
    async close(ref, _to, _card, closed) {
      const { task, atMs } = refOf(ref);
      if (nowMs() - atMs > statusBarMs) return null;
      await call('status_bar/update', { task_id: task, status_value: closed, status_bg: settled });
      return 'closed';
    },
    outcome: (ref, to) => noticeOutcome(client, { agentId: Number(agentId), task: refOf(ref).task, to }),
  };
}

function refOf(ref: string): { readonly task: number; readonly atMs: number } {
  const value: unknown = JSON.parse(ref);
  if (!isRecord(value)) throw unexpected(platformId, 'ref');
  return { task: Number(value.task), atMs: Number(value.atMs) };
}
