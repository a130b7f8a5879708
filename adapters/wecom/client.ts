import type { CallPace } from '#adapters/shared/call-pace.ts';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import {
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
  nobodyReached,
  noLicence,
  platformId,
  tokenCodes,
} from './constants.ts';
import type { WecomSuite } from './suite.ts';

export interface WecomOptions {
  /** The operator's third-party suite; without it companies connect apps of their own. */
  readonly suite?: WecomSuite;
  readonly fetch: Fetch;
  /** Another origin than the platform's: a relay with a fixed address, or a test. */
  readonly apiBase?: string;
  readonly pause?: (ms: number) => Promise<void>;
  /** For one call, from connecting to the last byte; ten seconds unless told. */
  readonly timeoutMs?: number;
}

type Query = Readonly<Record<string, string>>;
type Body = PlatformAnswer['body'];

/** WeCom's server API with one app's token. */
export interface WecomClient {
  get(path: string, query?: Query): Promise<Body>;
  /** @param repeatable whether doing it twice harms nothing */
  post(path: string, body: unknown, repeatable: boolean): Promise<Body>;
}

/** Decides on `errcode` alone: the text may change and the status is always 200. */
export function verdictOf({ body }: PlatformAnswer): Verdict {
  const code = body.errcode;
  if (code === 0) return { kind: 'ok' };
  if (typeof code !== 'number') return { kind: 'error', error: unexpected(platformId, 'no_errcode') };
  // Nobody could be reached, and for want of a licence: that is another remedy than a wrong id.
  const unlicensed = code === nobodyReached && typeof body.unlicenseduser === 'string' && body.unlicenseduser;
  if (unlicensed) return { kind: 'error', error: unexpected(platformId, noLicence) };
  const error = errorOf(code, typeof body.errmsg === 'string' ? body.errmsg : '');
  if (tokenCodes.has(code)) return { kind: 'token', error };
  if (busyCodes.has(code)) {
    return { kind: 'busy', seconds: busyCodes.get(code) ?? null, platformCode: String(code) };
  }
  return { kind: 'error', error };
}

/**
 * Opens the API for one self-built app. Tokens: https://developer.work.weixin.qq.com/document/path/91039 (read 2026-08);
 * the same token comes again inside its life, and the platform may end one early.
 */
export function wecomClient(
  options: WecomOptions,
  installation: PlatformInstallation,
  tokens: PlatformTokens,
  pace?: CallPace,
  /** Where the token comes from for a company of the marketplace. */
  granted?: () => Promise<IssuedToken>,
): WecomClient {
  const base = options.apiBase ?? defaultBase;
  const call = platformCaller({ platform: platformId, ...options, ...(pace ? { pace } : {}) });
  const address = (path: string, query: Query) => `${base}/cgi-bin/${path}?${new URLSearchParams(query)}`;

  const issue = async (): Promise<IssuedToken> => {
    const { corpId = '', secret = '' } = installation.settings;
    const body = await call({
      request: () => ({ url: address('gettoken', { corpid: corpId, corpsecret: secret }), init: {} }),
      repeatable: true,
      token: null,
      verdictOf,
    });
    const { access_token: value, expires_in: expiresInSeconds } = body;
    if (typeof value !== 'string' || typeof expiresInSeconds !== 'number')
      throw unexpected(platformId, 'token');
    return { value, expiresInSeconds };
  };
  const token = {
    get: () => tokens.get('app', granted ?? issue),
    refuse: (held: Parameters<PlatformTokens['refuse']>[1]) => tokens.refuse('app', held),
  };

  return {
    get: (path, query = {}) =>
      call({
        api: path,
        request: (value) => ({ url: address(path, { access_token: value, ...query }), init: {} }),
        repeatable: true,
        token,
        verdictOf,
      }),
    post: (path, body, repeatable) =>
      call({
        api: path,
        request: (value) => ({
          url: address(path, { access_token: value }),
          init: {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          },
        }),
        repeatable,
        token,
        verdictOf,
      }),
  };
}
