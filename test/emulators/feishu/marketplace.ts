import { type Context, Hono } from 'hono';
import { eventSignature, sealEvent } from '#adapters/feishu/event-crypto.ts';
import type { FeishuStore } from '#adapters/feishu/store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { faultPlan, withFaults } from '../shared/faults.ts';
import type { Market, MarketCompany, MarketPush } from '../shared/market.ts';
import { type FeishuEmulator, feishuApp, feishuEmulator } from './feishu-emulator.ts';

/** The store app that the emulator knows. */
export const feishuStore: FeishuStore = {
  appId: 'cli_emulatedstore01',
  appSecret: 'emulated-store-secret-0123456789abcdef',
  encryptKey: 'emulated-store-encrypt-key',
  verificationToken: 'emulated-store-verification-token',
  eraseAfterDays: 7,
};

interface Enrolled extends MarketCompany {
  readonly inner: FeishuEmulator;
  state: 'none' | 'running' | 'stopped';
  department: string | null;
  readonly tokens: Map<string, number>;
}

type Body = Readonly<Record<string, unknown>>;

const ticketEveryMs = 3_600_000;
const ticketLifeMs = 3 * 3_600_000;
const tokenMs = 7_140_000;
let enrolments = 0;

const refuse = (code: number, msg: string, status = 200): Response =>
  Response.json({ code, msg, error: { log_id: `log${code}` } }, { status });

/**
 * Feishu's side of a store app: a ticket every hour that lives three, an app token for a live ticket, tenant tokens while the company has
 * the app enabled, events of all companies at one address in both envelopes. https://open.feishu.cn/document (read 2026-02)
 */
export function feishuMarket(clock: Clock): Market & {
  readonly app: Hono;
  check(challenge: string): MarketPush;
  /** A code as the sign-in page hands out. */
  signIn(company: MarketCompany, personId: string): string;
} {
  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  const faults = faultPlan();
  const companies = new Map<string, Enrolled>();
  const tickets = new Map<string, number>();
  const appTokens = new Map<string, number>();
  const codes = new Map<
    string,
    { readonly corp: Enrolled; readonly personId: string; readonly inPage: boolean }
  >();
  const users = new Map<string, { readonly corp: Enrolled; readonly personId: string }>();
  const { appId, appSecret, encryptKey, verificationToken } = feishuStore;
  const seen = new Set<string>([appSecret, encryptKey, verificationToken]);
  let nextTicket = 0;
  let serial = 0;
  const nowMs = () => clock.now().getTime();
  const secret = (kind: string): string => {
    serial += 1;
    const value = `${kind}-${serial}-${crypto.randomUUID()}`;
    seen.add(value);
    return value;
  };
  const post = (path: string, answer: (body: Body) => Response): void => {
    app.post(`/open-apis${path}`, (c) => withFaults(faults, c, async () => answer(await c.req.json<Body>())));
  };
  const wrongKeys = ({ app_id, app_secret }: Body): Response | null => {
    if (app_id !== appId) return refuse(10014, 'app id not exists');
    return app_secret === appSecret ? null : refuse(10015, 'wrong app secret');
  };

  post('/auth/v3/app_ticket/resend', (body) => {
    const wrong = wrongKeys(body);
    if (wrong) return wrong;
    nextTicket = 0;
    return Response.json({ code: 0, msg: 'success' });
  });
  post('/auth/v3/app_access_token', (body) => {
    const wrong = wrongKeys(body);
    if (wrong) return wrong;
    if (nowMs() >= (tickets.get(String(body.app_ticket)) ?? 0))
      return refuse(10012, 'get app access token fail');
    const app_access_token = secret('a-app-token');
    appTokens.set(app_access_token, nowMs() + tokenMs);
    return Response.json({ code: 0, msg: 'ok', app_access_token, expire: tokenMs / 1000 });
  });
  post('/auth/v3/tenant_access_token', ({ app_access_token: held, tenant_key: key }) => {
    if (nowMs() >= (appTokens.get(String(held)) ?? 0))
      return refuse(99991664, 'invalid app access token', 400);
    const corp = companies.get(String(key));
    if (corp?.state !== 'running') return refuse(10013, 'get tenant access token fail');
    const tenant_access_token = secret('t-tenant-token');
    corp.tokens.set(tenant_access_token, nowMs() + tokenMs);
    return Response.json({ code: 0, msg: 'ok', tenant_access_token, expire: tokenMs / 1000 });
  });
  post('/authen/v2/oauth/token', ({ client_id, client_secret, code, code_verifier: verifier }) => {
    if (client_id !== appId || client_secret !== appSecret)
      return refuse(20002, 'invalid client_secret', 400);
    const held = codes.get(String(code));
    codes.delete(String(code));
    // Only a sign-in by redirect began with a challenge.
    const proved = held?.inPage === true || /^[\w.~-]{43,128}$/.test(String(verifier));
    if (!held || !proved) return refuse(20003, 'code not found', 400);
    const access_token = secret('u-user-token');
    users.set(access_token, held);
    return Response.json({ code: 0, access_token, expires_in: 7200, token_type: 'Bearer', scope: '' });
  });
  const bearer = (c: Context) => c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
  app.get('/open-apis/authen/v1/user_info', (c) =>
    withFaults(faults, c, () => {
      const held = users.get(bearer(c));
      if (!held) return refuse(20005, 'invalid access token');
      const { corp, personId } = held;
      const name = corp.company.people.get(personId)?.name;
      const data = { open_id: personId, union_id: `on_${personId}`, name, tenant_key: corp.corpId };
      return Response.json({ code: 0, msg: 'success', data });
    }),
  );

  /** Whether a department, or somebody in one, lies outside of the contact scope. */
  const hidden = (corp: Enrolled, path: string, departmentId: string | null): number | null => {
    if (corp.department === null) return null;
    const asked = /departments\/([^/]+)/.exec(path)?.[1] ?? departmentId;
    if (asked) return asked === corp.department ? null : 40_004;
    const person = corp.company.people.get(/users\/([^/]+)$/.exec(path)?.[1] ?? '');
    return person && !person.departmentIds.includes(corp.department) ? 41_050 : null;
  };
  app.on(['GET', 'POST', 'PATCH', 'DELETE'], '/open-apis/*', (c) =>
    withFaults(faults, c, async () => {
      const sent = bearer(c);
      const corp = [...companies.values()].find(({ tokens }) => tokens.has(sent));
      if (!corp || nowMs() >= (corp.tokens.get(sent) ?? 0))
        return refuse(99991663, 'Invalid access token', 400);
      if (corp.state !== 'running') return refuse(99991662, 'app is not in use', 400);
      const url = new URL(c.req.url);
      if (url.pathname.endsWith('/tenant/v2/tenant/query')) {
        const tenant = { name: `${corp.corpId} 有限公司`, display_id: 'F1', tenant_key: corp.corpId };
        return Response.json({ code: 0, msg: 'success', data: { tenant } });
      }
      if (url.pathname.endsWith('/application/v3/is_user_admin')) {
        const is_app_admin = corp.admins.has(url.searchParams.get('open_id') ?? '');
        return Response.json({ code: 0, msg: 'success', data: { is_app_admin } });
      }
      if (corp.department !== null && url.pathname.endsWith('/contact/v3/scopes')) {
        const data = {
          department_ids: [corp.department],
          user_ids: [],
          group_ids: [],
          has_more: false,
        };
        return Response.json({ code: 0, msg: 'success', data });
      }
      const code = hidden(corp, url.pathname, url.searchParams.get('department_id'));
      if (code !== null) return refuse(code, 'no authority', 403);
      const headers = { authorization: `Bearer ${await innerToken(corp.inner)}` };
      const { method } = c.req;
      const init =
        method === 'GET'
          ? { headers }
          : { method, body: await c.req.text(), headers: { ...headers, 'content-type': 'application/json' } };
      return corp.inner.app.request(`${url.pathname}${url.search}`, init);
    }),
  );

  const sealed = (text: string, key = encryptKey): CallbackRequest => {
    serial += 1;
    const encrypt = sealEvent(key, text, crypto.getRandomValues(new Uint8Array(16)));
    const body = new TextEncoder().encode(JSON.stringify({ encrypt }));
    const timestamp = String(Math.floor(nowMs() / 1000));
    const nonce = String(950_646_000 + serial);
    const headers = {
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': eventSignature(timestamp, nonce, key, body),
    };
    return { method: 'POST', query: {}, headers, body };
  };
  const old = (event: object): string =>
    JSON.stringify({
      ts: (nowMs() / 1000).toFixed(7),
      uuid: crypto.randomUUID(),
      token: verificationToken,
      type: 'event_callback',
      event: { app_id: appId, ...event },
    });
  const push = (event: object): MarketPush => ({ channel: 'suite', request: sealed(old(event)) });
  const event = (corpId: string, event_type: string, body: object): MarketPush => {
    const header = {
      event_id: crypto.randomUUID(),
      event_type,
      create_time: String(nowMs() * 1000),
      token: verificationToken,
      app_id: appId,
      tenant_key: corpId,
    };
    return { channel: 'suite', request: sealed(JSON.stringify({ schema: '2.0', header, event: body })) };
  };
  const of = ({ corpId }: MarketCompany): Enrolled => {
    const corp = companies.get(corpId);
    if (!corp) throw new Error(`${corpId} is not enrolled`);
    return corp;
  };
  const status = (corp: Enrolled, told: string): MarketPush =>
    push({
      type: 'app_status_change',
      tenant_key: corp.corpId,
      status: told,
      ...(told === 'start_by_tenant' ? { operator: { open_id: corp.adminId } } : {}),
    });

  return {
    app,
    faults,
    enrol(company) {
      enrolments += 1;
      const [adminId = ''] = company.people.keys();
      const corp: Enrolled = {
        corpId: `tk${enrolments}${crypto.randomUUID().slice(0, 12)}`,
        company,
        adminId,
        admins: new Map([[adminId, 'admin']]),
        inner: feishuEmulator(company, clock),
        state: 'none',
        department: null,
        tokens: new Map(),
      };
      companies.set(corp.corpId, corp);
      return corp;
    },
    tick() {
      if (nowMs() < nextTicket) return [];
      nextTicket = nowMs() + ticketEveryMs;
      const app_ticket = secret('ticket');
      tickets.set(app_ticket, nowMs() + ticketLifeMs);
      return [push({ type: 'app_ticket', app_ticket })];
    },
    install(company) {
      const corp = of(company);
      Object.assign(corp, { state: 'running', department: null });
      const installer = { open_id: corp.adminId };
      return [push({ type: 'app_open', tenant_key: corp.corpId, applicants: [installer], installer })];
    },
    scope(company, departmentId) {
      const corp = of(company);
      corp.department = departmentId;
      if (corp.state === 'none') return [];
      return [event(corp.corpId, 'contact.scope.updated_v3', { added: {}, removed: {} })];
    },
    suspend(company) {
      const corp = of(company);
      if (corp.state === 'none') return [];
      corp.state = 'stopped';
      return [status(corp, 'stop_by_tenant')];
    },
    resume(company) {
      const corp = of(company);
      if (corp.state === 'none') return [];
      corp.state = 'running';
      return [status(corp, 'start_by_tenant')];
    },
    uninstall(company) {
      const corp = of(company);
      if (corp.state === 'none') return [];
      Object.assign(corp, { state: 'none' });
      return [push({ type: 'app_uninstalled', tenant_key: corp.corpId })];
    },
    changed: ({ corpId }, personId) => [
      event(corpId, 'contact.user.updated_v3', { object: { open_id: personId } }),
    ],
    messages: (company) => of(company).inner.messages,
    calendar: (company) => of(company).inner.calendar,
    approvals(company) {
      const { engine, news } = of(company).inner.approvals;
      return { engine, changed: (id) => [push({ ...news(id), tenant_key: company.corpId })] };
    },
    pressed: (company, personId, label) => [
      event(company.corpId, 'card.action.trigger', of(company).inner.messages.pressed(personId, label)),
    ],
    opened(company, personId) {
      const code = secret('page-code');
      const stranger = [...companies.values()].find(({ corpId }) => corpId !== company.corpId);
      if (personId === null && !stranger) return code;
      const corp = personId === null ? (stranger ?? of(company)) : of(company);
      codes.set(code, { corp, personId: personId ?? corp.adminId, inPage: true });
      return code;
    },
    secrets: () => [...seen],
    forged: ({ corpId }) => ({
      channel: 'suite',
      request: sealed(old({ type: 'app_uninstalled', tenant_key: corpId }), 'a guessed encrypt key'),
    }),
    check(challenge) {
      const text = JSON.stringify({ challenge, token: verificationToken, type: 'url_verification' });
      return { channel: 'suite', request: { ...sealed(text), headers: {} } };
    },
    signIn(company, personId) {
      const code = secret('code');
      codes.set(code, { corp: of(company), personId, inPage: false });
      return code;
    },
  };
}

/** A token of the company's inner emulator, as its self-built app gets it. */
async function innerToken(inner: FeishuEmulator): Promise<string> {
  const { appId: app_id, appSecret: app_secret } = feishuApp;
  const answer = await inner.app.request('/open-apis/auth/v3/tenant_access_token/internal', {
    method: 'POST',
    body: JSON.stringify({ app_id, app_secret }),
  });
  return ((await answer.json()) as { tenant_access_token: string }).tenant_access_token;
}
