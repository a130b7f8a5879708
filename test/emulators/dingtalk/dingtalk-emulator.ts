import { Hono } from 'hono';
import { callbackCipher } from '#adapters/shared/callback-cipher.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { type Company, type Department, type Employee, peopleIn } from '../shared/company.ts';
import { type FaultPlan, faultPlan, withFaults } from '../shared/faults.ts';
import type { CalendarStore } from '../shared/shown-event.ts';
import type { TodoStore } from '../shared/todo-store.ts';
import { type DingtalkApprovalSide, dingtalkApprovalSide } from './approvals.ts';
import { dingtalkCalendarSide } from './calendar.ts';
import { type DingtalkCards, dingtalkCardSide } from './cards.ts';
import { type DingtalkClientSide, dingtalkClientSide } from './client.ts';
import { type DingtalkMessages, dingtalkMessages } from './messages.ts';
import { dingtalkTodoSide } from './todos.ts';

/** Settings of the one internal app that the emulator knows. */
export const dingtalkApp = {
  corpId: 'ding1a2b3c4d5e6f7081',
  appKey: 'dingemulatedkey01',
  agentId: '3000000001',
  appSecret: 'emulated-dingtalk-secret-0123456789',
  callbackToken: 'EmulatedToken8',
  encodingAesKey: '4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij',
} as const;

/** The card template that the company made in the card platform. */
export const dingtalkCardTemplate = '0a1b2c3d-emulated.schema';

export interface DingtalkEmulator {
  readonly app: Hono;
  readonly faults: FaultPlan;
  readonly company: Company;
  /** Who administrates the company. */
  readonly admins: Set<string>;
  issued(): number;
  endToken(): void;
  /** A code as the sign-in page hands out; null is somebody of another company. */
  signIn(userId: string | null): string;
  /** A push as the platform sends it, signed and sealed. */
  push(event: Readonly<Record<string, unknown>>): CallbackRequest;
  readonly client: DingtalkClientSide;
  readonly messages: DingtalkMessages;
  readonly cards: DingtalkCards;
  readonly calendar: CalendarStore;
  readonly approvals: DingtalkApprovalSide;
  readonly todos: TodoStore;
}

const tokenSeconds = 7200;
const codeMs = 300_000;
const callsPerSecond = 20;
const largestPage = 100;

type Body = Readonly<Record<string, unknown>>;

/** Refusals of the two families. */
const refuseOld = (errcode: number, errmsg: string): Response =>
  Response.json({ errcode, errmsg, request_id: `req${errcode}` });
const refuseNew = (status: number, code: string): Response =>
  Response.json({ code, requestid: `REQ-${code}`, message: code }, { status });
const gateway = (code: string, text: string): Response =>
  Response.json({
    errcode: 88,
    sub_code: code,
    sub_msg: text,
    errmsg: 'ding talk error',
    request_id: `req${code}`,
  });

/**
 * DingTalk's server API for one internal app: the new family with HTTP statuses, the old one with `errcode` in HTTP 200, one token for
 * both, 20 calls a second and API, pages of at most 100, codes that work once. https://open.dingtalk.com/document (read 2026-08)
 */
export function dingtalkEmulator(company: Company, clock: Clock): DingtalkEmulator {
  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  const faults = faultPlan();
  const codes = new Map<string, { readonly userId: string | null; readonly until: number }>();
  const userTokens = new Map<string, string | null>();
  const counts = new Map<string, number>();
  let token = { value: '', until: 0 };
  let tokens = 0;
  let codesMade = 0;
  const nowMs = () => clock.now().getTime();
  const unionOf = (id: string | null) => `union-${id ?? 'stranger'}`;

  const overLimit = (path: string): boolean => {
    const second = `${path} ${Math.floor(nowMs() / 1000)}`;
    counts.set(second, (counts.get(second) ?? 0) + 1);
    return (counts.get(second) ?? 0) > callsPerSecond;
  };
  const old = (method: 'get' | 'post', path: string, answer: (body: Body) => Response): void => {
    app.on(method.toUpperCase(), `/${path}`, (c) =>
      withFaults(faults, c, async () => {
        if (overLimit(path))
          return gateway('90018', '您的服务器调用钉钉开放平台当前接口的所有请求都被暂时禁用了');
        const sent = c.req.query('access_token');
        if (!sent) return refuseOld(41001, '缺少access_token');
        if (sent !== token.value || nowMs() >= token.until) return refuseOld(40014, '不合法的access_token');
        return answer(method === 'post' ? await c.req.json<Body>() : {});
      }),
    );
  };
  const result = (value: unknown): Response =>
    Response.json({ errcode: 0, errmsg: 'ok', result: value, request_id: 'r' });

  app.post('/v1.0/oauth2/accessToken', (c) =>
    withFaults(faults, c, async () => {
      const { appKey, appSecret } = await c.req.json<Body>();
      if (appKey !== dingtalkApp.appKey || appSecret !== dingtalkApp.appSecret) {
        return refuseNew(400, 'invalidClientIdOrSecret');
      }
      if (nowMs() >= token.until) {
        tokens += 1;
        token = { value: `dingtalk-token-${tokens}`, until: 0 };
      }
      // A repetition inside its life gives the same token and prolongs it.
      token = { ...token, until: nowMs() + tokenSeconds * 1000 };
      return Response.json({ accessToken: token.value, expireIn: tokenSeconds });
    }),
  );
  app.post('/v1.0/oauth2/userAccessToken', (c) =>
    withFaults(faults, c, async () => {
      const { clientId, clientSecret, code, grantType } = await c.req.json<Body>();
      if (clientId !== dingtalkApp.appKey || clientSecret !== dingtalkApp.appSecret) {
        return refuseNew(400, 'invalidClientIdOrSecret');
      }
      const held = codes.get(String(code));
      codes.delete(String(code));
      if (grantType !== 'authorization_code' || !held || nowMs() >= held.until)
        return refuseNew(400, 'invalidCode');
      const accessToken = `dingtalk-user-token-${userTokens.size + 1}`;
      userTokens.set(accessToken, held.userId);
      const corpId = held.userId === null ? 'dinganothercompany' : dingtalkApp.corpId;
      return Response.json({ accessToken, refreshToken: 'refresh', expireIn: tokenSeconds, corpId });
    }),
  );
  app.get('/v1.0/contact/users/me', (c) =>
    withFaults(faults, c, () => {
      const sent = c.req.header('x-acs-dingtalk-access-token') ?? '';
      if (!userTokens.has(sent)) return refuseNew(400, 'InvalidAuthentication');
      const userId = userTokens.get(sent) ?? null;
      const nick = company.people.get(userId ?? '')?.name ?? '路人';
      return Response.json({ nick, unionId: unionOf(userId), openId: `open-${userId}` });
    }),
  );
  old('get', 'auth/scopes', () =>
    Response.json({
      errcode: 0,
      errmsg: 'ok',
      auth_user_field: [],
      condition_field: [],
      auth_org_scopes: { authed_dept: [1], authed_user: [] },
    }),
  );
  old('post', 'topapi/v2/department/get', ({ dept_id }) => {
    const department = company.departments.get(String(dept_id));
    return department ? result(departmentRow(department)) : refuseOld(60003, '部门不存在');
  });
  old('post', 'topapi/v2/department/listsubid', ({ dept_id }) => {
    if (!company.departments.has(String(dept_id))) return refuseOld(60003, '部门不存在');
    const children = [...company.departments.values()].filter(({ parentId }) => parentId === String(dept_id));
    return result({ dept_id_list: children.map(({ id }) => Number(id)) });
  });
  old('post', 'topapi/v2/user/list', ({ dept_id, cursor, size }) => {
    if (
      !Number.isInteger(cursor) ||
      !Number.isInteger(size) ||
      Number(size) < 1 ||
      Number(size) > largestPage
    ) {
      return refuseOld(40035, '不合法的参数');
    }
    if (!company.departments.has(String(dept_id))) return refuseOld(60003, '部门不存在');
    const all = peopleIn(company, String(dept_id));
    const end = Number(cursor) + Number(size);
    const list = all.slice(Number(cursor), end).map((person) => userRow(company, person));
    return result({ has_more: end < all.length, ...(end < all.length ? { next_cursor: end } : {}), list });
  });
  const admins = new Set<string>();
  old('post', 'topapi/v2/user/get', ({ userid }) => {
    const person = company.people.get(String(userid));
    if (!person) return refuseOld(60121, '找不到该用户');
    return result({ ...userRow(company, person), admin: admins.has(person.id), boss: false });
  });
  old('post', 'topapi/user/getbyunionid', ({ unionid }) => {
    const person = [...company.people.values()].find(({ id }) => unionOf(id) === unionid);
    return person ? result({ userid: person.id, contact_type: 0 }) : refuseOld(60121, '找不到该用户');
  });

  const client = dingtalkClientSide({
    app,
    ...dingtalkApp,
    nowMs,
    nameOf: (id) => company.people.get(id)?.name ?? null,
    tokenLives: (sent) => sent !== '' && sent === token.value && nowMs() < token.until,
    answered: (c, answer) => withFaults(faults, c, answer),
    old: (path, answer) => old('post', path, answer),
  });
  const calendar = dingtalkCalendarSide({
    app,
    tokenLives: (sent) => sent !== '' && sent === token.value && nowMs() < token.until,
    answered: (c, answer) => withFaults(faults, c, answer),
    personOf: (union) => [...company.people.keys()].find((id) => unionOf(id) === union) ?? null,
  });
  const messages = dingtalkMessages({
    agentId: dingtalkApp.agentId,
    nowMs,
    exists: (id) => company.people.has(id),
    old: (path, answer) => old('post', path, answer),
  });
  const cards = dingtalkCardSide({
    app,
    corpId: dingtalkApp.corpId,
    templateId: dingtalkCardTemplate,
    nowMs,
    exists: (id) => company.people.has(id),
    tokenLives: (sent) => sent !== '' && sent === token.value && nowMs() < token.until,
    answered: (c, answer) => withFaults(faults, c, answer),
    refuse: refuseNew,
  });
  const cipher = callbackCipher({
    token: dingtalkApp.callbackToken,
    encodingAesKey: dingtalkApp.encodingAesKey,
  });
  let pushes = 0;
  const push: DingtalkEmulator['push'] = (event) => {
    pushes += 1;
    const timestamp = String(nowMs());
    const nonce = `nonce${pushes}`;
    const text = JSON.stringify({ CorpId: dingtalkApp.corpId, eventId: `event-${pushes}`, ...event });
    const encrypt = cipher.seal(text, dingtalkApp.appKey, new Uint8Array(16).fill(pushes % 256));
    const query = { timestamp, nonce, msg_signature: cipher.sign(timestamp, nonce, encrypt) };
    const body = new TextEncoder().encode(JSON.stringify({ encrypt }));
    return { method: 'POST', query, headers: { 'content-type': 'application/json' }, body };
  };
  const todos = dingtalkTodoSide({
    app,
    company,
    nowMs,
    tokenLives: (sent) => sent !== '' && sent === token.value && nowMs() < token.until,
    answered: (c, answer) => withFaults(faults, c, answer),
    refuse: refuseNew,
  });
  const approvals = dingtalkApprovalSide({
    app,
    company,
    nowMs,
    tokenLives: (sent) => sent !== '' && sent === token.value && nowMs() < token.until,
    answered: (c, answer) => withFaults(faults, c, answer),
    refuse: refuseNew,
    push,
  });
  return {
    app,
    approvals,
    todos,
    faults,
    company,
    admins,
    messages,
    cards,
    calendar,
    client,
    issued: () => tokens,
    endToken: () => {
      token = { value: '', until: 0 };
    },
    signIn(userId) {
      codesMade += 1;
      codes.set(`code-${codesMade}`, { userId, until: nowMs() + codeMs });
      return `code-${codesMade}`;
    },
    push,
  };
}

const departmentRow = (d: Department) => ({
  dept_id: Number(d.id),
  name: d.name,
  ...(d.parentId === null ? {} : { parent_id: Number(d.parentId) }),
  dept_manager_userid_list: d.leaderIds,
  order: d.order,
});

const userRow = (company: Company, p: Employee) => ({
  userid: p.id,
  unionid: `union-${p.id}`,
  name: p.name,
  title: p.title,
  dept_id_list: p.departmentIds.map(Number),
  leader_in_dept: p.departmentIds.map((id) => ({
    dept_id: Number(id),
    leader: company.departments.get(id)?.leaderIds.includes(p.id) ?? false,
  })),
  ...(p.managerId === null ? {} : { manager_userid: p.managerId }),
  active: p.state !== 'inactive',
});
