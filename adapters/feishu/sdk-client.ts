import type { Client, HttpInstance } from '@larksuiteoapi/node-sdk';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import type { FeishuRequest, FeishuSender } from './sender.ts';

interface AxiosLike {
  readonly url?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The SDK's own logger prints requests with their bearer tokens. */
const silent = () => undefined;
const silentLogger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };

function addressOf({ url = '', params = {} }: AxiosLike): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.size > 0 ? `${url}?${query}` : url;
}

/** The SDK's HTTP side over our own `fetch`, with its time limit and without the SDK's bodies in GET requests. */
function httpOver(send: Fetch): HttpInstance {
  const request = (options: AxiosLike): Promise<Response> => {
    const sent = new Headers();
    for (const [name, value] of Object.entries(options.headers ?? {})) sent.set(name, String(value));
    return send(addressOf(options), { method: 'GET', headers: sent });
  };
  const none = () => Promise.reject(new TypeError('only request() is used'));
  const instance = {
    request,
    get: none,
    delete: none,
    head: none,
    options: none,
    post: none,
    put: none,
    patch: none,
  };
  return instance as unknown as HttpInstance;
}

/**
 * Sends requests through the official SDK (design D14), on Node. It is imported when first needed, because it takes a hundred
 * megabytes; its token cache is off, because it neither shares tokens between processes nor drops refused ones.
 */
export const sdkSender: FeishuSender = (domain, appId) => {
  let loaded: Promise<typeof import('@larksuiteoapi/node-sdk')> | null = null;
  const clients = new WeakMap<Fetch, Client>();
  return async (request: FeishuRequest, send: Fetch): Promise<Response> => {
    loaded ??= import('@larksuiteoapi/node-sdk');
    const sdk = await loaded;
    let client = clients.get(send);
    if (!client) {
      client = new sdk.Client({
        appId,
        // Never used: tokens come from our own store.
        appSecret: '-',
        domain,
        disableTokenCache: true,
        httpInstance: httpOver(send),
        logger: silentLogger,
      });
      clients.set(send, client);
    }
    const payload = { method: 'GET', url: request.path, params: request.query };
    return client.request<Response>(
      payload,
      sdk.withTenantToken(request.token),
    ) as Promise<unknown> as Promise<Response>;
  };
};
