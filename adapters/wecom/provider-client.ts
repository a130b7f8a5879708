import {
  isRecord,
  type PlatformAnswer,
  platformCaller,
  unexpected,
  type Verdict,
} from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { IssuedToken } from '#core/ports/platform.ts';
import type { ProviderTools } from '#core/ports/platform-marketplace.ts';
import type { WecomOptions } from './client.ts';
import { busyCodes, apiBase as defaultBase, errorOf, platformId } from './constants.ts';
import type { WecomSuite } from './suite.ts';

type Body = PlatformAnswer['body'];

const suiteTokenCodes: ReadonlySet<number> = new Set([40082, 42009]);
const ticketCode = 40085;
const ticketSeconds = 600;
/** The grant is not there any more: https://developer.work.weixin.qq.com/document/path/90455 (and those below, read 2026-08). */
const gone: ReadonlySet<number> = new Set([40084, 48004, 50003, 301056]);
const usedCodes: ReadonlySet<number> = new Set([40078]);
const operatorKeys: ReadonlyMap<number, readonly [field: string, problem: string]> = new Map([
  [40080, ['WECOM_SUITE_SECRET', 'Secret 不正确 / wrong suite secret']],
  [40083, ['WECOM_SUITE_ID', 'suite id 不存在 / no such suite']],
  [48003, ['WECOM_SUITE_ID', '授权属于另一个应用 / the grant belongs to another suite']],
  [60020, ['WECOM_SUITE_ID', '服务器 IP 不在服务商白名单中 / server address not on the provider’s list']],
]);

/** The platform's refusal of a provider's call, in our codes. */
function providerError(code: number, message: string): AppError {
  const details = { platform: platformId, platformCode: String(code) };
  const setting = operatorKeys.get(code);
  if (setting) {
    return new AppError('PLATFORM_SETTINGS', {
      details: { ...details, field: setting[0], problem: setting[1] },
    });
  }
  if (gone.has(code)) return new AppError('PLATFORM_DISCONNECTED', { details });
  if (usedCodes.has(code)) return new AppError('PLATFORM_SIGN_IN', { details });
  if (code === ticketCode) {
    return new AppError('PLATFORM_BUSY', { details: { ...details, seconds: ticketSeconds } });
  }
  return errorOf(code, message);
}

/** `get_suite_token` and `get_corp_token` name `errcode` only when they fail; a gateway in front refuses by the status alone. */
function providerVerdict({ status, body }: PlatformAnswer): Verdict {
  if (status >= 400 && body.errcode === undefined)
    return status === 429
      ? { kind: 'busy', seconds: null, platformCode: 'HTTP 429' }
      : { kind: 'error', error: unexpected(platformId, `HTTP ${status}`) };
  const code = body.errcode ?? 0;
  if (code === 0) return { kind: 'ok' };
  if (typeof code !== 'number') return { kind: 'error', error: unexpected(platformId, 'no_errcode') };
  const error = providerError(code, typeof body.errmsg === 'string' ? body.errmsg : '');
  if (suiteTokenCodes.has(code)) return { kind: 'token', error };
  if (busyCodes.has(code)) {
    return { kind: 'busy', seconds: busyCodes.get(code) ?? null, platformCode: String(code) };
  }
  return { kind: 'error', error };
}

/** A company's grant: whose, and the code that stands for it. */
export interface WecomGrant {
  readonly corpId: string;
  readonly permanentCode: string;
}

/** The service side of WeCom's API, with the suite's token. */
export interface WecomProviderClient {
  /** POST `service/<path>`. @param repeatable whether doing it twice harms nothing */
  post(path: string, body: unknown, repeatable: boolean): Promise<Body>;
  get(path: string, query: Readonly<Record<string, string>>): Promise<Body>;
  /** A token of the app in that company: https://developer.work.weixin.qq.com/document/path/90605. */
  corpToken(grant: WecomGrant): Promise<IssuedToken>;
}

/**
 * Opens the service API. The suite's token comes for the newest ticket, which the platform pushes every ten minutes:
 * https://developer.work.weixin.qq.com/document/path/90600 (read 2026-08)
 */
export function wecomProviderClient(
  options: WecomOptions,
  suite: WecomSuite,
  tools: ProviderTools,
): WecomProviderClient {
  const base = options.apiBase ?? defaultBase;
  const call = platformCaller({ platform: platformId, ...options });
  const address = (path: string, query: Readonly<Record<string, string>>) =>
    `${base}/cgi-bin/service/${path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
  const json = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  const issue = async (): Promise<IssuedToken> => {
    const body = {
      suite_id: suite.suiteId,
      suite_secret: suite.suiteSecret,
      suite_ticket: await tools.ticket(),
    };
    const answer = await call({
      request: () => ({ url: address('get_suite_token', {}), init: json(body) }),
      repeatable: true,
      token: null,
      verdictOf: providerVerdict,
    });
    return issued(answer, 'suite_access_token');
  };
  const token = {
    get: () => tools.tokens.get('suite', issue),
    refuse: (held: Parameters<ProviderTools['tokens']['refuse']>[1]) => tools.tokens.refuse('suite', held),
  };
  const post: WecomProviderClient['post'] = (path, body, repeatable) =>
    call({
      api: path,
      request: (value) => ({ url: address(path, { suite_access_token: value }), init: json(body) }),
      repeatable,
      token,
      verdictOf: providerVerdict,
    });
  return {
    post,
    get: (path, query) =>
      call({
        api: path,
        request: (value) => ({ url: address(path, { suite_access_token: value, ...query }), init: {} }),
        repeatable: true,
        token,
        verdictOf: providerVerdict,
      }),
    corpToken: async ({ corpId, permanentCode }) => {
      const body = { auth_corpid: corpId, permanent_code: permanentCode };
      return issued(await post('get_corp_token', body, true), 'access_token');
    },
  };
}

function issued(answer: Body, name: string): IssuedToken {
  const { [name]: value, expires_in: expiresInSeconds } = answer;
  if (typeof value !== 'string' || typeof expiresInSeconds !== 'number')
    throw unexpected(platformId, 'token');
  return { value, expiresInSeconds };
}

/** The one agent of an authorisation, or null. */
export function agentOf(authInfo: unknown): Readonly<Record<string, unknown>> | null {
  const agents = isRecord(authInfo) && Array.isArray(authInfo.agent) ? authInfo.agent : [];
  return agents.find(isRecord) ?? null;
}
