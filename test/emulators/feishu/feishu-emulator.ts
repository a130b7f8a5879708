import { type Context, Hono } from 'hono';
import { eventSignature, sealEvent } from '#adapters/feishu/event-crypto.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { type Company, type Department, type Employee, peopleIn } from '../shared/company.ts';
import { type FaultPlan, faultPlan, withFaults } from '../shared/faults.ts';
import type { CalendarStore } from '../shared/shown-event.ts';
import type { TodoStore } from '../shared/todo-store.ts';
import { type FeishuApprovalSide, feishuApprovalSide } from './approvals.ts';
import { feishuCalendarSide } from './calendar.ts';
import { type FeishuClientSide, feishuClientSide } from './client.ts';
import { type FeishuMessages, feishuMessages } from './messages.ts';
import { feishuTodoSide } from './todos.ts';

/** Settings of the one self-built app that the emulator knows. */
export const feishuApp = {
  appId: 'cli_emulated0001',
  appSecret: 'emulated-feishu-secret-0123456789',
  encryptKey: 'emulated encrypt key'.replaceAll(' ', '-'),
  verificationToken: 'emulated-verification-token',
} as const;

export interface FeishuEmulator {
  readonly app: Hono;
  readonly faults: FaultPlan;
  readonly company: Company;
  /** Who administrates the app. */
  readonly admins: Set<string>;
  issued(): number;
  endToken(): void;
  signIn(userId: string | null): string;
  /** A v2 event as the platform sends it, signed and sealed. */
  push(type: string, object: Readonly<Record<string, unknown>>): CallbackRequest;
  /** The check of the callback address; it is sealed but carries no signature. */
  check(challenge: string): CallbackRequest;
  readonly client: FeishuClientSide;
  readonly approvals: FeishuApprovalSide;
  readonly todos: TodoStore;
  readonly messages: FeishuMessages;
  readonly calendar: CalendarStore;
  /** The callback of a pressed button, signed and sealed. */
  press(event: Readonly<Record<string, unknown>>): CallbackRequest;
}

const tokenSeconds = 7200;
const sameTokenMs = 1_800_000;
const codeMs = 300_000;
const callsPerSecond = 50;
const largestPage = 50;

type Body = Readonly<Record<string, unknown>>;

const refuse = (status: number, code: number, msg: string, headers: Record<string, string> = {}): Response =>
  Response.json(
    { code, msg, error: { log_id: `log${code}` } },
    { status, headers: { 'x-tt-logid': `log${code}`, ...headers } },
  );
const success = (data: unknown): Response => Response.json({ code: 0, msg: 'success', data });

/**
 * Feishu's OpenAPI for one self-built app, as the SDK calls it: JSON with `code`, tenant tokens that overlap, 50 calls a
 * second and API with the documented headers, pages of at most 50. https://open.feishu.cn/document (read 2026-02)
 */
export function feishuEmulator(company: Company, clock: Clock): FeishuEmulator {
  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  const faults = faultPlan();
  const tokens = new Map<string, number>();
  const codes = new Map<string, { readonly userId: string | null; readonly until: number }>();
  const userTokens = new Map<string, string>();
  const counts = new Map<string, number>();
  let current = '';
  let issued = 0;
  let codesMade = 0;
  const nowMs = () => clock.now().getTime();

  const get = (path: string, answer: (c: Context) => Response): void => {
    app.get(`/open-apis${path}`, (c) =>
      withFaults(faults, c, () => {
        const second = `${path} ${Math.floor(nowMs() / 1000)}`;
        counts.set(second, (counts.get(second) ?? 0) + 1);
        if ((counts.get(second) ?? 0) > callsPerSecond) {
          const headers = { 'x-ogw-ratelimit-limit': String(callsPerSecond), 'x-ogw-ratelimit-reset': '1' };
          return refuse(429, 99991400, 'request trigger frequency limit', headers);
        }
        const sent = c.req.header('authorization')?.replace(/^Bearer /, '');
        if (!sent) return refuse(400, 99991661, 'Missing access token for authorization');
        if ((tokens.get(sent) ?? 0) <= nowMs()) return refuse(400, 99991663, 'Invalid access token');
        if (c.req.query('user_id_type') !== 'open_id')
          return refuse(400, 99992402, 'field validation failed');
        return answer(c);
      }),
    );
  };
  /** A page of a list, cut by the token that the page before gave. */
  const page = (c: Context, all: readonly unknown[]): Response => {
    const size = Number(c.req.query('page_size') ?? '10');
    if (!(size >= 1 && size <= largestPage)) return refuse(400, 40011, 'page size is invalid');
    const token = c.req.query('page_token') ?? 'page-0';
    const from = Number(/^page-(\d+)$/.exec(token)?.[1] ?? Number.NaN);
    if (Number.isNaN(from)) return refuse(400, 40012, 'page token is invalid');
    const items = all.slice(from, from + size);
    const more = from + size < all.length;
    return success({ has_more: more, ...(more ? { page_token: `page-${from + size}` } : {}), items });
  };

  app.post('/open-apis/auth/v3/tenant_access_token/internal', (c) =>
    withFaults(faults, c, async () => {
      const { app_id: id, app_secret: secret } = await c.req.json<Body>();
      if (id !== feishuApp.appId) return Response.json({ code: 10014, msg: 'app id not exists' });
      if (secret !== feishuApp.appSecret) return Response.json({ code: 10015, msg: 'wrong app secret' });
      if ((tokens.get(current) ?? 0) - nowMs() < sameTokenMs) {
        issued += 1;
        current = `t-feishu-token-${issued}`;
        tokens.set(current, nowMs() + tokenSeconds * 1000);
      }
      const expire = Math.floor(((tokens.get(current) ?? 0) - nowMs()) / 1000);
      return Response.json({ code: 0, msg: 'ok', tenant_access_token: current, expire });
    }),
  );
  get('/contact/v3/departments/:id/children', (c) => {
    const id = c.req.param('id') ?? '';
    if (id !== '0' && !company.departments.has(id)) return refuse(400, 99992351, 'id not exist');
    const all = [...company.departments.values()].filter((d) => d.id !== '0');
    const under = (d: Department): boolean => {
      for (let at = d.parentId; at !== null; at = company.departments.get(at)?.parentId ?? null) {
        if (at === id) return true;
      }
      return false;
    };
    const chosen =
      c.req.query('fetch_child') === 'true' ? all.filter(under) : all.filter((d) => d.parentId === id);
    return page(c, chosen.map(departmentRow));
  });
  get('/contact/v3/departments/:id', (c) => {
    const department = company.departments.get(c.req.param('id') ?? '');
    if (c.req.param('id') === '0') return refuse(400, 40161, 'root department cannot be read');
    return department
      ? success({ department: departmentRow(department) })
      : refuse(400, 99992351, 'id not exist');
  });
  get('/contact/v3/users/find_by_department', (c) => {
    const id = c.req.query('department_id') ?? '';
    if (!company.departments.has(id)) return refuse(400, 99992351, 'id not exist');
    return page(c, peopleIn(company, id).map(userRow));
  });
  get('/contact/v3/users/batch', (c) => {
    const ids = c.req.queries('user_ids') ?? [];
    if (ids.length > largestPage) return refuse(400, 99992402, 'field validation failed');
    return success({ items: ids.flatMap((id) => company.people.get(id) ?? []).map(userRow) });
  });
  get('/contact/v3/users/:id', (c) => {
    const person = company.people.get(c.req.param('id') ?? '');
    return person ? success({ user: userRow(person) }) : refuse(400, 99992351, 'id not exist');
  });
  get('/contact/v3/scopes', () => {
    const first = [...company.departments.values()].filter(({ parentId }) => parentId === '0');
    const direct = peopleIn(company, '0').map(({ id }) => id);
    return success({
      department_ids: first.map(({ id }) => id),
      user_ids: direct,
      group_ids: [],
      has_more: false,
    });
  });
  const userToken = (userId: string | null): Response => {
    if (userId === null) return refuse(400, 20010, 'user does not have permission to use this app');
    const access_token = `u-feishu-${userTokens.size + 1}`;
    userTokens.set(access_token, userId);
    return Response.json({
      code: 0,
      access_token,
      expires_in: tokenSeconds,
      token_type: 'Bearer',
      scope: '',
    });
  };
  const authorised = (c: Context, answer: () => Response | Promise<Response>) =>
    withFaults(faults, c, () => {
      const sent = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
      return (tokens.get(sent) ?? 0) > nowMs() ? answer() : refuse(400, 99991663, 'Invalid access token');
    });
  const admins = new Set<string>();
  app.get('/open-apis/application/v3/is_user_admin', (c) =>
    authorised(c, () => {
      const id = c.req.query('open_id') ?? '';
      if (!company.people.has(id)) return refuse(400, 99992351, 'id not exist');
      return success({ is_app_admin: admins.has(id) });
    }),
  );
  const client = feishuClientSide({ app, appId: feishuApp.appId, nowMs, authorised });
  const reachable = (id: string) => company.people.has(id);
  const calendar = feishuCalendarSide({ app, authorised, reachable });
  const messages = feishuMessages({ app, nowMs, authorised, reachable });
  app.post('/open-apis/authen/v2/oauth/token', (c) =>
    withFaults(faults, c, async () => {
      const body = await c.req.json<Body>();
      if (body.client_id !== feishuApp.appId || body.client_secret !== feishuApp.appSecret) {
        return refuse(400, 20002, 'invalid client_secret');
      }
      const inPage = client.redeem(String(body.code));
      if (inPage?.expired) return refuse(400, 20004, 'code expired');
      if (inPage) return userToken(inPage.userId);
      if (!body.redirect_uri || !/^[\w.~-]{43,128}$/.test(String(body.code_verifier))) {
        return refuse(400, 20049, 'PKCE code_verifier check failed');
      }
      const held = codes.get(String(body.code));
      if (!held) return refuse(400, 20003, 'code not found');
      codes.delete(String(body.code));
      if (nowMs() >= held.until) return refuse(400, 20004, 'code expired');
      return userToken(held.userId);
    }),
  );
  app.get('/open-apis/authen/v1/user_info', (c) =>
    withFaults(faults, c, () => {
      const id = userTokens.get(c.req.header('authorization')?.replace(/^Bearer /, '') ?? '');
      if (id === undefined) return Response.json({ code: 20005, msg: 'invalid access token' });
      return success({
        open_id: id,
        union_id: `on_${id}`,
        name: company.people.get(id)?.name,
        tenant_key: 'tk',
      });
    }),
  );

  let pushes = 0;
  const sealed = (text: string): Uint8Array => {
    pushes += 1;
    const encrypt = sealEvent(feishuApp.encryptKey, text, new Uint8Array(16).fill(pushes % 256));
    return new TextEncoder().encode(JSON.stringify({ encrypt }));
  };
  const pushed = (type: string, event: unknown): CallbackRequest => {
    const header = {
      event_id: `event-${pushes + 1}`,
      event_type: type,
      create_time: String(nowMs()),
      token: feishuApp.verificationToken,
      app_id: feishuApp.appId,
      tenant_key: 'tk',
    };
    return signed({ schema: '2.0', header, event });
  };
  const signed = (envelope: unknown): CallbackRequest => {
    const body = sealed(JSON.stringify(envelope));
    const timestamp = String(Math.floor(nowMs() / 1000));
    const nonce = String(950_646_000 + pushes);
    const headers = {
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': eventSignature(timestamp, nonce, feishuApp.encryptKey, body),
    };
    return { method: 'POST', query: {}, headers, body };
  };
  const pushedV1 = (event: Body): CallbackRequest =>
    signed({
      ts: `${nowMs() / 1000}`,
      uuid: `event-${pushes + 1}`,
      token: feishuApp.verificationToken,
      type: 'event_callback',
      event: { app_id: feishuApp.appId, tenant_key: 'tk', ...event },
    });
  const todos = feishuTodoSide({ app, company, authorised, refuse, success });
  const approvals = feishuApprovalSide({ app, company, nowMs, authorised, refuse, success, push: pushedV1 });
  return {
    app,
    faults,
    company,
    admins,
    approvals,
    todos,
    client,
    messages,
    calendar,
    press: (event) => pushed('card.action.trigger', event),
    issued: () => issued,
    endToken: () => tokens.clear(),
    signIn(userId) {
      codesMade += 1;
      codes.set(`code-${codesMade}`, { userId, until: nowMs() + codeMs });
      return `code-${codesMade}`;
    },
    push: (type, object) => pushed(type, { object }),
    check(challenge) {
      const { verificationToken: token } = feishuApp;
      const body = sealed(JSON.stringify({ challenge, token, type: 'url_verification' }));
      return { method: 'POST', query: {}, headers: {}, body };
    },
  };
}

const departmentRow = (d: Department) => ({
  open_department_id: d.id,
  department_id: `custom-${d.id}`,
  name: d.name,
  parent_department_id: d.parentId ?? '0',
  leader_user_id: d.leaderIds[0] ?? '',
  order: String(d.order),
  status: { is_deleted: false },
  leaders: d.leaderIds.map((leaderID, i) => ({ leaderType: i === 0 ? 1 : 2, leaderID })),
});

const userRow = (p: Employee) => ({
  open_id: p.id,
  union_id: `on_${p.id}`,
  name: p.name,
  job_title: p.title,
  department_ids: p.departmentIds,
  leader_user_id: p.managerId ?? '',
  orders: p.departmentIds.map((id, i) => ({ department_id: id, user_order: 0, is_primary_dept: i === 0 })),
  status: {
    is_frozen: p.state === 'disabled',
    is_resigned: p.state === 'resigned',
    is_activated: p.state !== 'inactive',
    is_exited: false,
    is_unjoin: false,
  },
});
