import { callbackCipher, callbackRefused } from '#adapters/shared/callback-cipher.ts';
import { isRecord } from '#adapters/shared/platform-call.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import type {
  MarketplaceNotice,
  ProviderTicket,
  ReceivedNotice,
  ReceivedNotices,
} from '#core/ports/platform-marketplace.ts';
import { ciphertextOf, parsedEvent } from './events.ts';
import type { DingtalkSuite } from './suite.ts';

type Row = Readonly<Record<string, unknown>>;

const windowMs = 300_000;
/** Tickets come about every five hours; how long one lives is not printed, so two may be missed. */
const ticketMs = 15 * 3_600_000;
const pushes: ReadonlySet<string> = new Set(['SYNC_HTTP_PUSH_HIGH', 'SYNC_HTTP_PUSH_MEDIUM']);
const checks: ReadonlySet<string> = new Set([
  'check_create_suite_url',
  'check_update_suite_url',
  'check_url',
]);

/**
 * Verifies and reads a SyncHTTP push: rows of several companies in one request, each as it is now.
 * https://open.dingtalk.com/document/isvapp/data-formats (read 2026-08)
 * @param random 16 bytes for the answer
 */
export function receiveSyncPush(
  suite: DingtalkSuite,
  request: CallbackRequest,
  nowMs: number,
  random: Uint8Array,
): ReceivedNotices {
  const { timestamp = '', nonce = '', msg_signature, signature = '' } = request.query;
  const cipher = callbackCipher({ token: suite.callbackToken, encodingAesKey: suite.encodingAesKey });
  const { message, receiver } = cipher.verifyAndOpen({
    timestamp,
    nonce,
    signature: msg_signature ?? signature,
    encrypt: ciphertextOf(request.body),
  });
  if (!(Math.abs(Number(timestamp) - nowMs) <= windowMs)) throw callbackRefused('time');
  const event = parsedEvent(message);
  const type = String(event.EventType ?? '');
  // A suite that is just being made has a key of the console's, named in the check itself.
  const forUs = receiver === suite.suiteKey || (checks.has(type) && receiver === event.TestSuiteKey);
  if (!forUs) throw callbackRefused('receiver');
  const echo = checks.has(type) && suite.checkAnswer === 'random' && typeof event.Random === 'string';
  const encrypt = cipher.seal(echo ? String(event.Random) : 'success', receiver, random);
  const body = {
    msg_signature: cipher.sign(timestamp, nonce, encrypt),
    timeStamp: timestamp,
    nonce,
    encrypt,
  };
  const answer = { contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
  const rows = pushes.has(type) && Array.isArray(event.bizData) ? event.bizData.filter(isRecord) : [];
  // Newer rows have greater ids, and times may be printed to the second.
  const ours = rows
    .filter((row) => String(row.subscribe_id ?? '') === `${suite.suiteId}_0`)
    .sort((a, b) => Number(a.id) - Number(b.id));
  return {
    answer,
    ticket: ours.map((row) => ticketOf(row, nowMs)).find((ticket) => ticket !== null) ?? null,
    notices: ours.flatMap((row) => received(row, nowMs) ?? []),
  };
}

function dataOf(row: Row): Row {
  try {
    const value: unknown = JSON.parse(String(row.biz_data ?? '{}'));
    return isRecord(value) ? value : {};
  } catch {
    // A leaver's row says only who, in `biz_id`.
    return {};
  }
}

function ticketOf(row: Row, nowMs: number): ProviderTicket | null {
  const { suiteTicket: value } = dataOf(row);
  if (Number(row.biz_type) !== 2 || typeof value !== 'string' || value === '') return null;
  return { value, expiresAt: timeOf(row, nowMs) + ticketMs };
}

function received(row: Row, nowMs: number): ReceivedNotice | null {
  const notice = noticeOf(row);
  if (notice === null) return null;
  // A newer row of the same business replaces the older under another id.
  const parts = [row.subscribe_id, row.corp_id, row.biz_type, row.biz_id, row.id, row.gmt_modified];
  return { id: parts.map(String).join(' '), at: timeOf(row, nowMs), notice };
}

/** Milliseconds as a number or text, or a time of China without a zone. */
function timeOf({ gmt_modified: modified }: Row, nowMs: number): number {
  const number = Number(modified);
  if (number > 0) return number;
  const read = Date.parse(`${String(modified ?? '').replace(' ', 'T')}+08:00`);
  return Number.isNaN(read) ? nowMs : read;
}

/** https://open.dingtalk.com/document/isvapp/data-formats: what each kind of row is about. */
function noticeOf(row: Row): MarketplaceNotice | null {
  const corpId = String(row.corp_id ?? '');
  if (corpId === '') return null;
  const data = dataOf(row);
  const action = String(data.syncAction ?? '');
  const id = String(row.biz_id ?? '');
  switch (Number(row.biz_type)) {
    case 4:
      return authorisation(corpId, action, data);
    case 7:
      return microApp(corpId, action);
    case 13:
      return { kind: 'directory', corpId, change: { kind: 'person', ids: [id] } };
    case 14:
      return { kind: 'directory', corpId, change: { kind: 'department', ids: [id] } };
    // Approvals: 22 of old, 245 and 247 today; the instance is named in the row's data.
    case 22:
    case 245:
    case 247: {
      const { processInstanceId: instance } = data;
      if (typeof instance !== 'string' || instance === '') return null;
      return { kind: 'directory', corpId, change: { kind: 'approval', ids: [instance] } };
    }
    case 16:
      return action === 'org_remove' ? { kind: 'uninstalled', corpId } : null;
    default:
      return null;
  }
}

function authorisation(corpId: string, action: string, data: Row): MarketplaceNotice | null {
  if (action === 'org_suite_auth') {
    const user = isRecord(data.auth_user_info) ? data.auth_user_info.userId : null;
    return { kind: 'granted', corpId, installerId: typeof user === 'string' && user !== '' ? user : null };
  }
  if (action === 'org_suite_change') return { kind: 'changed', corpId };
  return action === 'org_suite_relieve' ? { kind: 'uninstalled', corpId } : null;
}

function microApp(corpId: string, action: string): MarketplaceNotice | null {
  if (action === 'org_micro_app_restore') return { kind: 'resumed', corpId };
  if (action === 'org_micro_app_scope_update') return { kind: 'changed', corpId };
  // Taken off the workbench, but still authorised: the end of the authorisation is told by itself.
  const stops = action === 'org_micro_app_stop' || action === 'org_micro_app_remove';
  return stops ? { kind: 'suspended', corpId } : null;
}
