import { isRecord } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformInstallation } from '#core/ports/platform.ts';
import type {
  MarketplaceGrant,
  PlatformAdmins,
  PlatformMarketplace,
  ProviderTools,
} from '#core/ports/platform-marketplace.ts';
import type { DingtalkOptions } from './client.ts';
import { platformId } from './constants.ts';
import { receiveSyncPush } from './marketplace-events.ts';
import { type DingtalkProviderClient, dingtalkProviderClient } from './provider-client.ts';
import type { DingtalkSuite } from './suite.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});
const text = (value: unknown): string | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null;

/** The app in a company and its administrators, as `apps/authInfo` names them. */
function agentOf(info: Fields) {
  const { agentList } = fieldsOf(info.authAppInfo);
  const agent = Array.isArray(agentList) ? fieldsOf(agentList[0]) : {};
  return {
    agentId: text(agent.agentId),
    adminIds: Array.isArray(agent.adminList) ? agent.adminList.map(String) : [],
  };
}

function grantOf(corpId: string, info: Fields): MarketplaceGrant {
  const { agentId } = agentOf(info);
  return {
    corpId,
    companyName: text(fieldsOf(info.authCorpInfo).corpName),
    installerId: text(fieldsOf(info.authUserInfo).userId),
    settings: { corpId, ...(agentId ? { agentId } : {}) },
  };
}

/** DingTalk's app market for third-party apps. */
export function dingtalkMarketplace(options: DingtalkOptions, suite: DingtalkSuite): PlatformMarketplace {
  return {
    eraseAfterDays: suite.eraseAfterDays,
    async receive(_channel, request, nowMs) {
      return receiveSyncPush(suite, request, nowMs, crypto.getRandomValues(new Uint8Array(16)));
    },
    // With SyncHTTP the signed event is the grant: https://open.dingtalk.com/document/isvapp/authorization-events (read 2026-08).
    async redeem() {
      throw new AppError('PLATFORM_SIGN_IN', { details: { platform: platformId, platformCode: 'no_codes' } });
    },
    async standing({ corpId }, tools) {
      const client = dingtalkProviderClient(options, suite, tools);
      try {
        // Refused once the authorisation has ended, while `authInfo` does not say so.
        await client.corpToken(corpId);
      } catch (error) {
        if (error instanceof AppError && error.code === 'PLATFORM_DISCONNECTED') return { kind: 'gone' };
        throw error;
      }
      const info = await client.authInfo(corpId);
      return {
        kind: 'authorised',
        running: false,
        grant: grantOf(corpId, info),
        scope: null,
        expiresAt: null,
      };
    },
    requestTicket: () => dingtalkProviderClient(options, suite, null).askForTicket(),
    // Home pages name the company: `$CORPID$` in the address.
    identity: null,
  };
}

/**
 * What differs in a connection by the suite; null for a company's own app.
 * @throws AppError `PLATFORM_DISCONNECTED` when the operator is no provider any more
 */
export function openedGrant(
  options: DingtalkOptions,
  installation: PlatformInstallation,
  provider: ProviderTools | undefined,
) {
  if (installation.kind !== 'marketplace') return null;
  const { suite } = options;
  if (!suite || !provider) {
    throw new AppError('PLATFORM_DISCONNECTED', {
      details: { platform: platformId, platformCode: 'no_suite' },
    });
  }
  const { corpId = '' } = installation.settings;
  const client = dingtalkProviderClient(options, suite, provider);
  const settings: Readonly<Record<string, string>> = {
    ...installation.settings,
    appKey: suite.suiteKey,
    appSecret: suite.suiteSecret,
  };
  return {
    installation: { ...installation, settings },
    token: () => client.corpToken(corpId),
    admins: suiteAdmins(client, corpId),
  };
}

const suiteAdmins = (client: DingtalkProviderClient, corpId: string): PlatformAdmins => ({
  perPerson: false,
  async levels(ids) {
    const { adminIds } = agentOf(await client.authInfo(corpId));
    return new Map(ids.filter((id) => adminIds.includes(id)).map((id) => [id, 'admin' as const]));
  },
});
