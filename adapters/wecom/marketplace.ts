import { isRecord, platformCaller, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformIdentity, PlatformInstallation } from '#core/ports/platform.ts';
import type {
  MarketplaceStanding,
  PlatformAdmins,
  PlatformMarketplace,
  ProviderTools,
  VisibleScope,
} from '#core/ports/platform-marketplace.ts';
import { verdictOf, type WecomOptions } from './client.ts';
import { apiBase, browserSignInPage, clientSignInPage, platformId } from './constants.ts';
import { wecomInstallLink } from './install-link.ts';
import { receiveSuite } from './marketplace-events.ts';
import {
  agentOf,
  type WecomGrant,
  type WecomProviderClient,
  wecomProviderClient,
} from './provider-client.ts';
import type { WecomSuite } from './suite.ts';

const rootDepartment = '1';

/** The grant in a company's settings. */
const grantIn = (settings: Readonly<Record<string, string>>): WecomGrant => ({
  corpId: settings.corpId ?? '',
  permanentCode: settings.permanentCode ?? '',
});

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function scopeOf(agent: Readonly<Record<string, unknown>>): VisibleScope | null {
  if (!isRecord(agent.privilege)) return null;
  const { allow_party, extra_party, allow_user, extra_user } = agent.privilege;
  const departments = [...idsIn(allow_party), ...idsIn(extra_party)];
  const people = [...idsIn(allow_user), ...idsIn(extra_user)];
  return {
    everyone: departments.includes(rootDepartment),
    departments: departments.length,
    people: people.length,
  };
}

/** When the bought edition ends, where the company bought one: seconds in `edition_info.agent[].expired_time` (unconfirmed). */
function expiryOf(body: Readonly<Record<string, unknown>>): string | null {
  const seconds = Number(agentOf(body.edition_info)?.expired_time);
  return seconds > 0 ? new Date(seconds * 1000).toISOString() : null;
}

/** WeCom's app directory for third-party suites. */
export function wecomMarketplace(options: WecomOptions, suite: WecomSuite): PlatformMarketplace {
  const clientFor = (tools: ProviderTools) => wecomProviderClient(options, suite, tools);
  const call = platformCaller({ platform: platformId, ...options });

  /** Whether the company switched the app off: `close` of the app itself, with the app's token. */
  const isClosed = async (client: WecomProviderClient, grant: WecomGrant, agentId: string) => {
    const { value } = await client.corpToken(grant);
    const query = new URLSearchParams({ access_token: value, agentid: agentId });
    const url = `${options.apiBase ?? apiBase}/cgi-bin/agent/get?${query}`;
    const request = () => ({ url, init: {} });
    const agent = await call({ api: 'agent/get', request, repeatable: true, token: null, verdictOf });
    return Number(agent.close) === 1;
  };

  async function standing(
    settings: Readonly<Record<string, string>>,
    tools: ProviderTools,
  ): Promise<MarketplaceStanding> {
    const client = clientFor(tools);
    const grant = grantIn(settings);
    const body = await client.post(
      'v2/get_auth_info',
      { auth_corpid: grant.corpId, permanent_code: grant.permanentCode },
      true,
    );
    const agent = agentOf(body.auth_info);
    if (agent === null) throw unexpected(platformId, 'auth_info');
    const agentId = String(agent.agentid);
    if (await isClosed(client, grant, agentId)) return { kind: 'suspended' };
    const company = isRecord(body.auth_corp_info) ? body.auth_corp_info : {};
    const [manager] = await managersOf(client, grant.corpId, agentId);
    return {
      kind: 'authorised',
      running: true,
      grant: {
        corpId: grant.corpId,
        companyName: text(company.corp_name),
        installerId: manager ?? null,
        settings: { ...grant, agentId },
      },
      scope: scopeOf(agent),
      expiresAt: expiryOf(body),
    };
  }

  return {
    eraseAfterDays: suite.eraseAfterDays,
    receive: async (channel, request, nowMs) => receiveSuite(suite, channel, request, nowMs),
    async redeem(authCode, tools) {
      // A code works once: repeating after a broken connection would be refused.
      const body = await clientFor(tools).post('v2/get_permanent_code', { auth_code: authCode }, false);
      const company = isRecord(body.auth_corp_info) ? body.auth_corp_info : {};
      const corpId = text(company.corpid);
      const permanentCode = text(body.permanent_code);
      if (corpId === null || permanentCode === null) throw unexpected(platformId, 'permanent_code');
      const installer = isRecord(body.auth_user_info) ? text(body.auth_user_info.userid) : null;
      return {
        corpId,
        companyName: text(company.corp_name),
        installerId: installer,
        settings: { corpId, permanentCode },
      };
    },
    async standing({ corpId, settings }, tools) {
      try {
        return await standing({ ...settings, corpId }, tools);
      } catch (error) {
        if (error instanceof AppError && error.code === 'PLATFORM_DISCONNECTED') return { kind: 'gone' };
        throw error;
      }
    },
    // The console has a button for it; the API has no call.
    requestTicket: null,
    installLink: wecomInstallLink(options, suite),
    // Home pages name the company: `$CORPID$` in the address.
    identity: null,
  };
}

async function managersOf(
  client: WecomProviderClient,
  corpId: string,
  agentId: string,
): Promise<readonly string[]> {
  const levels = await adminLevels(client, corpId, agentId);
  return [...levels].filter(([, level]) => level === 'admin').map(([id]) => id);
}

/** https://developer.work.weixin.qq.com/document/path/90606: 1 may manage the app, 0 may only send messages. */
async function adminLevels(client: WecomProviderClient, corpId: string, agentId: string) {
  const body = await client.post('get_admin_list', { auth_corpid: corpId, agentid: Number(agentId) }, true);
  if (!Array.isArray(body.admin)) throw unexpected(platformId, 'admin');
  const rows = body.admin.filter(isRecord).filter(({ userid }) => typeof userid === 'string');
  return new Map(
    rows.map(({ userid, auth_type: type }) => [
      String(userid),
      Number(type) === 1 ? ('admin' as const) : ('sub_admin' as const),
    ]),
  );
}

/**
 * What differs in a connection by the suite: where tokens come from, who signs in, who administrates. Null for a company's own app.
 * @throws AppError `PLATFORM_DISCONNECTED` when the operator is no provider any more
 */
export function openedGrant(
  options: WecomOptions,
  { kind, settings }: PlatformInstallation,
  provider: ProviderTools | undefined,
) {
  if (kind !== 'marketplace') return null;
  if (!options.suite || !provider) {
    throw new AppError('PLATFORM_DISCONNECTED', {
      details: { platform: platformId, platformCode: 'no_suite' },
    });
  }
  const client = wecomProviderClient(options, options.suite, provider);
  const grant = grantIn(settings);
  return {
    token: () => client.corpToken(grant),
    identity: suiteIdentity(client, options.suite, grant.corpId),
    admins: suiteAdmins(client, settings),
  };
}

/** The app's administrators in one company. */
const suiteAdmins = (
  client: WecomProviderClient,
  settings: Readonly<Record<string, string>>,
): PlatformAdmins => ({
  perPerson: false,
  async levels(ids) {
    const all = await adminLevels(client, settings.corpId ?? '', settings.agentId ?? '');
    // Ids of people are compared without case: messages give them in small letters.
    const wanted = new Map(ids.map((id) => [id.toLowerCase(), id]));
    return new Map(
      [...all].flatMap(([id, level]) => {
        const known = wanted.get(id.toLowerCase());
        return known === undefined ? [] : [[known, level] as const];
      }),
    );
  },
});

/** Sign-in by the suite: https://developer.work.weixin.qq.com/document/path/91121 · …/91711 (read 2026-08). */
function suiteIdentity(client: WecomProviderClient, suite: WecomSuite, corpId: string): PlatformIdentity {
  return {
    codeParameter: 'code',
    signInAddress({ redirectUri, state, userAgent }) {
      const common = { appid: suite.suiteId, redirect_uri: redirectUri, state };
      if (/wxwork\/[\d.]/i.test(userAgent)) {
        const query = new URLSearchParams({ ...common, response_type: 'code', scope: 'snsapi_base' });
        return `${clientSignInPage}?${query}#wechat_redirect`;
      }
      return `${browserSignInPage}?${new URLSearchParams({ login_type: 'ServiceApp', ...common })}`;
    },
    async userOf({ value }) {
      const body = await client.get('auth/getuserinfo3rd', { code: value });
      // Guests come with `openid` alone; people of other companies with another corp id.
      if (typeof body.userid !== 'string' || body.userid === '' || body.corpid !== corpId) {
        throw new AppError('PLATFORM_SIGN_IN', {
          details: { platform: platformId, platformCode: 'outsider' },
        });
      }
      return { id: body.userid, name: null };
    },
  };
}
