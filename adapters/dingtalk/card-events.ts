import { createHmac } from 'node:crypto';
import { fromUtf8 } from '#adapters/shared/byte-encoding.ts';
import { callbackRefused } from '#adapters/shared/callback-cipher.ts';
import { equalText } from '#adapters/shared/constant-time.ts';
import { isRecord } from '#adapters/shared/platform-call.ts';
import type {
  CallbackRequest,
  PlatformEvent,
  PlatformInstallation,
  ReceivedCallback,
} from '#core/ports/platform.ts';
import { parsedEvent } from './events.ts';
import { hmacSignature } from './signatures.ts';

type Body = Readonly<Record<string, unknown>>;

/** Of the signed time; which unit it has is not printed. */
const windowMs = 300_000;
const firstMillisecond = 1e11;
const signatureHeader = 'x-ddpaas-signature';

/** The topic of pressed buttons over Stream. */
export const cardTopic = '/v1.0/card/instances/callback';

/** Names the address at the platform: one for each installation. */
export const cardRoute = ({ id }: PlatformInstallation): string => `jinji-${id}`;

/**
 * The secret by which the platform signs pressed buttons. It is ours to choose; derived from the app's own, nothing more has to be kept
 * or typed, and it changes with it.
 */
export const cardSecret = ({ id, settings }: PlatformInstallation): string =>
  createHmac('sha256', settings.appSecret ?? '')
    .update(`jinji card buttons ${id}`)
    .digest('hex');

/** Whether a request claims to be a pressed button; events come without this header. */
export const isCardPress = ({ headers }: CallbackRequest): boolean => headers[signatureHeader] !== undefined;

/**
 * Verifies and reads a pressed button: https://open.dingtalk.com/document/orgapp/event-callback-card (read 2026-08). The signature
 * covers the time only; what the body names is looked up, and the person's right to it is asked again before anything is done.
 */
export function receiveCardPress(
  installation: PlatformInstallation,
  request: CallbackRequest,
  nowMs: number,
): ReceivedCallback {
  const { [signatureHeader]: signature = '', 'x-ddpaas-signature-timestamp': timestamp = '' } =
    request.headers;
  const { appSecret = '', corpId = '' } = installation.settings;
  if (appSecret === '') throw callbackRefused('key');
  if (!equalText(signature, hmacSignature(cardSecret(installation), timestamp)))
    throw callbackRefused('signature');
  const time = Number(timestamp);
  if (!(Math.abs((time < firstMillisecond ? time * 1000 : time) - nowMs) <= windowMs))
    throw callbackRefused('time');
  const text = textOf(request.body);
  const fields = parsedEvent(text);
  if (fields.corpId !== undefined && fields.corpId !== corpId) throw callbackRefused('receiver');
  const event = pressedButton(fields, `card ${timestamp} ${text}`);
  // Nothing of the card changes yet: it does when the deed is done, and the platform wants no update within its own call.
  const answer = { cardData: { cardParamMap: {} }, cardUpdateOptions: { updateCardDataByKey: true } };
  return {
    answer: { contentType: 'application/json; charset=utf-8', body: JSON.stringify(answer) },
    events: event === null ? [] : [event],
  };
}

/** A pressed button in verified fields; null for anything else. @param id equal in every repetition */
export function pressedButton(fields: Body, id: string): PlatformEvent | null {
  const { type, outTrackId, userId } = fields;
  const action = actionOf(fields.content);
  if (type !== 'actionCallback' || typeof outTrackId !== 'string' || typeof userId !== 'string') return null;
  if (action === null) return null;
  return {
    id,
    change: { kind: 'card_action', cardKey: outTrackId, action, personId: userId, ref: null },
  };
}

/** What the button says: its parameter `action`, or its own id in the template. */
function actionOf(content: unknown): string | null {
  const opened: unknown = typeof content === 'string' ? parsed(content) : content;
  const data = isRecord(opened) && isRecord(opened.cardPrivateData) ? opened.cardPrivateData : {};
  const ids: unknown = data.actionIds;
  const named = isRecord(data.params) ? data.params.action : undefined;
  const action = named ?? (Array.isArray(ids) ? ids[0] : undefined);
  return typeof action === 'string' && action !== '' ? action : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(body: Uint8Array): string {
  try {
    return fromUtf8(body);
  } catch (cause) {
    throw callbackRefused('format', cause);
  }
}
