import {
  type PlatformAnswer,
  platformCaller,
  unexpected,
  type Verdict,
} from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { IssuedToken } from '#core/ports/platform.ts';
import type { ProviderTools } from '#core/ports/platform-marketplace.ts';
import { apiVerdict, type DingtalkOptions } from './client.ts';
import { apiBase, platformId } from './constants.ts';
import type { DingtalkSuite } from './suite.ts';

type Body = PlatformAnswer['body'];

const ticketSeconds = 60;
const keyCodes: ReadonlySet<string> = new Set(['invalidSuiteKey', 'invalidClientIdOrSecret']);

const refusedTicket = (error: AppError): boolean => error.details.platformCode === 'invalidSuiteTicket';

/** The provider's side of DingTalk's API: https://open.dingtalk.com/document/isvapp/obtain-the-suite_access_token (read 2026-08). */
export interface DingtalkProviderClient {
  /** Asks for the ticket; it comes by a push. */
  askForTicket(): Promise<void>;
  /** A token in that company; every call gives another one. */
  corpToken(corpId: string): Promise<IssuedToken>;
  authInfo(corpId: string): Promise<Body>;
}

export function dingtalkProviderClient(
  options: DingtalkOptions,
  suite: DingtalkSuite,
  tools: Pick<ProviderTools, 'tokens' | 'ticket'> | null,
): DingtalkProviderClient {
  const base = options.apiBase ?? apiBase;
  const call = platformCaller({ platform: platformId, ...options });
  const send = (path: string, body: object, repeatable = true): Promise<Body> =>
    call({
      api: path,
      request: () => ({
        url: `${base}${path}`,
        init: {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
      }),
      repeatable,
      token: null,
      verdictOf: providerVerdict,
    });
  const askForTicket = async (): Promise<void> => {
    const { suiteId, suiteSecret } = suite;
    await send('/v1.0/event/suiteTicket/rePush', { suiteId, suiteSecret });
  };
  /** A token for the newest ticket; an ended ticket is asked for again. */
  const withTicket = async (path: string, more: object): Promise<IssuedToken> => {
    const { suiteKey, suiteSecret } = suite;
    const suiteTicket = await tools?.ticket();
    try {
      return issued(await send(path, { suiteKey, suiteSecret, suiteTicket, ...more }));
    } catch (error) {
      if (!(error instanceof AppError) || !refusedTicket(error)) throw error;
      await askForTicket();
      throw new AppError('PLATFORM_BUSY', {
        cause: error,
        details: { ...error.details, seconds: ticketSeconds },
      });
    }
  };
  const suiteToken = () => withTicket('/v1.0/oauth2/suiteAccessToken', {});

  return {
    askForTicket,
    corpToken: (authCorpId) => withTicket('/v1.0/oauth2/corpAccessToken', { authCorpId }),
    authInfo(authCorpId) {
      if (!tools) throw unexpected(platformId, 'no_suite');
      return call({
        api: 'apps/authInfo',
        request: (value) => ({
          url: `${base}/v1.0/oauth2/apps/authInfo?${new URLSearchParams({ authCorpId })}`,
          init: { headers: { 'x-acs-dingtalk-access-token': value } },
        }),
        repeatable: true,
        token: {
          get: () => tools.tokens.get('suite', suiteToken),
          refuse: (held) => tools.tokens.refuse('suite', held),
        },
        verdictOf: apiVerdict,
      });
    },
  };
}

/** The operator's own keys are named by the settings that hold them. */
function providerVerdict(answer: PlatformAnswer): Verdict {
  const code = String(answer.body.code);
  if (answer.status < 400 || !keyCodes.has(code)) return apiVerdict(answer);
  const error = new AppError('PLATFORM_SETTINGS', {
    details: {
      platform: platformId,
      platformCode: code,
      field: 'DINGTALK_SUITE_SECRET',
      problem: 'SuiteKey 或 SuiteSecret 不正确 / wrong suite key or secret',
    },
  });
  return { kind: 'error', error };
}

function issued({ accessToken: value, expireIn: expiresInSeconds }: Body): IssuedToken {
  if (typeof value !== 'string' || typeof expiresInSeconds !== 'number')
    throw unexpected(platformId, 'token');
  return { value, expiresInSeconds };
}
