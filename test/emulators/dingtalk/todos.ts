import type { Context, Hono } from 'hono';
import type { Company } from '../shared/company.ts';
import type { TodoStore } from '../shared/todo-store.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly app: Hono;
  readonly company: Company;
  readonly nowMs: () => number;
  readonly tokenLives: (sent: string) => boolean;
  readonly answered: (c: Context, answer: () => Response | Promise<Response>) => Promise<Response>;
  readonly refuse: (status: number, code: string) => Response;
}

interface Template {
  readonly code: string;
  readonly name: string;
  readonly labels: readonly string[];
}
interface Instance {
  readonly id: string;
  readonly sent: Body;
  readonly startedAt: number;
  status: 'RUNNING' | 'COMPLETED' | 'TERMINATED';
  result: string;
}
interface Task {
  readonly id: number;
  readonly instance: Instance;
  readonly activityId: string;
  readonly userId: string;
  readonly url: string;
  readonly createdAt: number;
  status: 'RUNNING' | 'COMPLETED' | 'CANCELED';
  result: string;
}

const base = '/v1.0/workflow/processCentres';
const list = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);
const isLink = (value: unknown): boolean =>
  typeof value === 'string' && /^https?:\/\//.test(value) && value.length <= 1024;
const minutes = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;

/**
 * DingTalk's process centre: templates by a name that is unique, instances without a flow, tasks that stand in people's to-do lists
 * until they are ended, and no key against doubles. https://open.dingtalk.com/document/development/create-a-ticket-approval-instance
 * (read 2026-11). Mounted before the approvals, which answer for everything that is not found here.
 */
export function dingtalkTodoSide({ app, company, nowMs, tokenLives, answered, refuse }: Parts): TodoStore {
  const templates: Template[] = [];
  const instances: Instance[] = [];
  const tasks: Task[] = [];
  const authorised = (c: Context, answer: () => Response | Promise<Response>) =>
    answered(c, () =>
      tokenLives(c.req.header('x-acs-dingtalk-access-token') ?? '')
        ? answer()
        : refuse(400, 'InvalidAuthentication'),
    );
  const on = (method: 'POST' | 'PUT', path: string, answer: (body: Body) => Response) =>
    app.on(method, `${base}${path}`, (c) => authorised(c, async () => answer(await c.req.json<Body>())));
  const instanceOf = (body: Body) => instances.find(({ id }) => id === body.processInstanceId);

  app.get(`${base}/schemaNames/processCodes`, (c) =>
    authorised(c, () => {
      const known = templates.find(({ name }) => name === c.req.query('name'));
      return known
        ? Response.json({ result: { processCode: known.code, gmtModified: minutes(nowMs()) } })
        : refuse(400, 'process.error');
    }),
  );
  on('POST', '/schemas', (body) => {
    const name = String(body.name ?? '');
    if (templates.some((one) => one.name === name)) return refuse(400, 'formName.error');
    if (name === '' || list(body.formComponents).length === 0) return refuse(400, 'formschema.error');
    const labels = list(body.formComponents).map(({ props }) => String((props as Body).label));
    const code = `PROC-OWN-${templates.length + 1}`;
    templates.push({ code, name, labels });
    return Response.json({ result: { processCode: code } });
  });
  on('POST', '/instances', (body) => {
    const known = templates.find(({ code }) => code === body.processCode);
    if (!known) return refuse(400, 'process.error');
    if (!company.people.has(String(body.originatorUserId))) return refuse(400, 'userNotExist');
    if (!isLink(body.url) || String(body.title ?? '').length > 64) return refuse(400, 'parameter.invalid');
    const values = list(body.formComponentValueList);
    if (values.some(({ name, value }) => !known.labels.includes(String(name)) || typeof value !== 'string'))
      return refuse(400, 'aflowProcessFormContentInvalid');
    const id = `own-${instances.length + 1}-6M_A`;
    instances.push({ id, sent: body, startedAt: nowMs(), status: 'RUNNING', result: '' });
    return Response.json({ result: { processInstanceId: id } });
  });
  on('PUT', '/instances', (body) => {
    const one = instanceOf(body);
    if (!one) return refuse(400, 'process.inst.notExist');
    const fits = body.status === 'COMPLETED' || body.status === 'TERMINATED';
    if (!fits || !['agree', 'refuse'].includes(String(body.result))) return refuse(400, 'formContent.error');
    one.status = body.status as Instance['status'];
    one.result = String(body.result);
    for (const task of tasks.filter(({ instance, status }) => instance === one && status === 'RUNNING'))
      task.status = 'CANCELED';
    return Response.json({ success: true });
  });
  on('POST', '/tasks', (body) => {
    const one = instanceOf(body);
    if (one?.status !== 'RUNNING') return refuse(400, 'integrated.state.invalid');
    const wanted = list(body.tasks);
    if (wanted.length === 0 || wanted.length > 20) return refuse(400, 'tasks.is.null');
    if (wanted.some(({ url }) => !isLink(url))) return refuse(400, 'task.url.error');
    if (wanted.some(({ dueTimestamp: due }) => due !== undefined && Number(due) < nowMs()))
      return refuse(400, 'task.dueTime.error');
    if (wanted.some(({ userId }) => !company.people.has(String(userId)))) return refuse(400, 'userNotExist');
    const made = wanted.map(
      ({ userId, url }, index): Task => ({
        id: 1_234_000 + tasks.length + index,
        instance: one,
        activityId: String(body.activityId ?? ''),
        userId: String(userId),
        url: String(url),
        createdAt: nowMs(),
        status: 'RUNNING',
        result: '',
      }),
    );
    tasks.push(...made);
    return Response.json({ result: made.map(({ id, userId }) => ({ taskId: id, userId })), success: true });
  });
  on('PUT', '/tasks', (body) => {
    const one = instanceOf(body);
    const named = list(body.tasks).map((given) => ({
      given,
      task: tasks.find(({ id, instance }) => id === given.taskId && instance === one),
    }));
    // Whether a task may be ended twice is not documented: refused here, so that nobody relies on it.
    if (!one || named.some(({ task }) => task?.status !== 'RUNNING'))
      return refuse(400, 'integrated.state.invalid');
    const wrong = ({ status, result }: Body) =>
      status === 'COMPLETED' ? !['AGREE', 'REFUSE'].includes(String(result)) : status !== 'CANCELED';
    if (named.some(({ given }) => wrong(given))) return refuse(400, 'internalError');
    for (const { task, given } of named) {
      if (!task) continue;
      task.status = given.status as Task['status'];
      task.result = String(given.result ?? '');
    }
    return Response.json({ success: true });
  });
  app.get(`${base}/todoTasks`, (c) =>
    authorised(c, () => {
      const size = Number(c.req.query('pageSize'));
      const from = (Number(c.req.query('pageNumber')) - 1) * size;
      if (!(size >= 1 && size <= 40) || !(from >= 0)) return refuse(400, 'integrated.params.error');
      const mine = tasks.filter((one) => one.userId === c.req.query('userId') && one.status === 'RUNNING');
      const rows = mine.slice(from, from + size).map(({ id, activityId, userId, createdAt, instance }) => ({
        taskId: id,
        activityId,
        userId,
        status: 'RUNNING',
        createTime: createdAt,
        processInstanceId: instance.id,
      }));
      return Response.json({ requestId: 'r', taskPage: { hasMore: from + size < mine.length, list: rows } });
    }),
  );
  readable(app, instances, authorised);

  return {
    path: '/processCentres/',
    lacking: {
      kind: 'body',
      status: 403,
      body: {
        code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
        requestid: 'r',
        message: 'no permission',
        accessdenieddetail: { requiredScopes: ['qyapi_aflow'] },
      },
    },
    all: () =>
      tasks.map((one) => ({
        key: one.activityId,
        personId: one.userId,
        title: String(one.instance.sent.title),
        url: one.url,
        open: one.status === 'RUNNING',
        result: one.status === 'COMPLETED' ? one.result : one.status,
      })),
    requests: () =>
      instances.map(({ id, status, result, sent }) => ({
        id,
        state: status === 'COMPLETED' ? result : status,
        sent,
      })),
  };
}

/** Such instances are read and listed like those with a flow. */
function readable(
  app: Hono,
  instances: readonly Instance[],
  authorised: (c: Context, answer: () => Response | Promise<Response>) => Promise<Response>,
): void {
  app.get('/v1.0/workflow/processInstances', async (c, next) => {
    const one = instances.find(({ id }) => id === c.req.query('processInstanceId'));
    if (!one) return next();
    return authorised(c, () =>
      Response.json({
        result: {
          title: one.sent.title,
          processCode: one.sent.processCode,
          createTime: minutes(one.startedAt),
          originatorUserId: one.sent.originatorUserId,
          status: one.status,
          result: one.result,
          operationRecords: [],
          tasks: [],
          formComponentValues: one.sent.formComponentValueList,
        },
        success: 'true',
      }),
    );
  });
  app.post('/v1.0/workflow/processes/instanceIds/query', async (c, next) => {
    const body = (await c.req.raw.clone().json()) as {
      readonly processCode: string;
      readonly startTime: number;
      readonly endTime: number;
      readonly userIds?: readonly unknown[];
    };
    const fits = instances.filter(({ sent }) => sent.processCode === body.processCode);
    if (fits.length === 0) return next();
    const inTime = fits.filter(
      ({ startedAt, sent }) =>
        startedAt >= body.startTime &&
        startedAt <= body.endTime &&
        (body.userIds ?? [sent.originatorUserId]).includes(sent.originatorUserId),
    );
    return authorised(c, () =>
      Response.json({ result: { list: inTime.slice(0, 20).map(({ id }) => id) }, success: true }),
    );
  });
}
