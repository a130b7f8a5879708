import { apiName, type CallPace } from '#adapters/shared/call-pace.ts';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import {
  isRecord,
  type PlatformAnswer,
  platformCaller,
  unexpected,
  type Verdict,
} from '#adapters/shared/platform-call.ts';
import type { OpenSocket } from '#adapters/shared/web-socket.ts';
import type { IssuedToken, PlatformInstallation, PlatformTokens } from '#core/ports/platform.ts';
import {
  busyCodes,
  apiBase as defaultApi,
  oapiBase as defaultOapi,
  errorOf,
  platformId,
  tokenCodes,
} from './constants.ts';
import type { DingtalkSuite } from './suite.ts';

export interface DingtalkOptions {
  /** The operator's third-party app; without it companies connect apps of their own. */
  readonly suite?: DingtalkSuite;
  readonly fetch: Fetch;
  /** Whether requests of Jinji's own steps are copied into people's to-do lists by the process centre. */
  readonly todos?: boolean;
  /** Other origins than the platform's: relays with a fixed address, or a test. */
  readonly apiBase?: string;
  readonly oapiBase?: string;
  readonly pause?: (ms: number) => Promise<void>;
  /** For one call, from connecting to the last byte; ten seconds unless told. */
  readonly timeoutMs?: number;
  /** Opens the connection of Stream mode; absent where no process lives long enough. */
  readonly openSocket?: OpenSocket;
}

type Body = PlatformAnswer['body'];

/** DingTalk's server API with one internal app's token, which serves both families. */
export interface DingtalkClient {
  /** A read of the old family: POST with a JSON body, payload under `result`. */
  oapi(path: string, body: Readonly<Record<string, unknown>>): Promise<unknown>;
  /**
   * A call of the old family whose answer lies flat.
   * @param repeatable false where doing it twice would harm; true unless told
   */
  oapiFlat(path: string, body: Readonly<Record<string, unknown>>, repeatable?: boolean): Promise<Body>;
  /** A read of the old family by GET; fields lie flat. */
  oapiGet(path: string): Promise<Body>;
  /** A call of the new family; `token` replaces the app's token by a user's, null sends none. */
  api(request: {
    readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly path: string;
    readonly body?: unknown;
    readonly repeatable: boolean;
    readonly userToken?: string | null;
    /** By this the platform knows a repetition. */
    readonly clientToken?: string;
  }): Promise<Body>;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What the platform wants granted, as its refusals name it. */
function wantedPermission(body: Body): string | undefined {
  const detail = body.accessdenieddetail;
  const scopes = isRecord(detail) && Array.isArray(detail.requiredScopes) ? detail.requiredScopes : [];
  const named = scopes.filter((scope): scope is string => typeof scope === 'string').join('、');
  return named || /\b(?:qyapi|Contact|Workflow)[\w.]+/.exec(textOf(body.sub_msg) ?? '')?.[0];
}

/** Old family: HTTP 200 and `errcode`; refusals of its gateway are 88 with the true code in `sub_code`. */
function oapiVerdict({ body }: PlatformAnswer): Verdict {
  if (body.errcode === 0) return { kind: 'ok' };
  const code = body.errcode === 88 && body.sub_code ? body.sub_code : body.errcode;
  return verdictFor(code, textOf(body.request_id), wantedPermission(body));
}

/** New family: the HTTP status says whether, `code` says why. */
export function apiVerdict(answer: PlatformAnswer): Verdict {
  const { status, body } = answer;
  // A gateway in front may refuse in the old family's shape.
  if (status < 400 && typeof body.errcode === 'number') return oapiVerdict(answer);
  if (status < 400) return { kind: 'ok' };
  return verdictFor(body.code, textOf(body.requestid), wantedPermission(body));
}

function verdictFor(raw: unknown, requestId: string | null, permission: string | undefined): Verdict {
  // Banned for calling too often: another shape altogether, `{"status":1111,"wait":5,…}`.
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    return { kind: 'error', error: unexpected(platformId, 'no_code') };
  }
  const code = String(raw);
  const error = errorOf(code, requestId, permission);
  if (tokenCodes.has(code)) return { kind: 'token', error };
  if (busyCodes.has(code)) return { kind: 'busy', seconds: busyCodes.get(code) ?? null, platformCode: code };
  if (error.code === 'PLATFORM_BUSY') {
    return { kind: 'busy', seconds: Number(error.details.seconds), platformCode: code };
  }
  return { kind: 'error', error };
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * Opens the API for one internal app. Tokens:
 * https://open.dingtalk.com/document/orgapp/obtain-the-access_token-of-an-internal-app (read 2026-08)
 */
export function dingtalkClient(
  options: DingtalkOptions,
  installation: PlatformInstallation,
  tokens: PlatformTokens,
  pace?: CallPace,
  /** Where the token comes from for a company of the market. */
  granted?: () => Promise<IssuedToken>,
): DingtalkClient {
  const api = options.apiBase ?? defaultApi;
  const oapi = options.oapiBase ?? defaultOapi;
  const call = platformCaller({ platform: platformId, ...options, ...(pace ? { pace } : {}) });

  const issue = async (): Promise<IssuedToken> => {
    const { appKey, appSecret } = installation.settings;
    const body = await call({
      request: () => ({ url: `${api}/v1.0/oauth2/accessToken`, init: json({ appKey, appSecret }) }),
      repeatable: true,
      token: null,
      verdictOf: apiVerdict,
    });
    const { accessToken: value, expireIn: expiresInSeconds } = body;
    if (typeof value !== 'string' || typeof expiresInSeconds !== 'number')
      throw unexpected(platformId, 'token');
    return { value, expiresInSeconds };
  };
  const token = {
    get: () => tokens.get('app', granted ?? issue),
    refuse: (held: Parameters<PlatformTokens['refuse']>[1]) => tokens.refuse('app', held),
  };
  const withToken = (path: string, value: string) =>
    `${oapi}/${path}?access_token=${encodeURIComponent(value)}`;

  return {
    async oapi(path, body) {
      const request = (value: string) => ({ url: withToken(path, value), init: json(body) });
      return (await call({ api: path, request, repeatable: true, token, verdictOf: oapiVerdict })).result;
    },
    oapiFlat: (path, body, repeatable = true) =>
      call({
        api: path,
        request: (value) => ({ url: withToken(path, value), init: json(body) }),
        repeatable,
        token,
        verdictOf: oapiVerdict,
      }),
    oapiGet: (path) =>
      call({
        api: path,
        request: (value) => ({ url: withToken(path, value), init: {} }),
        repeatable: true,
        token,
        verdictOf: oapiVerdict,
      }),
    api({ method, path, body, repeatable, userToken, clientToken }) {
      const request = (value: string) => {
        const sent = userToken === undefined ? value : userToken;
        const writes = method === 'POST' || method === 'PUT';
        const headers = {
          ...(sent === null ? {} : { 'x-acs-dingtalk-access-token': sent }),
          ...(clientToken === undefined ? {} : { 'x-client-token': clientToken }),
          ...(writes ? { 'content-type': 'application/json' } : {}),
        };
        const init = { method, headers, ...(writes ? { body: JSON.stringify(body ?? {}) } : {}) };
        return { url: `${api}${path}`, init };
      };
      return call({
        api: `${method} ${apiName(path)}`,
        request,
        repeatable,
        token: userToken === undefined ? token : null,
        verdictOf: apiVerdict,
      });
    },
  };
}
