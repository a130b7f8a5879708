import type { Context, Hono } from 'hono';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { type EngineInstance, type FormEngine, formEngine } from '../shared/approval-engine.ts';
import type { Company } from '../shared/company.ts';

/** A definition whose form an offer fits. */
export const feishuDefinition = '7C468A54-8745-2245-9675-08B7C63E7A85';

type Body = Readonly<Record<string, unknown>>;
type Answer = () => Response | Promise<Response>;

interface Parts {
  readonly app: Hono;
  readonly company: Company;
  readonly nowMs: () => number;
  readonly authorised: (c: Context, answer: Answer) => Response | Promise<Response>;
  readonly refuse: (status: number, code: number, msg: string) => Response;
  readonly success: (data: unknown) => Response;
  /** A v1 event as the platform sends it. */
  readonly push: (event: Body) => CallbackRequest;
}

/** What a test does with Feishu's approvals. */
export interface FeishuApprovalSide {
  readonly engine: FormEngine;
  changed(instanceCode: string): CallbackRequest;
  /** The same as the event that it carries. */
  news(instanceCode: string): Readonly<Record<string, string | null>>;
}

/** As the definition is read: names in the reader's language, options by value. */
const form = [
  { id: 'widget1', name: '候选人与职位', type: 'input', required: true },
  { id: 'widget2', name: '月薪', type: 'amount', required: false },
  { id: 'widget3', name: '入职日期', type: 'date', required: true },
  {
    id: 'widget4',
    name: '用工形式',
    type: 'radioV2',
    required: true,
    option: [
      { value: 'full', text: '全职' },
      { value: 'part', text: '兼职' },
    ],
  },
  { id: 'widget5', name: '说明', type: 'textarea', required: false },
  { id: 'widget6', name: '填写说明', type: 'text', required: false },
  { id: 'widget7', name: '附件', type: 'attachmentV2', required: false },
];

const statuses = {
  pending: 'PENDING',
  approved: 'APPROVED',
  rejected: 'REJECTED',
  withdrawn: 'CANCELED',
} as const;
const tasks = {
  waiting: 'PENDING',
  agreed: 'APPROVED',
  refused: 'REJECTED',
  passed_on: 'TRANSFERRED',
  not_needed: 'DONE',
} as const;
const lines = { agreed: 'PASS', refused: 'REJECT', passed_on: 'TRANSFER' } as const;

function wrongWidget({ id, type, value }: Body): boolean {
  const widget = form.find((one) => one.id === id);
  if (!widget || widget.type !== type || type === 'text') return true;
  if (type === 'amount') return typeof value !== 'number';
  if (type === 'date') return !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/.test(String(value));
  if (type === 'radioV2') return value !== 'full' && value !== 'part';
  return typeof value !== 'string';
}

/**
 * Feishu's approvals v4: a definition with a flow, instances that one uuid starts once, tasks and a timeline, and events only for
 * definitions that were subscribed to. https://open.feishu.cn/document/server-docs/approval-v4 (read 2026-02)
 */
export function feishuApprovalSide(parts: Parts): FeishuApprovalSide {
  const { app, company, authorised, refuse, success, nowMs } = parts;
  const engine = formEngine(nowMs, (n) => `81D31358-93AF-92D6-7425-${String(n).padStart(12, '0')}`);
  const subscribed = new Set<string>();
  const base = '/open-apis/approval/v4';
  const post = (path: string, answer: (body: Body, c: Context) => Response) =>
    app.post(`${base}${path}`, (c) => authorised(c, async () => answer(await c.req.json<Body>(), c)));

  app.get(`${base}/approvals/:code`, (c) =>
    authorised(c, () =>
      c.req.param('code') === feishuDefinition
        ? success({
            approval_name: '录用审批',
            status: 'ACTIVE',
            form: JSON.stringify(form),
            node_list: [
              { name: '开始', need_approver: false, node_id: 'START', node_type: 'AND' },
              { name: '直属上级', need_approver: false, node_id: 'n1', node_type: 'OR' },
              { name: '人事', need_approver: false, node_id: 'n2', node_type: 'AND' },
            ],
            viewers: [{ viewer_type: 'TENANT' }],
          })
        : refuse(400, 1390002, 'approval code not found'),
    ),
  );
  post('/approvals/:code/subscribe', (_, c) => {
    const code = c.req.param('code') ?? '';
    if (code !== feishuDefinition) return refuse(400, 1390002, 'approval code not found');
    if (subscribed.has(code)) return refuse(400, 1390007, 'subscription existed');
    subscribed.add(code);
    return Response.json({ code: 0, msg: 'success' });
  });
  post('/instances', (body) => {
    const uuid = String(body.uuid ?? '').toLowerCase();
    if (body.approval_code !== feishuDefinition) return refuse(400, 1390002, 'approval code not found');
    if (!company.people.has(String(body.open_id))) return refuse(400, 1390004, 'user not found');
    if (uuid.length > 64) return refuse(400, 1390001, 'param is invalid');
    if (engine.instances().some(({ key }) => key === uuid)) return refuse(400, 60012, 'uuid conflict');
    const widgets = JSON.parse(String(body.form)) as Body[];
    const missing = form.some(({ id, required }) => required && !widgets.some((one) => one.id === id));
    if (missing || widgets.some(wrongWidget)) return refuse(400, 1390001, 'param is invalid');
    const others = [...company.people.keys()].filter((id) => id !== body.open_id);
    const made = engine.start({
      definitionId: feishuDefinition,
      askerId: String(body.open_id),
      nodes: [
        { rule: 'or', personIds: others.slice(0, 1) },
        { rule: 'and', personIds: others.slice(1, 3) },
      ],
      texts: new Map(),
      form: widgets,
      key: uuid,
    });
    return success({ instance_code: made.id });
  });
  app.get(`${base}/instances/:id`, (c) =>
    authorised(c, () => {
      const id = c.req.param('id') ?? '';
      const one = engine.instance(id) ?? engine.instances().find(({ key }) => key === id.toLowerCase());
      return one ? success(detail(one)) : refuse(400, 1390003, 'instance code not found');
    }),
  );
  post('/instances/cancel', (body) => {
    const one = engine.instance(String(body.instance_code));
    if (!one) return refuse(400, 1390003, 'instance code not found');
    if (one.askerId !== body.user_id) return refuse(400, 1390004, 'user is not the submitter');
    engine.withdraw(one.id);
    return Response.json({ code: 0, msg: 'success' });
  });

  const news = (code: string) => {
    const one = engine.instance(code);
    if (!one || !subscribed.has(one.definitionId)) throw new Error('nobody subscribed to this definition');
    return {
      type: 'approval_instance',
      approval_code: one.definitionId,
      instance_code: one.id,
      status: statuses[one.state],
      operate_time: String(nowMs()),
      uuid: one.key,
    };
  };
  return { engine, news, changed: (code) => parts.push(news(code)) };
}

function detail(one: EngineInstance): object {
  const running = one.nodes.filter(({ state }) => state !== 'waiting');
  const people = running.flatMap((node) => node.people.map((person) => ({ node, person })));
  const said = people
    .filter(({ person }) => person.at !== null && person.state !== 'not_needed')
    .sort((a, b) => (a.person.at ?? 0) - (b.person.at ?? 0));
  return {
    approval_name: '录用审批',
    approval_code: one.definitionId,
    instance_code: one.id,
    uuid: one.key,
    status: statuses[one.state],
    start_time: String(one.startedAt),
    end_time: String(one.endedAt ?? 0),
    open_id: one.askerId,
    user_id: '',
    form: JSON.stringify(one.form),
    task_list: people.map(({ node, person }) => ({
      id: person.taskId,
      open_id: person.id,
      status: tasks[person.state],
      type: node.rule === 'and' ? 'AND' : 'OR',
      start_time: String(one.startedAt),
      end_time: String(person.at ?? 0),
    })),
    comment_list: [],
    timeline: [
      { type: 'START', create_time: String(one.startedAt), open_id: one.askerId },
      ...said.map(({ person }) => ({
        type: lines[person.state as keyof typeof lines],
        create_time: String(person.at),
        open_id: person.id,
        task_id: person.taskId,
        comment: person.comment,
      })),
    ],
  };
}
