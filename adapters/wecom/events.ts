import { createHash } from 'node:crypto';
import { fromUtf8 } from '#adapters/shared/byte-encoding.ts';
import { callbackCipher, callbackRefused } from '#adapters/shared/callback-cipher.ts';
import type {
  CallbackRequest,
  PlatformChange,
  PlatformInstallation,
  ReceivedCallback,
} from '#core/ports/platform.ts';
import { pressedRef } from './messages.ts';
import { readXml, textOf, type XmlValue } from './xml.ts';

/** Pushes older or newer than this are refused; WeCom repeats a push within seconds. */
const windowSeconds = 300;
const plainText = 'text/plain; charset=utf-8';

/**
 * Verifies and reads a push of the data callback: https://developer.work.weixin.qq.com/document/path/90930 (read 2026-08).
 * The signature covers the ciphertext, so only that is cut out of the body before it is verified.
 */
export function receiveWecom(
  installation: PlatformInstallation,
  request: CallbackRequest,
  nowSeconds: number,
): ReceivedCallback {
  const { callbackToken: token = '', encodingAesKey = '', corpId = '' } = installation.settings;
  if (token === '' || encodingAesKey === '') throw callbackRefused('key');
  const { timestamp = '', nonce = '', msg_signature: signature = '', echostr = '' } = request.query;
  const isCheck = request.method === 'GET';
  const encrypt = isCheck ? echostr : ciphertextOf(request.body);
  const { message, receiver } = callbackCipher({ token, encodingAesKey }).verifyAndOpen({
    timestamp,
    nonce,
    signature,
    encrypt,
  });
  if (receiver !== corpId) throw callbackRefused('receiver');
  if (!(Math.abs(Number(timestamp) - nowSeconds) <= windowSeconds)) throw callbackRefused('time');
  if (isCheck) return { answer: { contentType: plainText, body: message }, events: [] };
  const xml = readXml(message);
  const change = changeOf(xml);
  // WeCom gives events no id; a repetition carries the same plaintext, and so may a second change in the same second.
  const id = createHash('sha256').update(message).digest('hex');
  const notBefore = (Number(textOf(xml, 'CreateTime')) + 1) * 1000 || 0;
  return {
    answer: { contentType: plainText, body: 'success' },
    events:
      change.kind === 'none' ? [] : [{ id, change, notBefore: Math.min(notBefore, (nowSeconds + 2) * 1000) }],
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
  const found =
    /<Encrypt>\s*<!\[CDATA\[([A-Za-z0-9+/=]+)\]\]>\s*<\/Encrypt>/.exec(text) ??
    /"encrypt"\s*:\s*"([A-Za-z0-9+/=]+)"/.exec(text);
  if (!found?.[1]) throw callbackRefused('format');
  return found[1];
}

/** https://developer.work.weixin.qq.com/document/path/90240 · …/96302 (read 2026-08) */
export function changeOf(xml: Readonly<Record<string, XmlValue>>): PlatformChange {
  const event = textOf(xml, 'Event');
  if (event === 'change_contact') return contactChange(xml);
  // Fired when somebody comes into or out of the app's sight.
  if (event === 'subscribe' || event === 'unsubscribe') {
    return { kind: 'person', ids: [textOf(xml, 'FromUserName')] };
  }
  if (event === 'sys_approval_change') return approvalChange(xml);
  if (event === 'template_card_event') {
    return {
      kind: 'card_action',
      cardKey: textOf(xml, 'TaskId'),
      action: textOf(xml, 'EventKey'),
      personId: textOf(xml, 'FromUserName'),
      ref: pressedRef(textOf(xml, 'ResponseCode'), Number(textOf(xml, 'CreateTime')) * 1000),
    };
  }
  if (event === 'close_inactive_agent') return { kind: 'stopped' };
  return { kind: 'none' };
}

/** The number as text: the numeric one may be missing. https://developer.work.weixin.qq.com/document/path/91815 (read 2026-08) */
function approvalChange(xml: Readonly<Record<string, XmlValue>>): PlatformChange {
  const { ApprovalInfo: info } = xml;
  if (typeof info !== 'object' || Array.isArray(info)) return { kind: 'none' };
  const fields = info as Readonly<Record<string, XmlValue>>;
  const number = textOf(fields, 'SpNoStr') || textOf(fields, 'SpNo');
  return number === '' ? { kind: 'none' } : { kind: 'approval', ids: [number] };
}

/** A change of the directory, as both kinds of callbacks print it. */
export function contactChange(xml: Readonly<Record<string, XmlValue>>): PlatformChange {
  const type = textOf(xml, 'ChangeType');
  if (type.endsWith('_user')) {
    // A rename gives both ids: the old one is gone, the new one is there.
    const ids = [textOf(xml, 'UserID'), textOf(xml, 'NewUserID')].filter((id) => id !== '');
    return { kind: 'person', ids };
  }
  if (type.endsWith('_party')) return { kind: 'department', ids: [textOf(xml, 'Id')] };
  return { kind: 'none' };
}
