import type { Context, Hono } from 'hono';
import type { Company } from '../shared/company.ts';
import type { ShownTodo, TodoStore } from '../shared/todo-store.ts';

type Body = Readonly<Record<string, unknown>>;
type Answer = () => Response | Promise<Response>;

interface Parts {
  readonly app: Hono;
  readonly company: Company;
  readonly authorised: (c: Context, answer: Answer) => Response | Promise<Response>;
  readonly refuse: (status: number, code: number, msg: string) => Response;
  readonly success: (data: unknown) => Response;
}

const instanceStates: ReadonlySet<unknown> = new Set([
  'PENDING',
  'APPROVED',
  'REJECTED',
  'CANCELED',
  'DELETED',
  'HIDDEN',
  'TERMINATED',
]);
const taskStates: ReadonlySet<unknown> = new Set(['PENDING', 'APPROVED', 'REJECTED', 'TRANSFERRED', 'DONE']);
const methods: ReadonlySet<unknown> = new Set(['BROWSER', 'SIDEBAR', 'NORMAL', 'TRUSTEESHIP']);

const list = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);
const isMs = (value: unknown): boolean => typeof value === 'string' && /^\d{1,13}$/.test(value);
const isLink = (value: unknown): boolean =>
  /^https?:\/\//.test(String((value as Body | undefined)?.pc_link ?? ''));

/** Every text that is named must be given in every language. */
function textsMissing(body: Body): boolean {
  const wanted = JSON.stringify({ ...body, i18n_resources: null }).match(/@i18n@\w+/g) ?? [];
  const given = list(body.i18n_resources);
  const lacks = (one: Body) => wanted.some((name) => !list(one.texts).some(({ key }) => key === name));
  return given.length === 0 || given.some(lacks);
}

function wrongTask(task: Body, company: Company): boolean {
  return (
    !company.people.has(String(task.open_id)) ||
    !taskStates.has(task.status) ||
    !methods.has(task.display_method) ||
    !isLink(task.links) ||
    !isMs(task.create_time) ||
    !isMs(task.end_time) ||
    (task.status === 'PENDING') !== (task.end_time === '0')
  );
}

function wrongInstance(body: Body, company: Company): boolean {
  const tasks = list(body.task_list);
  const ids = [body.instance_id, ...tasks.map(({ task_id }) => task_id)];
  return (
    typeof body.instance_id !== 'string' ||
    new Set(ids).size < ids.length ||
    tasks.length > 300 ||
    !instanceStates.has(body.status) ||
    !['REPLACE', 'UPDATE'].includes(String(body.update_mode ?? 'REPLACE')) ||
    !isLink(body.links) ||
    ![body.start_time, body.end_time, body.update_time].every(isMs) ||
    (body.open_id !== undefined && !company.people.has(String(body.open_id))) ||
    tasks.some((task) => wrongTask(task, company)) ||
    textsMissing(body)
  );
}

const inChinese = (body: Body, name: unknown): string => {
  const chinese = list(body.i18n_resources).find(({ locale }) => locale === 'zh-CN');
  return String(list(chinese?.texts).find(({ key }) => key === name)?.value ?? name);
};

const shown = (body: Body): readonly ShownTodo[] =>
  list(body.task_list).map((task) => ({
    key: String(task.task_id),
    personId: String(task.open_id),
    title: inChinese(body, task.title),
    url: String((task.links as Body).pc_link),
    open: task.status === 'PENDING' && body.status === 'PENDING',
    result: String(task.status),
  }));

/**
 * Feishu's approval centre for requests of other systems: a definition by their own code, instances by their own ids, the newest word by
 * `update_time`. https://open.feishu.cn/document/server-docs/approval-v4/external_approval (read 2026-02)
 */
export function feishuTodoSide({ app, company, authorised, refuse, success }: Parts): TodoStore {
  const codes = new Map<string, string>();
  const instances = new Map<string, Body>();
  const post = (path: string, answer: (body: Body) => Response) =>
    app.post(`/open-apis/approval/v4${path}`, (c) =>
      authorised(c, async () => answer(await c.req.json<Body>())),
    );

  post('/external_approvals', (body) => {
    const own = String(body.approval_code ?? '');
    const external = (body.external ?? {}) as Body;
    const nowhere = external.support_pc !== true && external.support_mobile !== true;
    const lacksLink = external.support_pc === true && !external.create_link_pc;
    if (!/^.{1,128}$/.test(own) || !body.approval_name || !body.group_code || nowhere || lacksLink)
      return refuse(400, 1390001, 'param is invalid');
    if (textsMissing(body)) return refuse(400, 1390001, 'i18n text is missing');
    const code = codes.get(own) ?? `EXTERNAL-${codes.size + 1}`;
    codes.set(own, code);
    return success({ approval_code: code });
  });
  post('/external_instances', (body) => {
    if (![...codes.values()].includes(String(body.approval_code)))
      return refuse(400, 1390002, 'approval code not found');
    if (wrongInstance(body, company)) return refuse(400, 1390001, 'param is invalid');
    const id = String(body.instance_id);
    const before = instances.get(id);
    const late =
      body.update_mode === 'UPDATE' && Number(body.update_time) <= Number(before?.update_time ?? 0);
    if (!late) instances.set(id, body);
    return success({ data: instances.get(id) });
  });

  return {
    path: '/approval/v4/external_',
    lacking: {
      kind: 'body',
      status: 400,
      body: {
        code: 99991672,
        msg: 'Access denied',
        error: { permission_violations: [{ type: 'action_scope_required', subject: 'approval:approval' }] },
      },
    },
    all: () => [...instances.values()].flatMap(shown),
    requests: () => [...instances].map(([id, body]) => ({ id, state: String(body.status), sent: body })),
  };
}
