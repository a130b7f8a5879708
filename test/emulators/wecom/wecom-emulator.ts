import { Hono } from 'hono';
import { callbackCipher } from '#adapters/shared/callback-cipher.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { type Company, type Department, type Employee, peopleIn } from '../shared/company.ts';
import { type FaultPlan, faultPlan, withFaults } from '../shared/faults.ts';
import { type WecomApprovalSide, wecomApprovalSide } from './approvals.ts';
import { type WecomCalendarStore, wecomCalendarSide } from './calendar.ts';
import { type WecomClientSide, wecomClientSide } from './client.ts';
import { type WecomCustomers, wecomCustomers } from './customers.ts';
import { type WecomMessages, wecomMessages } from './messages.ts';

/** Settings of the one app that the emulator knows. */
export const wecomApp = {
  corpId: 'ww1a2b3c4d5e6f7081',
  agentId: '1000002',
  secret: 'emulated-wecom-secret-0123456789abcdef',
  callbackToken: 'EmulatedToken7',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
} as const;

export interface WecomEmulator {
  readonly app: Hono;
  readonly faults: FaultPlan;
  readonly company: Company;
  /** How many tokens were issued. */
  issued(): number;
  /** The platform ends the present token before its time. */
  endToken(): void;
  /** Departments and people that the app may see: all, unless told. */
  see(scope: { readonly departments?: readonly string[]; readonly people?: readonly string[] }): void;
  /** Calls a minute and API: 10 000, unless told. */
  limit(callsPerMinute: number): void;
  /** A code as the client or the sign-in page hands out; five minutes, once. */
  signIn(userId: string | null): string;
  /** A push of the data callback, signed and sealed. */
  push(xml: string, change?: { readonly timestamp?: number; readonly receiver?: string }): CallbackRequest;
  /** The check that saving a callback address makes. */
  check(text: string): CallbackRequest;
  readonly client: WecomClientSide;
  readonly messages: WecomMessages;
  readonly calendar: WecomCalendarStore;
  readonly approvals: WecomApprovalSide;
  /** Who outside of the company knows whom. */
  readonly customers: WecomCustomers;
}

const tokenSeconds = 7200;
const codeMs = 300_000;

/**
 * WeCom's server API for one self-built app, as the documents describe it: flat answers with `errcode`, always HTTP 200;
 * tokens that stay the same until they end; codes that work once; a visible scope; limits per API and minute.
 * https://developer.work.weixin.qq.com/document (read 2026-08)
 */
export function wecomEmulator(company: Company, clock: Clock): WecomEmulator {
  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  const faults = faultPlan();
  const codes = new Map<string, { readonly userId: string | null; readonly until: number }>();
  const counts = new Map<string, number>();
  let token = { value: '', until: 0 };
  let tokens = 0;
  let perMinute = 10_000;
  let scope: { departments: readonly string[] | null; people: readonly string[] } = {
    departments: null,
    people: [],
  };
  const nowMs = () => clock.now().getTime();

  const failure = (errcode: number, errmsg: string): Response =>
    Response.json({
      errcode,
      errmsg: `${errmsg}, hint: [${nowMs()}${errcode}], from ip: 203.0.113.9, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
    });
  const success = (fields: Readonly<Record<string, unknown>>): Response =>
    Response.json({ errcode: 0, errmsg: 'ok', ...fields });

  const departmentVisible = (id: string): boolean => {
    if (scope.departments === null) return company.departments.has(id);
    for (let at: string | null = id; at !== null; at = company.departments.get(at)?.parentId ?? null) {
      if (scope.departments.includes(at)) return true;
    }
    return false;
  };
  const personVisible = (person: Employee): boolean =>
    scope.people.includes(person.id) || person.departmentIds.some(departmentVisible);

  const guard = (path: string, query: Readonly<Record<string, string>>): Response | null => {
    const minute = `${path} ${Math.floor(nowMs() / 60_000)}`;
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
    if ((counts.get(minute) ?? 0) > perMinute) return failure(45009, 'reach max api daily quota limit');
    if (path === 'gettoken') return null;
    if (!query.access_token) return failure(41001, 'access_token missing');
    if (query.access_token !== token.value) return failure(40014, 'invalid access_token');
    return nowMs() >= token.until ? failure(42001, 'access_token expired') : null;
  };
  const api = (path: string, answer: (query: Readonly<Record<string, string>>) => Response): void => {
    app.get(`/cgi-bin/${path}`, (c) =>
      withFaults(faults, c, () => guard(path, c.req.query()) ?? answer(c.req.query())),
    );
  };

  api('gettoken', ({ corpid, corpsecret }) => {
    if (corpid !== wecomApp.corpId) return failure(40013, 'invalid corpid');
    if (corpsecret !== wecomApp.secret) return failure(40001, 'invalid credential');
    if (nowMs() >= token.until) {
      tokens += 1;
      token = { value: `wecom-token-${tokens}-${'x'.repeat(40)}`, until: nowMs() + tokenSeconds * 1000 };
    }
    return success({ access_token: token.value, expires_in: Math.floor((token.until - nowMs()) / 1000) });
  });
  api('department/list', ({ id }) => {
    const under = (department: Department): boolean => {
      for (let at: Department | undefined = department; at; at = company.departments.get(at.parentId ?? '')) {
        if (at.id === id) return true;
      }
      return false;
    };
    const all = [...company.departments.values()].filter((d) => departmentVisible(d.id));
    return success({ department: (id ? all.filter(under) : all).map(departmentRow) });
  });
  api('department/get', ({ id = '' }) => {
    const department = company.departments.get(id);
    if (!department) return failure(60003, 'department not found');
    if (!departmentVisible(id)) return failure(60011, 'no privilege to access/modify contact/party/agent');
    return success({ department: departmentRow(department) });
  });
  api('user/list', ({ department_id: id = '' }) => {
    if (!company.departments.has(id)) return failure(60003, 'department not found');
    if (!departmentVisible(id)) return failure(60011, 'no privilege to access/modify contact/party/agent');
    return success({ userlist: peopleIn(company, id).map((person) => userRow(company, person)) });
  });
  api('user/get', ({ userid = '' }) => {
    const person = company.people.get(userid);
    if (!person) return failure(60111, 'userid not found');
    if (!personVisible(person)) return failure(60011, 'no privilege to access/modify contact/party/agent');
    return success(userRow(company, person));
  });
  api('agent/get', ({ agentid }) => {
    if (agentid !== wecomApp.agentId)
      return failure(301002, 'not allow operate another agent with this accesstoken');
    return success({
      agentid: Number(agentid),
      name: '进击',
      allow_userinfos: { user: scope.people.map((userid) => ({ userid })) },
      allow_partys: { partyid: (scope.departments ?? ['1']).map(Number) },
      close: 0,
    });
  });
  api('auth/getuserinfo', ({ code = '' }) => {
    const held = codes.get(code);
    codes.delete(code);
    if (!held || nowMs() >= held.until) return failure(40029, 'invalid code');
    return success(held.userId === null ? { openid: 'oOpenIdOfAGuest' } : { userid: held.userId });
  });

  const client = wecomClientSide({ ...wecomApp, nowMs, api, success, failure });
  const tokenFault = (sent: string | undefined): Response | null => {
    if (!sent) return failure(41001, 'access_token missing');
    if (sent !== token.value) return failure(40014, 'invalid access_token');
    return nowMs() >= token.until ? failure(42001, 'access_token expired') : null;
  };
  const seen = (id: string): boolean => {
    const person = company.people.get(id);
    return person !== undefined && personVisible(person);
  };
  const written = {
    app,
    faults,
    agentId: wecomApp.agentId,
    nowMs,
    tokenFault,
    visible: seen,
    success,
    failure,
  };
  const calendar = wecomCalendarSide({ app, faults, tokenFault, visible: seen, success, failure });
  const messages = wecomMessages(written);
  const cipher = callbackCipher({ token: wecomApp.callbackToken, encodingAesKey: wecomApp.encodingAesKey });
  let pushes = 0;
  const signed = (text: string, change: { timestamp?: number; receiver?: string } = {}) => {
    pushes += 1;
    const timestamp = String(change.timestamp ?? Math.floor(nowMs() / 1000));
    const nonce = `nonce${pushes}`;
    const random = new Uint8Array(16).fill(pushes % 256);
    const encrypt = cipher.seal(text, change.receiver ?? wecomApp.corpId, random);
    return { encrypt, query: { timestamp, nonce, msg_signature: cipher.sign(timestamp, nonce, encrypt) } };
  };

  const push: WecomEmulator['push'] = (xml, change) => {
    const { encrypt, query } = signed(xml, change);
    const body = `<xml><ToUserName><![CDATA[${wecomApp.corpId}]]></ToUserName><AgentID><![CDATA[${wecomApp.agentId}]]></AgentID><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;
    return {
      method: 'POST',
      query,
      headers: { 'content-type': 'text/xml' },
      body: new TextEncoder().encode(body),
    };
  };
  const approvals = wecomApprovalSide({
    app,
    faults,
    company,
    nowMs,
    guard,
    success,
    failure,
    push: (xml) => push(xml),
    corpId: wecomApp.corpId,
  });

  return {
    app,
    faults,
    company,
    customers: wecomCustomers(nowMs),
    approvals,
    messages,
    calendar,
    client,
    issued: () => tokens,
    endToken: () => {
      token = { value: '', until: 0 };
    },
    see: ({ departments, people = [] }) => {
      scope = { departments: departments ?? null, people };
    },
    limit: (calls) => {
      perMinute = calls;
    },
    signIn(userId) {
      const code = `code-${codes.size}-${nowMs()}-${Math.floor(nowMs() % 997)}-${tokens}-${faults.calls.length}`;
      codes.set(code, { userId, until: nowMs() + codeMs });
      return code;
    },
    push,
    check(text) {
      const { encrypt, query } = signed(text);
      return { method: 'GET', query: { ...query, echostr: encrypt }, headers: {}, body: new Uint8Array() };
    },
  };
}

const departmentRow = (d: Department) => ({
  id: Number(d.id),
  name: d.name,
  name_en: '',
  department_leader: d.leaderIds,
  parentid: d.parentId === null ? 0 : Number(d.parentId),
  order: 100_000 - d.order,
});

const statuses = { active: 1, disabled: 2, inactive: 4, resigned: 5 } as const;

const userRow = (company: Company, p: Employee) => ({
  userid: p.id,
  name: p.name,
  department: p.departmentIds.map(Number),
  order: p.departmentIds.map(() => 0),
  position: p.title,
  is_leader_in_dept: p.departmentIds.map((id) =>
    company.departments.get(id)?.leaderIds.includes(p.id) ? 1 : 0,
  ),
  direct_leader: p.managerId === null ? [] : [p.managerId],
  status: statuses[p.state],
  main_department: Number(p.departmentIds[0]),
  alias: '',
});

/** The plaintext of a contact event, as the documents print it. */
export const contactEvent = (
  changeType: string,
  fields: Readonly<Record<string, string>>,
  at: number,
): string =>
  [
    '<xml>',
    `<ToUserName><![CDATA[${wecomApp.corpId}]]></ToUserName>`,
    '<FromUserName><![CDATA[sys]]></FromUserName>',
    `<CreateTime>${at}</CreateTime>`,
    '<MsgType><![CDATA[event]]></MsgType>',
    '<Event><![CDATA[change_contact]]></Event>',
    `<ChangeType><![CDATA[${changeType}]]></ChangeType>`,
    ...Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`),
    '</xml>',
  ].join('');
