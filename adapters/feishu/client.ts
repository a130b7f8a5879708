import { apiName, type CallPace } from '#adapters/shared/call-pace.ts';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import {
  isRecord,
  type PlatformAnswer,
  platformCaller,
  unexpected,
  type Verdict,
} from '#adapters/shared/platform-call.ts';
import type { IssuedToken, PlatformInstallation, PlatformTokens } from '#core/ports/platform.ts';
import {
  busyCodes,
  apiBase as defaultBase,
  errorOf,
  platformId,
  rateLimited,
  tokenCodes,
} from './constants.ts';
import type { LongConnection } from './long-connection-parts.ts';
import { plainSender } from './plain-sender.ts';
import type { FeishuSender } from './sender.ts';
import type { FeishuStore } from './store.ts';

export interface FeishuOptions {
  /** The operator's store app; without it companies connect apps of their own. */
  readonly store?: FeishuStore;
  readonly fetch: Fetch;
  /** Whether requests of Jinji's own steps are copied into the approval centre. */
  readonly todos?: boolean;
  /** Another origin than the platform's, without a slash at the end: Lark, a relay with a fixed address, or a test. */
  readonly apiBase?: string;
  readonly pause?: (ms: number) => Promise<void>;
  /** For one call, from connecting to the last byte; ten seconds unless told. */
  readonly timeoutMs?: number;
  /** Opens long connections by the official SDK; given only where a process lives long enough and has the memory. */
  readonly longConnection?: LongConnection;
  /** Plain `fetch` unless told. */
  readonly sender?: FeishuSender;
}

type Query = Readonly<Record<string, string | readonly string[]>>;
type Body = PlatformAnswer['body'];

/** Feishu's server API with one self-built app's tenant token. */
export interface FeishuClient {
  /** A read; gives what lies under `data`. */
  get(path: string, query?: Query): Promise<Body>;
  /** A call that may be repeated without harm; gives what lies under `data`. */
  post(path: string, body: unknown): Promise<Body>;
  /** A write; gives what lies under `data`, or nothing. @param repeatable whether doing it twice harms nothing */
  write(
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    repeatable: boolean,
  ): Promise<Body>;
  /** Redeems a sign-in code; the answer lies flat. Never repeated: a code works once. */
  redeem(body: Readonly<Record<string, unknown>>): Promise<Body>;
  /** A read with a user's own token. */
  getAsUser(path: string, userToken: string): Promise<Body>;
}

/** Decides on `code` alone, never on the HTTP status. */
export function verdictOf({ body, headers, status }: PlatformAnswer): Verdict {
  if (body.code === 0) return { kind: 'ok' };
  const { code } = body;
  const reset = Number(headers.get('x-ogw-ratelimit-reset') ?? '');
  const seconds = Number.isFinite(reset) && reset > 0 ? reset : 1;
  if (code === rateLimited || status === 429) {
    return { kind: 'busy', seconds, platformCode: String(code ?? status) };
  }
  if (typeof code !== 'number') return { kind: 'error', error: unexpected(platformId, 'no_code') };
  const detail = isRecord(body.error) ? body.error : {};
  const logId = typeof detail.log_id === 'string' ? detail.log_id : headers.get('x-tt-logid');
  const error = errorOf(code, logId, wantedScopes(detail));
  if (tokenCodes.has(code)) return { kind: 'token', error };
  if (busyCodes.has(code)) return { kind: 'busy', seconds: null, platformCode: String(code) };
  if (error.code === 'PLATFORM_BUSY') {
    return { kind: 'busy', seconds: Number(error.details.seconds), platformCode: String(code) };
  }
  return { kind: 'error', error };
}

function wantedScopes(detail: Body): string | null {
  const violations = Array.isArray(detail.permission_violations) ? detail.permission_violations : [];
  const subjects = violations.flatMap((v) => (isRecord(v) && typeof v.subject === 'string' ? v.subject : []));
  return subjects.length > 0 ? subjects.join('、') : null;
}

/**
 * Opens the API for one self-built app. Tokens: https://open.feishu.cn/document/server-docs/authentication-management
 * (read 2026-02): with more than half an hour left the same one comes again, later a new one, and both live.
 */
export function feishuClient(
  options: FeishuOptions,
  installation: PlatformInstallation,
  tokens: PlatformTokens,
  pace?: CallPace,
  /** Where the token comes from for a company of the store. */
  granted?: () => Promise<IssuedToken>,
): FeishuClient {
  const base = options.apiBase ?? defaultBase;
  const { appId = '', appSecret = '' } = installation.settings;
  const call = platformCaller({ platform: platformId, ...options, ...(pace ? { pace } : {}) });
  const read = (options.sender ?? plainSender)(base, appId);
  const post = (path: string, body: unknown) => ({
    url: `${base}${path}`,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

  const issue = async (): Promise<IssuedToken> => {
    const path = '/open-apis/auth/v3/tenant_access_token/internal';
    const body = await call({
      request: () => post(path, { app_id: appId, app_secret: appSecret }),
      repeatable: true,
      token: null,
      verdictOf,
    });
    const { tenant_access_token: value, expire: expiresInSeconds } = body;
    if (typeof value !== 'string' || typeof expiresInSeconds !== 'number')
      throw unexpected(platformId, 'token');
    return { value, expiresInSeconds };
  };
  const token = {
    get: () => tokens.get('tenant', granted ?? issue),
    refuse: (held: Parameters<PlatformTokens['refuse']>[1]) => tokens.refuse('tenant', held),
  };
  const dataOf = (body: Body): Body => {
    if (!isRecord(body.data)) throw unexpected(platformId, 'data');
    return body.data;
  };

  return {
    async get(path, query = {}) {
      const request = (value: string, send: Fetch) =>
        read({ path: `/open-apis${path}`, query, token: value }, send);
      return dataOf(await call({ api: apiName(path), request, repeatable: true, token, verdictOf }));
    },
    async post(path, body) {
      const request = (value: string) => {
        const { url, init } = post(`/open-apis${path}`, body);
        return { url, init: { ...init, headers: { ...init.headers, authorization: `Bearer ${value}` } } };
      };
      return dataOf(await call({ api: apiName(path), request, repeatable: true, token, verdictOf }));
    },
    async write(method, path, body, repeatable) {
      const request = (value: string) => ({
        url: `${base}/open-apis${path}`,
        init: {
          method,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${value}` },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
      });
      const answer = await call({ api: apiName(path), request, repeatable, token, verdictOf });
      return isRecord(answer.data) ? answer.data : {};
    },
    redeem: (body) =>
      call({
        request: () =>
          post('/open-apis/authen/v2/oauth/token', { ...body, client_id: appId, client_secret: appSecret }),
        repeatable: false,
        token: null,
        verdictOf,
      }),
    async getAsUser(path, userToken) {
      const init = { headers: { authorization: `Bearer ${userToken}` } };
      const request = () => ({ url: `${base}/open-apis${path}`, init });
      return dataOf(await call({ request, repeatable: true, token: null, verdictOf }));
    },
  };
}
