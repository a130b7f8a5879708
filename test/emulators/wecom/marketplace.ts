import { type Context, Hono } from 'hono';
import { callbackCipher } from '#adapters/shared/callback-cipher.ts';
import type { WecomSuite } from '#adapters/wecom/suite.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { MarketplaceChannel } from '#core/ports/platform-marketplace.ts';
import { faultPlan, withFaults } from '../shared/faults.ts';
import type { Market, MarketCompany, MarketPush } from '../shared/market.ts';
import { type WecomEmulator, wecomApp, wecomEmulator } from './wecom-emulator.ts';

/** The suite that the emulator knows. */
export const wecomSuite: WecomSuite = {
  suiteId: 'ww4asffe99e54c0f4c',
  suiteSecret: 'emulated-suite-secret-0123456789abcdef',
  callbackToken: 'EmulatedSuiteToken7',
  encodingAesKey: 'kWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  providerCorpId: 'wwprovider0a1b2c3d4',
  eraseAfterDays: 1,
};

interface Enrolled extends MarketCompany {
  readonly inner: WecomEmulator;
  code: string | null;
  closed: boolean;
  departments: readonly string[] | null;
  /** People for whom the provider bought no licence. */
  readonly unlicensed: Set<string>;
  token: { value: string; until: number };
}

const ticketEveryMs = 600_000;
const ticketLifeMs = 1_800_000;
const authCodeMs = 600_000;
const preAuthCodeMs = 1_200_000;
const tokenMs = 7_200_000;
const agentId = 1_000_247;
let enrolments = 0;

/** WeCom's marketplace, with its page of authorisation. */
export interface WecomMarket extends Market {
  readonly app: Hono;
  /** What the page does when the administrator agrees: where the browser goes. No notice is pushed on this way. Null: the page refuses. */
  authorise(company: MarketCompany, address: string): URL | null;
  /** The provider has no licence for this person. */
  unlicense(company: MarketCompany, personId: string): void;
}

/**
 * WeCom's side of a third-party app: tickets every ten minutes that live thirty, a suite token for a live ticket, codes that work once,
 * permanent codes that end with the authorisation, tokens of the app in each company, and names withheld from all that it reads.
 * https://developer.work.weixin.qq.com/document/path/90600 · …/90642 · …/100776 (read 2026-08)
 */
export function wecomMarket(clock: Clock): WecomMarket {
  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  const faults = faultPlan();
  const companies = new Map<string, Enrolled>();
  const authCodes = new Map<string, { readonly corp: Enrolled; readonly until: number }>();
  const preAuthCodes = new Map<string, { readonly until: number; formal: boolean }>();
  const tickets: { value: string; until: number }[] = [];
  const seen = new Set<string>([wecomSuite.suiteSecret, wecomSuite.callbackToken, wecomSuite.encodingAesKey]);
  let suiteToken = { value: '', until: 0 };
  let nextTicket = 0;
  let serial = 0;
  const nowMs = () => clock.now().getTime();
  const secret = (kind: string): string => {
    serial += 1;
    const value = `${kind}-${serial}-${crypto.randomUUID()}`;
    seen.add(value);
    return value;
  };
  const failure = (errcode: number, errmsg: string): Response =>
    Response.json({ errcode, errmsg: `${errmsg}, hint: [${nowMs()}${errcode}], from ip: 203.0.113.9` });
  /** The token calls say `errcode` only when they fail. */
  const bare = (fields: object): Response => Response.json(fields);
  const success = (fields: object): Response => bare({ errcode: 0, errmsg: 'ok', ...fields });

  type Body = Readonly<Record<string, unknown>>;
  const service = (path: string, answer: (body: Body, c: Context) => Response): void => {
    const handle = (c: Context) =>
      withFaults(faults, c, async () => {
        const body = c.req.method === 'POST' ? ((await c.req.json()) as Body) : c.req.query();
        if (path !== 'get_suite_token') {
          if (c.req.query('suite_access_token') !== suiteToken.value || suiteToken.value === '')
            return failure(40082, 'invalid suite_access_token');
          if (nowMs() >= suiteToken.until) return failure(42009, 'suite_access_token expired');
        }
        return answer(body, c);
      });
    if (path.startsWith('auth/') || path === 'get_pre_auth_code') app.get(`/cgi-bin/service/${path}`, handle);
    else app.post(`/cgi-bin/service/${path}`, handle);
  };
  /** The company of a permanent code that still holds. */
  const granted = ({ auth_corpid: corpId, permanent_code: code }: Body): Enrolled | null => {
    const corp = companies.get(String(corpId));
    return corp?.code && corp.code === code ? corp : null;
  };

  service('get_suite_token', ({ suite_id: id, suite_secret: key, suite_ticket: ticket }) => {
    if (id !== wecomSuite.suiteId) return failure(40083, 'invalid suite_id');
    if (key !== wecomSuite.suiteSecret) return failure(40080, 'invalid suite_secret');
    if (!tickets.some(({ value, until }) => value === ticket && nowMs() < until))
      return failure(40085, 'invalid suite_ticket');
    if (nowMs() >= suiteToken.until) suiteToken = { value: secret('suite-token'), until: nowMs() + tokenMs };
    return bare({
      suite_access_token: suiteToken.value,
      expires_in: Math.floor((suiteToken.until - nowMs()) / 1000),
    });
  });
  service('get_pre_auth_code', () => {
    const value = secret('pre-auth-code');
    preAuthCodes.set(value, { until: nowMs() + preAuthCodeMs, formal: false });
    return success({ pre_auth_code: value, expires_in: preAuthCodeMs / 1000 });
  });
  service('set_session_info', ({ pre_auth_code: code, session_info: info }) => {
    const held = preAuthCodes.get(String(code));
    if (!held) return failure(40077, 'invalid pre_auth_code');
    if (nowMs() >= held.until) return failure(42007, 'pre_auth_code expired');
    const type = (info as Body | undefined)?.auth_type;
    if (type !== 0 && type !== 1) return failure(40035, 'invalid parameter');
    held.formal = type === 0;
    return success({});
  });
  service('v2/get_permanent_code', ({ auth_code: code }) => {
    const held = authCodes.get(String(code));
    authCodes.delete(String(code));
    if (!held || nowMs() >= held.until) return failure(40078, 'invalid auth_code');
    held.corp.code = secret('permanent-code');
    return success({
      permanent_code: held.corp.code,
      auth_corp_info: { corpid: held.corp.corpId, corp_name: `${held.corp.corpId} 有限公司` },
      auth_user_info: { userid: held.corp.adminId, open_userid: held.corp.adminId, name: held.corp.adminId },
    });
  });
  service('v2/get_auth_info', (body) => {
    const corp = granted(body);
    if (!corp) return failure(40084, 'invalid permanent_code');
    return success({
      dealer_corp_info: {},
      auth_corp_info: { corpid: corp.corpId, corp_name: `${corp.corpId} 有限公司` },
      auth_info: {
        agent: [
          {
            agentid: agentId,
            name: '进击',
            auth_mode: 0,
            privilege: { level: 1, allow_party: (corp.departments ?? ['1']).map(Number), allow_user: [] },
          },
        ],
      },
    });
  });
  service('get_corp_token', (body) => {
    const corp = granted(body);
    if (!corp) return failure(40084, 'invalid permanent_code');
    if (nowMs() >= corp.token.until) corp.token = { value: secret('corp-token'), until: nowMs() + tokenMs };
    return bare({
      access_token: corp.token.value,
      expires_in: Math.floor((corp.token.until - nowMs()) / 1000),
    });
  });
  service('get_admin_list', ({ auth_corpid: corpId, agentid }) => {
    const corp = companies.get(String(corpId));
    if (!corp?.code) return failure(48004, 'api forbidden for no authorization');
    if (agentid !== agentId) return failure(40056, 'invalid agentid');
    return success({
      admin: [...corp.admins].map(([userid, level]) => ({
        userid,
        open_userid: userid,
        auth_type: level === 'admin' ? 1 : 0,
      })),
    });
  });
  service('auth/getuserinfo3rd', ({ code }) => {
    const [corpId = '', userid = ''] = String(code).split('/');
    const corp = companies.get(corpId);
    if (!corp?.company.people.has(userid)) return success({ openid: 'oOpenIdOfAGuest' });
    return success({ corpid: corpId, userid, open_userid: userid });
  });

  /** What a third-party app is refused besides: another agent, people without a licence, schedules outside of its own calendars. */
  const refused = (corp: Enrolled, path: string, body: Body): Response | null => {
    if ('agentid' in body && body.agentid !== agentId) return failure(40056, 'invalid agentid');
    if (path.endsWith('/message/send') && corp.unlicensed.has(String(body.touser)))
      return Response.json({
        errcode: 81013,
        errmsg: 'user & party & tag all invalid',
        invaliduser: '',
        unlicenseduser: String(body.touser).toLowerCase(),
      });
    const { cal_id } = (body.schedule ?? {}) as Body;
    return path.endsWith('/schedule/add') && !corp.inner.calendar.made(cal_id)
      ? failure(40058, 'invalid Request Parameter: cal_id')
      : null;
  };

  // The app's calls in a company are those of a self-built app, seen through its visible range and without names.
  app.on(['GET', 'POST'], '/cgi-bin/*', (c) =>
    withFaults(faults, c, async () => {
      const query = new URL(c.req.url).searchParams;
      const corp = [...companies.values()].find(({ token }) => token.value === query.get('access_token'));
      if (!corp || query.get('access_token') === '') return failure(40014, 'invalid access_token');
      if (nowMs() >= corp.token.until) return failure(42001, 'access_token expired');
      if (!corp.code) return failure(48004, 'api forbidden for no authorization');
      if (c.req.path.endsWith('/agent/get')) {
        if (query.get('agentid') !== String(agentId))
          return failure(301002, 'not allow operate another agent');
        const partyid = (corp.departments ?? ['1']).map(Number);
        return success({
          agentid: agentId,
          name: '进击',
          close: corp.closed ? 1 : 0,
          allow_userinfos: { user: [] },
          allow_partys: { partyid },
        });
      }
      if (corp.closed) return failure(50003, 'app is disabled');
      corp.inner.see(corp.departments ? { departments: corp.departments } : {});
      query.set('access_token', await innerToken(corp.inner));
      const body = c.req.method === 'POST' ? ((await c.req.json()) as Body) : {};
      const refusal = refused(corp, c.req.path, body);
      if (refusal) return refusal;
      const inner = 'agentid' in body ? { ...body, agentid: Number(wecomApp.agentId) } : body;
      const init = c.req.method === 'POST' ? { method: 'POST', body: JSON.stringify(inner) } : {};
      const answer = await corp.inner.app.request(`${c.req.path}?${query}`, init);
      return Response.json(withoutNames(await answer.json()));
    }),
  );

  const keys = { token: wecomSuite.callbackToken, encodingAesKey: wecomSuite.encodingAesKey };
  const cipher = callbackCipher(keys);
  const sealed = (channel: MarketplaceChannel, xml: string, receiver: string, by = cipher): MarketPush => {
    serial += 1;
    const timestamp = String(Math.floor(nowMs() / 1000));
    const nonce = `n${serial}`;
    const encrypt = by.seal(xml, receiver, crypto.getRandomValues(new Uint8Array(16)));
    const body = `<xml><ToUserName><![CDATA[${receiver}]]></ToUserName><AgentID></AgentID><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;
    return {
      channel,
      request: {
        method: 'POST',
        query: { timestamp, nonce, msg_signature: by.sign(timestamp, nonce, encrypt) },
        headers: { 'content-type': 'text/xml' },
        body: new TextEncoder().encode(body),
      },
    };
  };
  // The official sample of a ticket has a space in front of its CDATA.
  const instruction = (type: string, fields: Readonly<Record<string, string>>): string =>
    [
      `<xml><SuiteId><![CDATA[${wecomSuite.suiteId}]]></SuiteId><InfoType> <![CDATA[${type}]]></InfoType>`,
      `<TimeStamp>${Math.floor(nowMs() / 1000)}</TimeStamp>`,
      ...Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`),
      '</xml>',
    ].join('');
  const tell = (type: string, fields: Readonly<Record<string, string>>): MarketPush =>
    sealed('suite', instruction(type, fields), wecomSuite.suiteId);
  const of = ({ corpId }: MarketCompany): Enrolled => {
    const corp = companies.get(corpId);
    if (!corp) throw new Error(`${corpId} is not enrolled`);
    return corp;
  };
  const changeAuth = (corp: Enrolled) =>
    corp.code ? [tell('change_auth', { AuthCorpId: corp.corpId })] : [];

  return {
    app,
    faults,
    enrol(company) {
      enrolments += 1;
      const [adminId = ''] = company.people.keys();
      const corp: Enrolled = {
        corpId: `wpEmulated${enrolments}-${crypto.randomUUID().slice(0, 8)}`,
        company,
        adminId,
        admins: new Map([[adminId, 'admin']]),
        inner: wecomEmulator(company, clock),
        code: null,
        closed: false,
        departments: null,
        unlicensed: new Set(),
        token: { value: '', until: 0 },
      };
      companies.set(corp.corpId, corp);
      return corp;
    },
    tick() {
      if (nowMs() < nextTicket) return [];
      nextTicket = nowMs() + ticketEveryMs;
      const value = secret('ticket');
      tickets.push({ value, until: nowMs() + ticketLifeMs });
      return [tell('suite_ticket', { SuiteTicket: value })];
    },
    install(company) {
      const corp = of(company);
      Object.assign(corp, { closed: false, departments: null, token: { value: '', until: 0 } });
      const AuthCode = secret('auth-code');
      authCodes.set(AuthCode, { corp, until: nowMs() + authCodeMs });
      return [tell('create_auth', { AuthCode, State: '', ExtraInfo: '' })];
    },
    authorise(company, address) {
      const asked = new URL(address).searchParams;
      const held = preAuthCodes.get(asked.get('pre_auth_code') ?? '');
      const state = asked.get('state') ?? '';
      const known =
        held?.formal === true && nowMs() < held.until && asked.get('suite_id') === wecomSuite.suiteId;
      if (!known || !/^[A-Za-z0-9]{0,128}$/.test(state)) return null;
      const corp = of(company);
      Object.assign(corp, { closed: false, departments: null, token: { value: '', until: 0 } });
      const code = secret('auth-code');
      authCodes.set(code, { corp, until: nowMs() + authCodeMs });
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.searchParams.set('auth_code', code);
      back.searchParams.set('expires_in', String(authCodeMs / 1000));
      back.searchParams.set('state', state);
      return back;
    },
    scope(company, departmentId) {
      const corp = of(company);
      corp.departments = departmentId === null ? null : [departmentId];
      return changeAuth(corp);
    },
    suspend(company) {
      of(company).closed = true;
      return changeAuth(of(company));
    },
    resume(company) {
      of(company).closed = false;
      return changeAuth(of(company));
    },
    uninstall(company) {
      const corp = of(company);
      if (!corp.code) return [];
      Object.assign(corp, { code: null, token: { value: '', until: 0 } });
      return [tell('cancel_auth', { AuthCorpId: corp.corpId })];
    },
    changed({ corpId }, personId) {
      const xml = [
        `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>`,
        `<CreateTime>${Math.floor(nowMs() / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType>`,
        '<Event><![CDATA[change_contact]]></Event><ChangeType><![CDATA[update_user]]></ChangeType>',
        `<UserID><![CDATA[${personId}]]></UserID></xml>`,
      ].join('');
      return [sealed('company', xml, corpId)];
    },
    messages: (company) => of(company).inner.messages,
    calendar: (company) => of(company).inner.calendar,
    approvals(company) {
      const { engine, news } = of(company).inner.approvals;
      return {
        engine,
        changed: (id) => [sealed('company', news(id, company.corpId), company.corpId)],
      };
    },
    pressed(company, personId, label) {
      const xml = of(company).inner.messages.pressed(personId, label, Math.floor(nowMs() / 1000));
      const named = xml.replace('<xml>', `<xml><ToUserName><![CDATA[${company.corpId}]]></ToUserName>`);
      return [sealed('company', named, company.corpId)];
    },
    opened: ({ corpId }, personId) => `${personId === null ? 'wpElsewhere' : corpId}/${personId ?? 'u1'}`,
    unlicense: (company, personId) => void of(company).unlicensed.add(personId),
    secrets: () => [...seen],
    forged({ corpId }) {
      const other = callbackCipher({ ...keys, token: 'Guessed' });
      return sealed('suite', instruction('cancel_auth', { AuthCorpId: corpId }), wecomSuite.suiteId, other);
    },
  };
}

/** A token of the company's inner emulator, as its self-built app gets it. */
async function innerToken(inner: WecomEmulator): Promise<string> {
  const query = new URLSearchParams({ corpid: wecomApp.corpId, corpsecret: wecomApp.secret });
  const answer = await inner.app.request(`/cgi-bin/gettoken?${query}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** Third-party apps read the id where a name would stand: https://developer.work.weixin.qq.com/document/path/90201. */
function withoutNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNames);
  if (typeof value !== 'object' || value === null) return value;
  const row = value as Readonly<Record<string, unknown>>;
  const id = row.userid ?? row.id;
  const named = 'name' in row && id !== undefined ? { name: String(id) } : {};
  return {
    ...Object.fromEntries(Object.entries(row).map(([key, inner]) => [key, withoutNames(inner)])),
    ...named,
  };
}
