import { type Fetch, httpFetch } from '#adapters/shared/http-fetch.ts';
import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import type { OpenSocket, Socket } from '#adapters/shared/web-socket.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformInstallation } from '#core/ports/platform.ts';
import type { OpenStream, PlatformStream, StreamListener } from '#core/ports/platform-stream.ts';
import { cardTopic, pressedButton } from './card-events.ts';
import { busyCodes, apiBase as defaultApi, errorOf, platformId } from './constants.ts';
import { eventOf } from './events.ts';

type Body = Readonly<Record<string, unknown>>;

/** What the connection needs of the world. */
export interface StreamParts {
  readonly fetch: Fetch;
  readonly openSocket: OpenSocket;
  readonly apiBase?: string;
  /** A connection on which nothing comes for so long is half open; DingTalk sends a ping every few seconds. 90 seconds unless told. */
  readonly silenceMs?: number;
}

/** For connecting, until the first frame. */
const openedMs = 15_000;

/**
 * DingTalk's Stream mode: https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol (read 2026-08). The official client
 * has its addresses built in and could not go through a relay.
 */
export function dingtalkStream(parts: StreamParts, { settings }: PlatformInstallation): PlatformStream {
  return {
    async open(listener) {
      return connection(parts, await ticketedAddress(parts, settings), listener);
    },
  };
}

/** Asks for an endpoint and a ticket, which lives 90 seconds and works once. */
async function ticketedAddress(
  { fetch, apiBase = defaultApi }: StreamParts,
  { appKey, appSecret, cardTemplateId = '' }: Readonly<Record<string, string>>,
): Promise<string> {
  const send = httpFetch({ fetch, timeoutMs: 10_000, attempts: 1, secrets: [appSecret ?? ''] });
  const response = await send(`${apiBase}/v1.0/gateway/connections/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      clientId: appKey,
      clientSecret: appSecret,
      subscriptions: [
        { topic: '*', type: 'EVENT' },
        ...(cardTemplateId === '' ? [] : [{ topic: cardTopic, type: 'CALLBACK' }]),
      ],
      ua: 'jinji',
    }),
  });
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body)) throw unexpected(platformId, 'no_json');
  if (response.status >= 400) throw refusal(body, response.status);
  const { endpoint, ticket } = body;
  if (typeof endpoint !== 'string' || typeof ticket !== 'string' || !/^wss?:/.test(endpoint))
    throw unexpected(platformId, 'endpoint');
  return `${endpoint}?ticket=${encodeURIComponent(ticket)}`;
}

function refusal(body: Body, status: number): AppError {
  const code = String(body.code ?? status);
  if (busyCodes.has(code) || status >= 500) {
    const seconds = busyCodes.get(code) ?? 5;
    return new AppError('PLATFORM_BUSY', { details: { platform: platformId, platformCode: code, seconds } });
  }
  return errorOf(code, typeof body.requestid === 'string' ? body.requestid : null);
}

function connection(
  { openSocket, silenceMs = 90_000 }: StreamParts,
  address: string,
  listener: StreamListener,
): OpenStream {
  const socket = openSocket(address);
  let done: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    done = resolve;
  });
  let pending: Promise<unknown> = Promise.resolve();
  const close = (): void => {
    clearTimeout(watch);
    for (const name of ['onclose', 'onerror', 'onmessage', 'onopen'] as const) socket[name] = null;
    socket.close();
    // What is being stored is not left half done; unacknowledged it comes again, and is known then.
    void pending.catch(() => undefined).then(done);
  };
  let watch = setTimeout(close, openedMs);
  socket.onopen = () => listener.opened();
  socket.onerror = close;
  socket.onclose = close;
  socket.onmessage = ({ data }) => {
    clearTimeout(watch);
    watch = setTimeout(close, silenceMs);
    const frame = frameOf(data);
    if (frame === null) return;
    if (frame.type === 'SYSTEM' && frame.topic === 'disconnect') close();
    else pending = pending.catch(() => undefined).then(() => answer(socket, frame, listener));
  };
  return { ended, close };
}

interface Frame {
  readonly type: string;
  readonly topic: string;
  readonly messageId: string;
  readonly headers: Body;
  readonly data: string;
}

function frameOf(text: unknown): Frame | null {
  let frame: unknown;
  try {
    frame = JSON.parse(String(text));
  } catch {
    return null;
  }
  if (!isRecord(frame)) return null;
  // One sample of the documents says `header`.
  const headers = isRecord(frame.headers) ? frame.headers : isRecord(frame.header) ? frame.header : {};
  return {
    type: String(frame.type ?? ''),
    topic: String(headers.topic ?? ''),
    messageId: String(headers.messageId ?? ''),
    headers,
    data: typeof frame.data === 'string' ? frame.data : '{}',
  };
}

/** Pings are echoed; events are stored first and acknowledged then, or asked for again. */
async function answer(socket: Socket, frame: Frame, listener: StreamListener): Promise<void> {
  const reply = (code: number, message: string, data: string) =>
    socket.send(
      JSON.stringify({
        code,
        message,
        headers: { contentType: 'application/json', messageId: frame.messageId },
        data,
      }),
    );
  if (frame.type === 'SYSTEM') {
    if (frame.topic === 'ping') reply(200, 'OK', frame.data);
    return;
  }
  const pressed = frame.type === 'CALLBACK' && frame.topic === cardTopic;
  if (frame.type !== 'EVENT' && !pressed) return reply(404, 'unknown topic', '{}');
  try {
    const event = pressed ? pressedButton(fieldsOf(frame), `card ${frame.messageId}`) : streamEvent(frame);
    if (event !== null) await listener.received([event]);
    reply(200, 'OK', JSON.stringify(pressed ? { response: null } : { status: 'SUCCESS', message: '' }));
  } catch {
    if (pressed) reply(500, 'try again', JSON.stringify({ response: null }));
    else reply(200, 'OK', JSON.stringify({ status: 'LATER', message: '' }));
  }
}

function fieldsOf({ data }: Frame): Body {
  const fields: unknown = JSON.parse(data);
  return isRecord(fields) ? fields : {};
}

/** The event's own id and kind stand in the frame's headers, its fields in the data. */
function streamEvent(frame: Frame) {
  const { eventType, eventId } = frame.headers;
  return eventOf({ ...fieldsOf(frame), EventType: eventType, eventId }, `${frame.messageId} ${frame.data}`);
}
