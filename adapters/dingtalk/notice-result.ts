import { isRecord } from '#adapters/shared/platform-call.ts';
import type { CardOutcome } from '#core/ports/platform-messages.ts';
import type { DingtalkClient } from './client.ts';

type Body = Readonly<Record<string, unknown>>;

/** Dropped because the same words came today: the first of them is there. */
const duplicate = '143106';

/**
 * What became of a work notice: the platform takes notices over its limits, too, and only here tells that it dropped them.
 * https://open.dingtalk.com/document/orgapp/gets-the-result-of-sending-messages-asynchronously-to-the-enterprise (read 2026-08)
 */
export async function noticeOutcome(
  client: DingtalkClient,
  { agentId, task, to }: { readonly agentId: number; readonly task: number; readonly to: string },
): Promise<CardOutcome> {
  const path = 'topapi/message/corpconversation/getsendresult';
  const { send_result: result } = await client.oapiFlat(path, { agent_id: agentId, task_id: task });
  return outcomeOf(isRecord(result) ? result : {}, to);
}

function outcomeOf(result: Body, to: string): CardOutcome {
  const names = (list: string): boolean => {
    const ids = result[list];
    return Array.isArray(ids) && ids.map(String).includes(to);
  };
  if (names('read_user_id_list') || names('unread_user_id_list')) return { kind: 'delivered' };
  const forbidden = Array.isArray(result.forbidden_list) ? result.forbidden_list.filter(isRecord) : [];
  const code = forbidden.find(({ userid }) => String(userid) === to)?.code;
  if (String(code) === duplicate) return { kind: 'delivered' };
  if (code !== undefined) return { kind: 'dropped', platformCode: String(code) };
  if (names('forbidden_user_id_list')) return { kind: 'dropped', platformCode: 'forbidden' };
  if (names('invalid_user_id_list')) return { kind: 'dropped', platformCode: 'invalid_user' };
  if (names('failed_user_id_list')) return { kind: 'dropped', platformCode: 'failed' };
  return { kind: 'pending' };
}
