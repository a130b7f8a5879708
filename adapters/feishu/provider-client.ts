import { type PlatformAnswer, platformCaller, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { IssuedToken } from '#core/ports/platform.ts';
import type { ProviderTools } from '#core/ports/platform-marketplace.ts';
import { type FeishuOptions, verdictOf } from './client.ts';
import { apiBase, platformId } from './constants.ts';
import type { FeishuStore } from './store.ts';

type Body = PlatformAnswer['body'];

/** A ticket that was asked for may take two minutes. */
const ticketSeconds = 120;
const ticketRefused = '10012';

/** The store app's side of Feishu: https://open.feishu.cn/document/server-docs/authentication-management (read 2026-02). */
export interface FeishuProviderClient {
  /** Asks for the ticket; it comes by a push. */
  askForTicket(): Promise<void>;
  /** A token of the app in that company. */
  tenantToken(tenantKey: string): Promise<IssuedToken>;
}

export function feishuProviderClient(
  options: FeishuOptions,
  store: FeishuStore,
  tools: Pick<ProviderTools, 'tokens' | 'ticket'> | null,
): FeishuProviderClient {
  const base = options.apiBase ?? apiBase;
  const call = platformCaller({ platform: platformId, ...options });
  const request = (path: string, body: object) => ({
    url: `${base}/open-apis/auth/v3/${path}`,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });
  const post = (path: string, body: object): Promise<Body> =>
    call({ api: path, request: () => request(path, body), repeatable: true, token: null, verdictOf });
  const app = { app_id: store.appId, app_secret: store.appSecret };
  const askForTicket = async (): Promise<void> => {
    await post('app_ticket/resend', app);
  };
  const appToken = async (): Promise<IssuedToken> => {
    const app_ticket = await tools?.ticket();
    try {
      const body = await post('app_access_token', { ...app, app_ticket });
      return issued(body, 'app_access_token');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'PLATFORM_SETTINGS') throw ofOperator(error);
      if (error.details.platformCode !== ticketRefused) throw error;
      await askForTicket();
      throw new AppError('PLATFORM_BUSY', {
        cause: error,
        details: { ...error.details, seconds: ticketSeconds },
      });
    }
  };
  return {
    askForTicket,
    async tenantToken(tenantKey) {
      if (!tools) throw unexpected(platformId, 'no_store_app');
      const body = await call({
        api: 'tenant_access_token',
        request: (value) =>
          request('tenant_access_token', { app_access_token: value, tenant_key: tenantKey }),
        repeatable: true,
        token: {
          get: () => tools.tokens.get('app', appToken),
          refuse: (held) => tools.tokens.refuse('app', held),
        },
        verdictOf,
      });
      return issued(body, 'tenant_access_token');
    },
  };
}

/** The operator's own keys are named by the settings that hold them. */
const ofOperator = (error: AppError): AppError =>
  new AppError('PLATFORM_SETTINGS', {
    cause: error,
    details: { ...error.details, field: 'FEISHU_STORE_APP_SECRET' },
  });

function issued(body: Body, name: string): IssuedToken {
  const { [name]: value, expire: expiresInSeconds } = body;
  if (typeof value !== 'string' || typeof expiresInSeconds !== 'number')
    throw unexpected(platformId, 'token');
  return { value, expiresInSeconds };
}
