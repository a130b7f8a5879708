import { Hono } from 'hono';
import type { Clock } from '#core/ports/clock.ts';
import { dingtalkMarket, dingtalkSuite } from '../dingtalk/marketplace.ts';
import { feishuMarket, feishuStore } from '../feishu/marketplace.ts';
import { madeCompany } from '../shared/company.ts';
import type { Market, MarketCompany, MarketPush } from '../shared/market.ts';
import { wecomMarket, wecomSuite } from '../wecom/marketplace.ts';
import type { Office } from './offices.ts';

/** What an administrator does with the app in the platform's marketplace. */
export const marketActs = ['install', 'suspend', 'resume', 'uninstall'] as const;
export type MarketAct = (typeof marketActs)[number];

/** A company that may install the app from the marketplace. */
export interface MarketOffice extends Office {
  readonly platform: string;
  /** The app's home page, as the marketplace's console has it. */
  readonly home: (clientUrl: string) => string;
  readonly act: (act: MarketAct) => readonly MarketPush[];
}

type Belongs = (request: Request) => boolean | Promise<boolean>;

const size = { departments: 4, people: 20 } as const;
const tokenIn = (request: Request): string =>
  new URL(request.url).searchParams.get('access_token') ??
  request.headers.get('x-acs-dingtalk-access-token') ??
  request.headers.get('authorization')?.replace(/^Bearer /, '') ??
  '';
/** Tokens of the market's emulators name what they are for. */
const marketToken = /^(t-tenant-token|u-user-token|corp-token|suite-token)-/;

/** One address for a platform's own apps and for its marketplace, as the platforms have it. */
function joined(own: Hono, market: Hono, belongs: Belongs): Hono {
  const app = new Hono();
  app.all('*', async (c) =>
    (marketToken.test(tokenIn(c.req.raw)) || (await belongs(c.req.raw)) ? market : own).fetch(c.req.raw),
  );
  return app;
}

interface Side {
  readonly market: Market & { readonly app: Hono };
  readonly belongs: Belongs;
  readonly environment: Readonly<Record<string, string>>;
  readonly ids?: Partial<Parameters<typeof madeCompany>[0]>;
  readonly home: (company: MarketCompany) => string;
  /** What comes back from the page for signing in by redirect. */
  readonly code: (company: MarketCompany, personId: string) => string;
}

function sideOf(platform: string, clock: Clock): Side {
  if (platform === 'wecom') {
    const market = wecomMarket(clock);
    return {
      market,
      belongs: (request) => new URL(request.url).pathname.startsWith('/cgi-bin/service/'),
      environment: {
        WECOM_SUITE_ID: wecomSuite.suiteId,
        WECOM_SUITE_SECRET: wecomSuite.suiteSecret,
        WECOM_SUITE_TOKEN: wecomSuite.callbackToken,
        WECOM_SUITE_AES_KEY: wecomSuite.encodingAesKey,
        WECOM_PROVIDER_CORP_ID: wecomSuite.providerCorpId,
      },
      home: ({ corpId }) => `/platform/wecom/open?corpid=${corpId}`,
      code: market.opened,
    };
  }
  if (platform === 'dingtalk') {
    const market = dingtalkMarket(clock);
    return {
      market,
      belongs: (request) => /oauth2\/(suiteAccessToken|corpAccessToken|apps)|suiteTicket/.test(request.url),
      environment: {
        DINGTALK_SUITE_ID: dingtalkSuite.suiteId,
        DINGTALK_SUITE_KEY: dingtalkSuite.suiteKey,
        DINGTALK_SUITE_SECRET: dingtalkSuite.suiteSecret,
        DINGTALK_SUITE_TOKEN: dingtalkSuite.callbackToken,
        DINGTALK_SUITE_AES_KEY: dingtalkSuite.encodingAesKey,
        DINGTALK_SUITE_MESSAGE_TEMPLATE: dingtalkSuite.messageTemplateId ?? '',
      },
      home: ({ corpId }) => `/platform/dingtalk/open?corpid=${corpId}`,
      code: market.opened,
    };
  }
  const market = feishuMarket(clock);
  return {
    market,
    belongs: async (request) => {
      if (/auth\/v3\/(app_ticket|app_access_token$|tenant_access_token$)/.test(request.url)) return true;
      if (!/oauth\/token$/.test(request.url)) return false;
      return (await request.clone().text()).includes(feishuStore.appId);
    },
    environment: {
      FEISHU_STORE_APP_ID: feishuStore.appId,
      FEISHU_STORE_APP_SECRET: feishuStore.appSecret,
      FEISHU_STORE_ENCRYPT_KEY: feishuStore.encryptKey,
      FEISHU_STORE_VERIFICATION_TOKEN: feishuStore.verificationToken,
    },
    ids: { rootId: '0', departmentId: (n) => `od-${100 + n}`, personId: (n) => `ou_${n}` },
    home: () => '/platform/feishu/open',
    code: market.signIn,
  };
}

/** The marketplace beside a platform's own apps: one server for both, and a company that may install. */
export function withMarket(own: Office, clock: Clock): readonly [Office, MarketOffice] {
  const { market, belongs, environment, ids = {}, home, code } = sideOf(own.id, clock);
  const company = market.enrol(madeCompany({ ...size, ...ids }));
  const app = joined(own.app, market.app, belongs);
  const all = (address: string) => ({ ...own.environment(address), ...environment });
  return [
    { ...own, app, environment: all },
    {
      ...own,
      id: `${own.id}-market`,
      platform: own.id,
      name: `${own.name}（应用市场）`,
      app,
      company: company.company,
      settings: {},
      environment: all,
      signedIn: (address, personId) => {
        const to = new URL(address.searchParams.get('redirect_uri') ?? '');
        to.searchParams.set(own.id === 'dingtalk' ? 'authCode' : 'code', code(company, personId));
        to.searchParams.set('state', address.searchParams.get('state') ?? '');
        return to;
      },
      inPageCode: (personId) => market.opened(company, personId),
      // Whether signatures are right is looked at for the company's own app.
      refuses: () => null,
      changed: (personId) => market.changed(company, personId),
      messages: market.messages(company),
      pressed: (personId, label) => market.pressed(company, personId, label),
      approvals: null,
      home: (clientUrl) => `${clientUrl}${home(company)}`,
      act: (act) => [...market.tick(), ...market[act](company)],
    },
  ];
}
