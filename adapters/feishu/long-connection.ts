import type { EventDispatcher, HttpInstance, WSClient } from '@larksuiteoapi/node-sdk';
import { type Fetch, httpFetch } from '#adapters/shared/http-fetch.ts';
import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { OpenStream, StreamListener } from '#core/ports/platform-stream.ts';
import { apiBase as defaultBase, errorOf, platformId } from './constants.ts';
import { eventOf } from './events.ts';
import type { LongConnection, LongConnectionParts } from './long-connection-parts.ts';

const openedMs = 20_000;
/** Without an answer to a ping for so long a connection is half open. */
const pongSeconds = 30;

/** The SDK's own logger prints addresses with their keys. */
const silent = () => undefined;
const silentLogger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };

/**
 * Feishu's long connection through the official SDK, imported when first needed. It is closed when its connection breaks: rests and rights are
 * the product's. https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/request-url-configuration-case
 * (read 2026-02). The endpoint is asked through `fetch`; the socket itself goes to Feishu directly, not through a proxy.
 */
export const feishuLongConnection: LongConnection = (parts, { settings }) => ({
  open: (listener) => opened(parts, settings, listener),
});

async function opened(
  { fetch, apiBase = defaultBase, nowSeconds }: LongConnectionParts,
  { appId = '', appSecret = '' }: Readonly<Record<string, string>>,
  listener: StreamListener,
): Promise<OpenStream> {
  const sdk = await import('@larksuiteoapi/node-sdk');
  const gate = gateOf();
  let refusal: AppError | null = null;
  let storing: Promise<unknown> = Promise.resolve();
  const client: WSClient = new sdk.WSClient({
    appId,
    appSecret,
    domain: apiBase,
    logger: silentLogger,
    // Only then it says that the connection broke; the client is closed at that word.
    autoReconnect: true,
    handshakeTimeoutMs: openedMs,
    wsConfig: { pingTimeout: pongSeconds },
    httpInstance: endpointOver(fetch, appSecret, (error) => {
      refusal = error;
    }),
    onReady: () => {
      listener.opened();
      gate.opened();
    },
    onError: () => gate.lost(),
    onReconnecting: () => gate.lost(),
  });
  const dispatcher = {
    async invoke(data: unknown): Promise<void> {
      const event = isRecord(data) ? eventOf(data, nowSeconds()) : null;
      if (event === null) return;
      const stored = listener.received([event]);
      storing = Promise.all([storing, stored]).catch(() => undefined);
      await stored;
    },
  };
  const timer = setTimeout(() => gate.lost(), openedMs);
  await client.start({ eventDispatcher: dispatcher as unknown as EventDispatcher });
  const stands = await gate.decided;
  clearTimeout(timer);
  if (!stands) {
    client.close({ force: true });
    const details = { host: new URL(apiBase).host, reason: 'connection' };
    throw refusal ?? new AppError('UPSTREAM_UNAVAILABLE', { details });
  }
  void gate.ended.then(() => client.close({ force: true }));
  return { ended: gate.ended.then(() => storing).then(() => undefined), close: () => gate.lost() };
}

/** Opened or not, and ended later: each once, in whatever order the SDK tells. */
function gateOf() {
  let decide: (stands: boolean) => void = silent;
  let end: () => void = silent;
  const decided = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    decided,
    ended,
    opened: () => decide(true),
    lost: () => {
      decide(false);
      end();
    },
  };
}

/** The one request that the SDK makes, for the address of the connection. A refusal is kept in our codes: the SDK has only words. */
function endpointOver(fetch: Fetch, secret: string, refused: (error: AppError) => void): HttpInstance {
  const send = httpFetch({ fetch, timeoutMs: 10_000, attempts: 1, secrets: [secret] });
  const request = async (options: { readonly url?: string; readonly data?: unknown }): Promise<unknown> => {
    const response = await send(options.url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', locale: 'zh' },
      body: JSON.stringify(options.data),
    });
    const body: unknown = await response.json().catch(() => null);
    if (!isRecord(body)) throw unexpected(platformId, 'no_json');
    if (body.code !== 0) refused(errorOf(Number(body.code), response.headers.get('x-tt-logid'), null));
    // The SDK reads fields of `data` before it looks at the code.
    return { data: {}, ...body, ...(isRecord(body.data) ? {} : { data: {} }) };
  };
  const none = () => Promise.reject(new TypeError('only request() is used'));
  const all = {
    request,
    get: none,
    delete: none,
    head: none,
    options: none,
    post: none,
    put: none,
    patch: none,
  };
  return all as unknown as HttpInstance;
}
