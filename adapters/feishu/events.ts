import { fromUtf8 } from '#adapters/shared/byte-encoding.ts';
import { callbackRefused } from '#adapters/shared/callback-cipher.ts';
import { equalText } from '#adapters/shared/constant-time.ts';
import { isRecord } from '#adapters/shared/platform-call.ts';
import type {
  CallbackRequest,
  PlatformChange,
  PlatformEvent,
  PlatformInstallation,
  ReceivedCallback,
} from '#core/ports/platform.ts';
import { cardRef } from './card-ref.ts';
import { eventSignature, openEvent } from './event-crypto.ts';
import { urlCheckAnswer } from './url-check.ts';

/**
 * A failed push is repeated for up to six hours, and no document says that it is signed afresh; replays within the window meet the
 * stored event ids, which live for days.
 */
const windowSeconds = 7 * 3600;

type Body = Readonly<Record<string, unknown>>;

/** An answer as the platform wants it. */
export const answer = (body: unknown) => ({
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/** What an app's pushes are verified and opened with. */
export interface FeishuPushKeys {
  readonly appId: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
}

/** A push that has proved where it comes from: an event in either envelope, or the check of the address with its answer. */
export interface OpenedPush {
  readonly check: Readonly<Record<string, unknown>> | null;
  readonly id: string;
  readonly type: string;
  readonly header: Body;
  readonly event: Body;
}

/**
 * Verifies and opens a push over HTTP: https://open.feishu.cn/document/server-docs/event-subscription-guide (read 2026-02).
 * An Encrypt Key is demanded: without one the signature proves nothing. The SDK's dispatcher is not used, because it signs the parsed
 * body, answers forged requests with 200 and never looks at the Verification Token or the time.
 * @throws AppError `PLATFORM_CALLBACK_REFUSED`
 */
export function openPush(
  { appId, encryptKey, verificationToken }: FeishuPushKeys,
  request: CallbackRequest,
  nowSeconds: number,
): OpenedPush {
  if (encryptKey === '' || verificationToken === '') throw callbackRefused('key');
  const signature = request.headers['x-lark-signature'];
  if (signature !== undefined) verify(request, encryptKey, signature, nowSeconds);
  const encrypt = parsed(textOf(request.body)).encrypt;
  if (typeof encrypt !== 'string') throw callbackRefused('format');
  const opened = parsed(openEvent(encryptKey, encrypt));
  const check = urlCheckAnswer(opened);
  const header = isRecord(opened.header) ? opened.header : opened;
  if (!equalText(String(header.token ?? ''), verificationToken)) throw callbackRefused('token');
  if (check !== null) return { check, id: '', type: '', header, event: {} };
  // Only the check of the address comes unsigned.
  if (signature === undefined) throw callbackRefused('signature');
  const event = isRecord(opened.event) ? opened.event : {};
  if (String(header.app_id ?? event.app_id ?? '') !== appId) throw callbackRefused('receiver');
  const id = header.event_id ?? opened.uuid;
  return {
    check: null,
    id: typeof id === 'string' ? id : '',
    type: String(header.event_type ?? event.type ?? ''),
    header,
    event,
  };
}

/** Reads a push to a company's own app. */
export function receiveFeishu(
  installation: PlatformInstallation,
  request: CallbackRequest,
  nowSeconds: number,
): ReceivedCallback {
  const { encryptKey = '', verificationToken = '', appId = '' } = installation.settings;
  const push = openPush({ appId, encryptKey, verificationToken }, request, nowSeconds);
  if (push.check !== null) return { answer: answer(push.check), events: [] };
  const change = changeOf(push.type, push.event, nowSeconds);
  const known = push.id !== '' && change.kind !== 'none';
  const told = change.kind === 'card_action' ? received : {};
  return { answer: answer(told), events: known ? [{ id: push.id, change }] : [] };
}

/** An event that came over a connection of ours, in either envelope; null for one that asks for nothing. */
export function eventOf(opened: Body, nowSeconds: number): PlatformEvent | null {
  const header = isRecord(opened.header) ? opened.header : opened;
  const event = isRecord(opened.event) ? opened.event : {};
  const id = header.event_id ?? opened.uuid;
  const change = changeOf(String(header.event_type ?? event.type ?? ''), event, nowSeconds);
  return typeof id !== 'string' || id === '' || change.kind === 'none' ? null : { id, change };
}

/** What the client shows at once; the card itself changes when the work is done. */
const received = {
  toast: { type: 'success', content: '已收到', i18n: { zh_cn: '已收到', en_us: 'Received' } },
};

function verify(request: CallbackRequest, encryptKey: string, signature: string, nowSeconds: number): void {
  const timestamp = request.headers['x-lark-request-timestamp'] ?? '';
  const nonce = request.headers['x-lark-request-nonce'] ?? '';
  const expected = eventSignature(timestamp, nonce, encryptKey, request.body);
  if (!equalText(expected, signature)) throw callbackRefused('signature');
  if (!(Math.abs(Number(timestamp) - nowSeconds) <= windowSeconds)) throw callbackRefused('time');
}

function textOf(body: Uint8Array): string {
  try {
    return fromUtf8(body);
  } catch (cause) {
    throw callbackRefused('format', cause);
  }
}

function parsed(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (cause) {
    throw callbackRefused('format', cause);
  }
  throw callbackRefused('format');
}

/** A pressed button: https://open.feishu.cn/document/feishu-cards/card-callback-communication (read 2026-02). */
function pressed(event: Body, nowSeconds: number): PlatformChange {
  const [operator, action, context] = [event.operator, event.action, event.context].map((part) =>
    isRecord(part) ? part : {},
  );
  const value = isRecord(action?.value) ? action.value : {};
  const personId = operator?.open_id;
  if (typeof personId !== 'string' || typeof value.card !== 'string' || typeof value.action !== 'string')
    return { kind: 'none' };
  const message = context?.open_message_id;
  const ref = typeof message === 'string' ? cardRef(message, nowSeconds * 1000) : null;
  return { kind: 'card_action', cardKey: value.card, action: value.action, personId, ref };
}

/** What an event says, by id only. */
export function changeOf(type: string, event: Body, nowSeconds: number): PlatformChange {
  if (type === 'card.action.trigger') return pressed(event, nowSeconds);
  if ((type === 'approval_instance' || type === 'approval_task') && typeof event.instance_code === 'string') {
    return { kind: 'approval', ids: [event.instance_code] };
  }
  const object = isRecord(event.object) ? event.object : {};
  if (/^contact\.user\.(created|updated|deleted)_v3$/.test(type) && typeof object.open_id === 'string') {
    return { kind: 'person', ids: [object.open_id] };
  }
  if (/^contact\.department\.(created|updated|deleted)_v3$/.test(type)) {
    const { open_department_id: id } = object;
    if (typeof id === 'string') return { kind: 'department', ids: [id] };
  }
  return type === 'contact.scope.updated_v3' ? { kind: 'directory' } : { kind: 'none' };
}
