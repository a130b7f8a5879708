import { isRecord, platformCaller } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformInstallation } from '#core/ports/platform.ts';
import type {
  MarketplaceIdentity,
  MarketplaceStanding,
  PlatformMarketplace,
  ProviderTools,
} from '#core/ports/platform-marketplace.ts';
import { type FeishuOptions, feishuClient, verdictOf } from './client.ts';
import { apiBase, platformId } from './constants.ts';
import { feishuIdentity } from './identity.ts';
import { receiveStorePush } from './marketplace-events.ts';
import { feishuProviderClient } from './provider-client.ts';
import type { FeishuStore } from './store.ts';

/** "Get tenant token fail": for a company that stopped or removed the app, but perhaps for other reasons, too (unconfirmed). */
const noTenantToken = '10013';

/** Feishu's app store. */
export function feishuMarketplace(options: FeishuOptions, store: FeishuStore): PlatformMarketplace {
  async function standing(tenantKey: string, tools: ProviderTools): Promise<MarketplaceStanding> {
    const { value } = await feishuProviderClient(options, store, tools).tenantToken(tenantKey);
    const grant = {
      corpId: tenantKey,
      companyName: await companyName(options, value),
      installerId: null,
      settings: { tenantKey },
    };
    return { kind: 'authorised', running: false, grant, scope: null, expiresAt: null };
  }
  return {
    eraseAfterDays: store.eraseAfterDays,
    receive: async (_channel, request, nowMs) => receiveStorePush(store, request, nowMs),
    // The signed event is the grant.
    async redeem() {
      throw new AppError('PLATFORM_SIGN_IN', { details: { platform: platformId, platformCode: 'no_codes' } });
    },
    async standing({ corpId }, tools) {
      try {
        return await standing(corpId, tools);
      } catch (error) {
        if (error instanceof AppError && error.details.platformCode === noTenantToken)
          return { kind: 'untold' };
        throw error;
      }
    },
    requestTicket: () => feishuProviderClient(options, store, null).askForTicket(),
    identity: storeIdentity(options, store),
  };
}

/** https://open.feishu.cn/document/server-docs/tenant-v2/query (read 2026-02); null without the permission for it. */
async function companyName(options: FeishuOptions, token: string): Promise<string | null> {
  const call = platformCaller({ platform: platformId, ...options });
  const url = `${options.apiBase ?? apiBase}/open-apis/tenant/v2/tenant/query`;
  const init = { headers: { authorization: `Bearer ${token}` } };
  try {
    const body = await call({
      api: 'tenant/query',
      request: () => ({ url, init }),
      repeatable: true,
      token: null,
      verdictOf,
    });
    const tenant = isRecord(body.data) && isRecord(body.data.tenant) ? body.data.tenant : {};
    return typeof tenant.name === 'string' && tenant.name !== '' ? tenant.name : null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'PLATFORM_PERMISSION') return null;
    throw error;
  }
}

/** Home pages of store apps do not name the company: the user's own profile does. */
function storeIdentity(options: FeishuOptions, store: FeishuStore): MarketplaceIdentity {
  const { appId, appSecret } = store;
  const installation = { id: '', tenantId: '', platform: platformId, settings: { appId, appSecret } };
  const unused = async () => {
    throw new AppError('PLATFORM_UNEXPECTED', {
      details: { platform: platformId, platformCode: 'no_company' },
    });
  };
  const client = feishuClient(options, installation, { get: unused, refuse: unused });
  const { codeParameter, signInAddress } = feishuIdentity(client, installation);
  return {
    codeParameter,
    signInAddress,
    async userOf({ value, redirectUri, verifier }) {
      const { access_token: token } = await client.redeem({
        grant_type: 'authorization_code',
        code: value,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      });
      const user = await client.getAsUser('/authen/v1/user_info', String(token));
      const { open_id: id, tenant_key: corpId, name } = user;
      if (typeof id !== 'string' || typeof corpId !== 'string') {
        throw new AppError('PLATFORM_SIGN_IN', {
          details: { platform: platformId, platformCode: 'outsider' },
        });
      }
      return { id, corpId, name: typeof name === 'string' && name !== '' ? name : null };
    },
  };
}

/**
 * What differs in a connection by the store app; null for a company's own app.
 * @throws AppError `PLATFORM_DISCONNECTED` when the operator is no provider any more
 */
export function openedGrant(
  options: FeishuOptions,
  installation: PlatformInstallation,
  provider: ProviderTools | undefined,
) {
  if (installation.kind !== 'marketplace') return null;
  const { store } = options;
  if (!store || !provider) {
    throw new AppError('PLATFORM_DISCONNECTED', {
      details: { platform: platformId, platformCode: 'no_store_app' },
    });
  }
  const { tenantKey = installation.settings.corpId ?? '' } = installation.settings;
  const client = feishuProviderClient(options, store, provider);
  const settings: Readonly<Record<string, string>> = {
    ...installation.settings,
    tenantKey,
    appId: store.appId,
    appSecret: store.appSecret,
  };
  return { installation: { ...installation, settings }, token: () => client.tenantToken(tenantKey) };
}
