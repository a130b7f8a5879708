import { createHash } from 'node:crypto';
import { callbackCipher, callbackRefused } from '#adapters/shared/callback-cipher.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import type {
  MarketplaceChannel,
  MarketplaceNotice,
  ProviderTicket,
  ReceivedNotices,
} from '#core/ports/platform-marketplace.ts';
import { changeOf, ciphertextOf, contactChange } from './events.ts';
import type { WecomSuite } from './suite.ts';
import { readXml, textOf, type XmlValue } from './xml.ts';

type Xml = Readonly<Record<string, XmlValue>>;

const windowSeconds = 300;
/** A ticket lives thirty minutes: https://developer.work.weixin.qq.com/document/path/90628 (read 2026-08). */
const ticketMs = 1_800_000;
/** Notices that tell that something changed and not what: two of one second are equal. */
const saysNotWhat: ReadonlySet<MarketplaceNotice['kind']> = new Set(['changed', 'admins', 'directory']);
const plainText = 'text/plain; charset=utf-8';

/**
 * Verifies and reads a push to the suite's two addresses. The instruction address names the suite as the receiver, the data address the
 * company; a check of either may name the provider's own company, which the documents leave open.
 * https://developer.work.weixin.qq.com/document/path/90613 · …/90642 · …/97172 (read 2026-08)
 */
export function receiveSuite(
  suite: WecomSuite,
  channel: MarketplaceChannel,
  request: CallbackRequest,
  nowMs: number,
): ReceivedNotices {
  const { timestamp = '', nonce = '', msg_signature: signature = '', echostr = '' } = request.query;
  const isCheck = request.method === 'GET';
  const cipher = callbackCipher({ token: suite.callbackToken, encodingAesKey: suite.encodingAesKey });
  const { message, receiver } = cipher.verifyAndOpen({
    timestamp,
    nonce,
    signature,
    encrypt: isCheck ? echostr : ciphertextOf(request.body),
  });
  if (!(Math.abs(Number(timestamp) * 1000 - nowMs) <= windowSeconds * 1000)) throw callbackRefused('time');
  if (isCheck) {
    if (receiver !== suite.suiteId && receiver !== suite.providerCorpId) throw callbackRefused('receiver');
    return { answer: { contentType: plainText, body: message }, ticket: null, notices: [] };
  }
  const xml = readXml(message);
  if (receiver !== (channel === 'suite' ? suite.suiteId : textOf(xml, 'ToUserName')) || receiver === '') {
    throw callbackRefused('receiver');
  }
  const stamp = textOf(xml, channel === 'suite' ? 'TimeStamp' : 'CreateTime');
  const at = Number(stamp || timestamp) * 1000;
  const notice = channel === 'suite' ? instructionOf(xml) : dataOf(xml, receiver);
  // WeCom gives pushes no id; a repetition carries the same plaintext, and so may a second change in the same second.
  const id = createHash('sha256').update(message).digest('hex');
  const notBefore = notice !== null && saysNotWhat.has(notice.kind) ? Math.min(at + 1000, nowMs + 2000) : 0;
  return {
    answer: { contentType: plainText, body: 'success' },
    ticket: channel === 'suite' ? ticketOf(xml, at) : null,
    notices: notice === null ? [] : [{ id, at, notBefore, notice }],
  };
}

function ticketOf(xml: Xml, at: number): ProviderTicket | null {
  const value = textOf(xml, 'SuiteTicket');
  if (textOf(xml, 'InfoType') !== 'suite_ticket' || value === '') return null;
  return { value, expiresAt: at + ticketMs };
}

function instructionOf(xml: Xml): MarketplaceNotice | null {
  const corpId = textOf(xml, 'AuthCorpId');
  const authCode = textOf(xml, 'AuthCode');
  switch (textOf(xml, 'InfoType')) {
    case 'create_auth':
    case 'reset_permanent_code':
      return authCode === '' ? null : { kind: 'code', authCode };
    case 'change_auth':
      return named({ kind: 'changed', corpId });
    case 'cancel_auth':
      return named({ kind: 'uninstalled', corpId });
    case 'change_app_admin':
      return named({ kind: 'admins', corpId });
    case 'change_contact':
      return withChange(corpId, contactChange(xml));
    default:
      return null;
  }
}

function dataOf(xml: Xml, corpId: string): MarketplaceNotice | null {
  switch (textOf(xml, 'Event')) {
    case 'close_inactive_agent':
      return { kind: 'suspended', corpId };
    case 'reopen_inactive_agent':
      return { kind: 'resumed', corpId };
    default:
      return withChange(corpId, changeOf(xml));
  }
}

const named = <N extends MarketplaceNotice & { readonly corpId: string }>(notice: N): N | null =>
  notice.corpId === '' ? null : notice;

const withChange = (corpId: string, change: ReturnType<typeof changeOf>): MarketplaceNotice | null =>
  corpId === '' || change.kind === 'none' ? null : { kind: 'directory', corpId, change };
