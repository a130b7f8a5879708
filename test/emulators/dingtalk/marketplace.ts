import { type Context, Hono } from 'hono';
import type { DingtalkSuite } from '#adapters/dingtalk/suite.ts';
import { callbackCipher } from '#adapters/shared/callback-cipher.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { FormEngine } from '../shared/approval-engine.ts';
import { faultPlan, withFaults } from '../shared/faults.ts';
import type { Market, MarketCompany, MarketPush } from '../shared/market.ts';
import { type DingtalkEmulator, dingtalkApp, dingtalkEmulator } from './dingtalk-emulator.ts';
import type { DingtalkMessages } from './messages.ts';

/** The third-party app that the emulator knows. */
export const dingtalkSuite: DingtalkSuite = {
  suiteId: '7001002',
  suiteKey: 'suiteemulatedkey01',
  suiteSecret: 'emulated-suite-secret-0123456789abcdef',
  callbackToken: 'EmulatedSuiteToken8',
  encodingAesKey: '5g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij',
  checkAnswer: 'success',
  messageTemplateId: 'template-of-the-suite',
  eraseAfterDays: 1,
};

export interface DingtalkMarket extends Market {
  readonly app: Hono;
  check(): MarketPush;
  /** What the company's people see of the app's work notices. */
  messages(company: MarketCompany): DingtalkMessages;
}

interface Enrolled extends MarketCompany {
  readonly inner: DingtalkEmulator;
  authorised: boolean;
  department: string | null;
  readonly tokens: Map<string, number>;
}

type Body = Readonly<Record<string, unknown>>;

/** The app in every company, as `authInfo` names it. */
const suiteAgentId = 3_000_000_247;

/** Where the new family carries its token. */
const newHeader = 'x-acs-dingtalk-access-token';
const ticketEveryMs = 5 * 3_600_000;
const tokenMs = 7_200_000;
let enrolments = 0;

/**
 * DingTalk's side of a third-party app over SyncHTTP: tickets every five hours, a new token for every call, authorisation told by rows,
 * ended tokens after `org_suite_relieve`. https://open.dingtalk.com/document/isvapp/data-formats (read 2026-08)
 */
export function dingtalkMarket(clock: Clock): DingtalkMarket {
  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  const faults = faultPlan();
  const companies = new Map<string, Enrolled>();
  const tickets = new Set<string>();
  const suiteTokens = new Map<string, number>();
  const { suiteSecret, callbackToken, encodingAesKey } = dingtalkSuite;
  const seen = new Set<string>([suiteSecret, callbackToken, encodingAesKey]);
  let nextTicket = 0;
  let serial = 0;
  const nowMs = () => clock.now().getTime();
  const secret = (kind: string): string => {
    serial += 1;
    const value = `${kind}-${serial}-${crypto.randomUUID()}`;
    seen.add(value);
    return value;
  };
  const refuse = (code: string, status = 400): Response =>
    Response.json({ code, requestid: `REQ-${code}`, message: code }, { status });
  const old = (errcode: number, errmsg: string): Response =>
    Response.json({ errcode, errmsg, request_id: `req${errcode}` });
  const post = (path: string, answer: (body: Body) => Response): void => {
    app.post(path, (c) => withFaults(faults, c, async () => answer(await c.req.json<Body>())));
  };
  const keysAreWrong = ({ suiteKey, suiteSecret: key, suiteTicket }: Body): Response | null => {
    if (suiteKey !== dingtalkSuite.suiteKey || key !== suiteSecret) return refuse('invalidSuiteKey');
    return tickets.has(String(suiteTicket)) ? null : refuse('invalidSuiteTicket');
  };

  post('/v1.0/oauth2/suiteAccessToken', (body) => {
    const wrong = keysAreWrong(body);
    if (wrong) return wrong;
    const accessToken = secret('suite-token');
    suiteTokens.set(accessToken, nowMs() + tokenMs);
    return Response.json({ accessToken, expireIn: tokenMs / 1000 });
  });
  post('/v1.0/oauth2/corpAccessToken', (body) => {
    const wrong = keysAreWrong(body);
    if (wrong) return wrong;
    const corp = companies.get(String(body.authCorpId));
    if (!corp?.authorised) return refuse('invalidAuthInfo');
    const accessToken = secret('corp-token');
    corp.tokens.set(accessToken, nowMs() + tokenMs);
    return Response.json({ accessToken, expireIn: tokenMs / 1000 });
  });
  post('/v1.0/event/suiteTicket/rePush', ({ suiteId, suiteSecret: key }) => {
    if (suiteId !== dingtalkSuite.suiteId || key !== suiteSecret) return refuse('invalidSuiteKey');
    nextTicket = 0;
    return Response.json({ success: true });
  });
  app.get('/v1.0/oauth2/apps/authInfo', (c) =>
    withFaults(faults, c, () => {
      const until = suiteTokens.get(c.req.header('x-acs-dingtalk-access-token') ?? '') ?? 0;
      if (nowMs() >= until) return refuse('InvalidAuthentication', 401);
      const corp = companies.get(c.req.query('authCorpId') ?? '');
      if (!corp) return refuse('invalidAuthInfo');
      return Response.json({
        authCorpInfo: { corpName: `${corp.corpId} 有限公司`, industry: '零售' },
        authAppInfo: {
          agentList: [
            { agentId: suiteAgentId, agentName: '进击', appId: 247, adminList: [...corp.admins.keys()] },
          ],
        },
        authUserInfo: { userId: corp.adminId },
      });
    }),
  );

  /** Whether a department, or somebody in one, lies outside of what the company shows the app. */
  const hidden = (corp: Enrolled, path: string, body: Body): boolean => {
    if (corp.department === null) return false;
    if (/user\/get$/.test(path)) {
      const person = corp.company.people.get(String(body.userid));
      return person !== undefined && !person.departmentIds.includes(corp.department);
    }
    return 'dept_id' in body && String(body.dept_id) !== corp.department;
  };
  const forward = (c: Context) =>
    withFaults(faults, c, async () => {
      const sent = c.req.query('access_token') ?? c.req.header(newHeader) ?? '';
      const corp = [...companies.values()].find(({ tokens }) => tokens.has(sent));
      if (!corp || nowMs() >= (corp.tokens.get(sent) ?? 0)) return old(40014, '不合法的access_token');
      if (!corp.authorised) return old(70003, '授权企业无效');
      const path = c.req.path;
      const sends = c.req.method === 'POST' || c.req.method === 'PUT';
      const body = sends ? await c.req.json<Body>() : {};
      if (path.endsWith('auth/scopes')) {
        const authed_dept = [Number(corp.department ?? 1)];
        return Response.json({ errcode: 0, errmsg: 'ok', auth_org_scopes: { authed_dept, authed_user: [] } });
      }
      // Third-party apps of today send reviewed templates only; the refusal's code is not documented.
      if (path.endsWith('corpconversation/asyncsend_v2')) return old(40035, '不合法的参数');
      if (path.includes('corpconversation') && body.agent_id !== suiteAgentId) return old(70003, 'agent_id');
      // Listing ids of instances is for internal apps.
      if (path.endsWith('/processes/instanceIds/query'))
        return refuse('Forbidden.AccessDenied.AccessTokenPermissionDenied', 403);
      if (hidden(corp, path, body)) return old(50004, '请求的部门id不在授权范围内');
      const token = await innerToken(corp.inner);
      const inner = 'agent_id' in body ? { ...body, agent_id: Number(dingtalkApp.agentId) } : body;
      const { search } = new URL(c.req.url);
      const init = {
        method: c.req.method,
        headers: {
          'content-type': 'application/json',
          [newHeader]: token,
          'x-client-token': c.req.header('x-client-token') ?? '',
        },
        ...(sends ? { body: JSON.stringify(inner) } : {}),
      };
      const query = path.startsWith('/v1.0/') ? search : `?access_token=${token}`;
      return corp.inner.app.request(`${path}${query}`, init);
    });
  app.on(['GET', 'POST'], '/auth/*', forward);
  app.on(['GET', 'POST'], '/topapi/*', forward);
  app.post('/v1.0/oauth2/jsapiTickets', forward);
  app.on(['GET', 'POST', 'PUT', 'DELETE'], '/v1.0/calendar/*', forward);
  app.on(['GET', 'POST'], '/v1.0/workflow/*', forward);

  const keys = { token: callbackToken, encodingAesKey };
  const sealed = (
    event: object,
    receiver = dingtalkSuite.suiteKey,
    by = callbackCipher(keys),
  ): MarketPush => {
    serial += 1;
    const timestamp = String(nowMs());
    const nonce = `n${serial}`;
    const encrypt = by.seal(JSON.stringify(event), receiver, crypto.getRandomValues(new Uint8Array(16)));
    return {
      channel: 'suite',
      request: {
        method: 'POST',
        query: { timestamp, nonce, signature: by.sign(timestamp, nonce, encrypt) },
        headers: { 'content-type': 'application/json' },
        body: new TextEncoder().encode(JSON.stringify({ encrypt })),
      },
    };
  };
  const row = (corp_id: string, biz_type: number, biz_id: string, data: object) => {
    serial += 1;
    return {
      gmt_create: nowMs(),
      gmt_modified: nowMs(),
      biz_type,
      biz_id,
      biz_data: JSON.stringify(data),
      open_cursor: 0,
      subscribe_id: `${dingtalkSuite.suiteId}_0`,
      id: serial,
      corp_id,
      status: 0,
    };
  };
  const push = (...rows: readonly object[]): MarketPush =>
    sealed({ EventType: 'SYNC_HTTP_PUSH_HIGH', bizData: rows });
  const authRow = (corp: Enrolled, syncAction: string) =>
    row(corp.corpId, 4, dingtalkSuite.suiteId, {
      syncAction,
      auth_user_info: { userId: corp.adminId },
      auth_corp_info: { corpid: corp.corpId, corp_name: `${corp.corpId} 有限公司` },
      auth_scope: { errcode: 0 },
    });
  const appRow = (corp: Enrolled, syncAction: string) =>
    row(corp.corpId, 7, '247', { syncAction, agentId: suiteAgentId });
  const of = ({ corpId }: MarketCompany): Enrolled => {
    const corp = companies.get(corpId);
    if (!corp) throw new Error(`${corpId} is not enrolled`);
    return corp;
  };
  /** Third-party apps hear of approvals by rows of their own; the page's samples spell "finsh" so. */
  const approvalRow = (corpId: string, engine: FormEngine, id: string) => {
    const one = engine.instance(id);
    const moved =
      one?.state !== 'pending' || one.nodes.some(({ people }) => people.some(({ at }) => at !== null));
    const data = { processInstanceId: id, processCode: one?.definitionId, type: moved ? 'finsh' : 'start' };
    return row(corpId, 245, id, { syncAction: 'workflow_instance_change', ...data });
  };
  const told = (corp: Enrolled, made: object): readonly MarketPush[] => (corp.authorised ? [push(made)] : []);

  return {
    app,
    faults,
    enrol(company) {
      enrolments += 1;
      const [adminId = ''] = company.people.keys();
      const corp: Enrolled = {
        corpId: `dingemulated${enrolments}${crypto.randomUUID().slice(0, 8)}`,
        company,
        adminId,
        admins: new Map([[adminId, 'admin']]),
        inner: dingtalkEmulator(company, clock),
        authorised: false,
        department: null,
        tokens: new Map(),
      };
      corp.inner.messages.templates.set(dingtalkSuite.messageTemplateId ?? '', 'approved');
      companies.set(corp.corpId, corp);
      return corp;
    },
    tick() {
      if (nowMs() < nextTicket) return [];
      nextTicket = nowMs() + ticketEveryMs;
      const suiteTicket = secret('ticket');
      tickets.add(suiteTicket);
      const ticketRow = row('', 2, dingtalkSuite.suiteId, { syncAction: 'suite_ticket', suiteTicket });
      return [push(ticketRow)];
    },
    install(company) {
      const corp = of(company);
      Object.assign(corp, { authorised: true, department: null });
      return [push(authRow(corp, 'org_suite_auth'))];
    },
    scope(company, departmentId) {
      const corp = of(company);
      corp.department = departmentId;
      return told(corp, appRow(corp, 'org_micro_app_scope_update'));
    },
    suspend: (company) => told(of(company), appRow(of(company), 'org_micro_app_stop')),
    resume: (company) => told(of(company), appRow(of(company), 'org_micro_app_restore')),
    uninstall(company) {
      const corp = of(company);
      if (!corp.authorised) return [];
      corp.authorised = false;
      return [push(authRow(corp, 'org_suite_relieve'))];
    },
    changed: ({ corpId }, personId) => [push(row(corpId, 13, personId, { syncAction: 'user_modify_org' }))],
    messages: (company) => of(company).inner.messages,
    calendar: (company) => of(company).inner.calendar,
    approvals(company) {
      const { engine } = of(company).inner.approvals;
      return { engine, changed: (id) => [push(approvalRow(company.corpId, engine, id))] };
    },
    opened: (company, personId) => of(company).inner.client.inPageCode(personId),
    // Notices by a template only lead to their page.
    pressed: () => null,
    secrets: () => [...seen],
    forged({ corpId }) {
      const made = {
        EventType: 'SYNC_HTTP_PUSH_HIGH',
        bizData: [row(corpId, 4, '1', { syncAction: 'org_suite_relieve' })],
      };
      return sealed(made, dingtalkSuite.suiteKey, callbackCipher({ ...keys, token: 'Guessed' }));
    },
    check: () =>
      sealed(
        { EventType: 'check_create_suite_url', Random: 'aBcDeFgH', TestSuiteKey: 'suite4xxxxxxxxxxxxxxx' },
        'suite4xxxxxxxxxxxxxxx',
      ),
  };
}

/** A token of the company's inner emulator, as its internal app gets it. */
async function innerToken(inner: DingtalkEmulator): Promise<string> {
  const { appKey, appSecret } = dingtalkApp;
  const answer = await inner.app.request('/v1.0/oauth2/accessToken', {
    method: 'POST',
    body: JSON.stringify({ appKey, appSecret }),
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}
