import { fromUtf8 } from '#adapters/shared/byte-encoding.ts';
import { callbackCipher, callbackRefused } from '#adapters/shared/callback-cipher.ts';
import { isRecord } from '#adapters/shared/platform-call.ts';
import type {
  CallbackRequest,
  PlatformChange,
  PlatformEvent,
  PlatformInstallation,
  ReceivedCallback,
} from '#core/ports/platform.ts';

/** Pushes come again after 10 and 30 seconds with a fresh signature; older ones are replays. */
const windowMs = 300_000;

type Body = Readonly<Record<string, unknown>>;

/**
 * Verifies and reads an HTTP push: https://open.dingtalk.com/document/orgapp/configure-event-subcription (read 2026-08).
 * The owner key is the app key for subscriptions made in the console and the corp id for those made by API.
 * @param random 16 bytes for the answer
 */
export function receiveDingtalk(
  installation: PlatformInstallation,
  request: CallbackRequest,
  nowMs: number,
  random: Uint8Array,
): ReceivedCallback {
  const { callbackToken: token = '', encodingAesKey = '', appKey = '', corpId = '' } = installation.settings;
  if (token === '' || encodingAesKey === '') throw callbackRefused('key');
  const { timestamp = '', nonce = '', msg_signature, signature = '' } = request.query;
  const cipher = callbackCipher({ token, encodingAesKey });
  const { message, receiver } = cipher.verifyAndOpen({
    timestamp,
    nonce,
    signature: msg_signature ?? signature,
    encrypt: ciphertextOf(request.body),
  });
  if (receiver !== appKey && receiver !== corpId) throw callbackRefused('receiver');
  if (!(Math.abs(Number(timestamp) - nowMs) <= windowMs)) throw callbackRefused('time');
  const event = eventOf(parsedEvent(message), `${timestamp} ${message}`);
  const encrypt = cipher.seal('success', receiver, random);
  const answer = {
    msg_signature: cipher.sign(timestamp, nonce, encrypt),
    timeStamp: timestamp,
    nonce,
    encrypt,
  };
  return {
    answer: { contentType: 'application/json; charset=utf-8', body: JSON.stringify(answer) },
    events: event === null ? [] : [event],
  };
}

/** The ciphertext in a body that nobody has verified yet. @throws AppError `PLATFORM_CALLBACK_REFUSED` */
export function ciphertextOf(body: Uint8Array): string {
  let text: string;
  try {
    text = fromUtf8(body);
  } catch (cause) {
    throw callbackRefused('format', cause);
  }
  const found = /"encrypt"\s*:\s*"([A-Za-z0-9+/=]+)"/.exec(text)?.[1];
  if (!found) throw callbackRefused('format');
  return found;
}

/** The fields of an opened push. @throws AppError `PLATFORM_CALLBACK_REFUSED` */
export function parsedEvent(message: string): Body {
  try {
    const value: unknown = JSON.parse(message);
    if (isRecord(value)) return value;
  } catch (cause) {
    throw callbackRefused('format', cause);
  }
  throw callbackRefused('format');
}

/**
 * The event in fields that were verified, or came over a connection of ours; null for one that asks for nothing.
 * @param delivery names this delivery where an event has no id of its own. Its text alone would not do: two changes of one person may
 * read alike, and looking once more harms nothing.
 */
export function eventOf(fields: Body, delivery: string): PlatformEvent | null {
  const change = changeOf(fields);
  return change.kind === 'none' ? null : { id: idOf(fields, delivery), change };
}

const idOf = (event: Body, delivery: string): string =>
  typeof event.eventId === 'string' && event.eventId !== '' ? event.eventId : delivery;

const ids = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** https://open.dingtalk.com/document/orgapp/address-book-event (read 2026-08): field names differ in case between pages. */
function changeOf(event: Body): PlatformChange {
  const type = String(event.EventType ?? '');
  if (/^user_(add|modify|leave|active)_org$/.test(type)) {
    return { kind: 'person', ids: ids(event.userId ?? event.UserId) };
  }
  if (/^org_dept_(create|modify|remove)$/.test(type)) {
    return { kind: 'department', ids: ids(event.deptId ?? event.DeptId) };
  }
  // Third-party apps get the same by other names, and the instance events of both may come twice.
  if (/^(bpms|workflow)_(instance|task)_change/.test(type) && typeof event.processInstanceId === 'string') {
    return { kind: 'approval', ids: [event.processInstanceId] };
  }
  return { kind: 'none' };
}
