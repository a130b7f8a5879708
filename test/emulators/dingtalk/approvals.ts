import type { Context, Hono } from 'hono';
import type { CallbackRequest } from '#core/ports/platform.ts';
import {
  type EngineInstance,
  type FlowNode,
  type FormEngine,
  formEngine,
} from '../shared/approval-engine.ts';
import type { Company } from '../shared/company.ts';

/** A form that an offer fits. */
export const dingtalkForm = 'PROC-17428B8C-6C60-470E-9F11-64F1037AE067';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly app: Hono;
  readonly company: Company;
  readonly nowMs: () => number;
  readonly tokenLives: (sent: string) => boolean;
  readonly answered: (c: Context, answer: () => Response | Promise<Response>) => Promise<Response>;
  readonly refuse: (status: number, code: string) => Response;
  readonly push: (event: Body) => CallbackRequest;
}

/** What a test does with DingTalk's approvals. */
export interface DingtalkApprovalSide {
  readonly engine: FormEngine;
  changed(instanceId: string): CallbackRequest;
}

const item = (componentName: string, id: string, label: string, required: boolean, more: object = {}) => ({
  componentName,
  props: { id, label, required, bizAlias: '', ...more },
});

const items = [
  item('TextField', 'TextField-1', '审批编号', true),
  item('TextField', 'TextField-2', '候选人与职位', true),
  item('MoneyField', 'MoneyField-3', '月薪', false),
  item('DDDateField', 'DDDateField-4', '入职日期', true, { format: 'yyyy-MM-dd' }),
  item('DDSelectField', 'DDSelectField-5', '用工形式', true, {
    options: ['{"value":"全职","key":"option_0"}', '兼职'],
  }),
  item('TextareaField', 'TextareaField-6', '说明', false),
  item('TextNote', 'TextNote-7', '填写说明', false),
  item('DDAttachment', 'DDAttachment-8', '附件', false),
];

const statuses = {
  pending: 'RUNNING',
  approved: 'COMPLETED',
  rejected: 'COMPLETED',
  withdrawn: 'TERMINATED',
} as const;
const results = { pending: '', approved: 'agree', rejected: 'refuse', withdrawn: '' } as const;
const taskStatuses = {
  waiting: 'RUNNING',
  agreed: 'COMPLETED',
  refused: 'COMPLETED',
  passed_on: 'COMPLETED',
  not_needed: 'CANCELED',
} as const;
const taskResults = {
  waiting: 'NONE',
  agreed: 'AGREE',
  refused: 'REFUSE',
  passed_on: 'REDIRECTED',
  not_needed: 'NONE',
} as const;

/** The name must be the label of a control, and the value fit its kind. */
function wrongValue({ name, value }: Body): boolean {
  const found = items.find(({ props }) => props.label === name);
  if (!found || typeof value !== 'string' || value.length > 65_535) return true;
  if (found.componentName === 'MoneyField') return !/^\d+(\.\d+)?$/.test(value);
  if (found.componentName === 'DDDateField') return !/^\d{4}-\d{2}-\d{2}$/.test(value);
  return found.componentName === 'DDSelectField' && value !== '全职' && value !== '兼职';
}

const minutes = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;

/**
 * DingTalk's OA approvals: a form with a flow, a forecast of it, instances with tasks and records, ids listed by twenty, events of
 * tasks and instances. https://open.dingtalk.com/document/development/oa-approval-overview (read 2026-08)
 */
export function dingtalkApprovalSide(parts: Parts): DingtalkApprovalSide {
  const { app, company, nowMs, tokenLives, answered, refuse } = parts;
  const engine = formEngine(nowMs, (n) => `proc-${String(n).padStart(4, '0')}-6M_A`);
  const base = '/v1.0/workflow';
  const authorised = (c: Context, answer: () => Response | Promise<Response>) =>
    answered(c, () =>
      tokenLives(c.req.header('x-acs-dingtalk-access-token') ?? '')
        ? answer()
        : refuse(400, 'InvalidAuthentication'),
    );
  const get = (path: string, answer: (c: Context) => Response) =>
    app.get(`${base}${path}`, (c) => authorised(c, () => answer(c)));
  const post = (path: string, answer: (body: Body) => Response) =>
    app.post(`${base}${path}`, (c) => authorised(c, async () => answer(await c.req.json<Body>())));
  const flowFor = (asker: unknown): readonly FlowNode[] => {
    const others = [...company.people.keys()].filter((id) => id !== asker);
    return [
      { rule: 'or', personIds: others.slice(0, 1) },
      { rule: 'and', personIds: others.slice(1, 3) },
    ];
  };

  get('/processes/userVisibilities/templates', (c) => {
    if (Number(c.req.query('maxResults')) > 100) return refuse(400, 'invalidMaxResults');
    if (c.req.query('nextToken') === undefined) return refuse(400, 'invalidNextToken');
    return Response.json({
      result: { processList: [{ name: '录用审批', processCode: dingtalkForm, url: '', iconUrl: '' }] },
    });
  });
  get('/forms/schemas/processCodes', (c) =>
    c.req.query('processCode') === dingtalkForm
      ? Response.json({
          result: {
            formCode: dingtalkForm,
            name: '录用审批',
            status: 'PUBLISHED',
            schemaContent: { title: '录用审批', items },
          },
        })
      : refuse(400, 'formNotExist'),
  );
  post('/processes/forecast', (body) =>
    body.processCode === dingtalkForm
      ? Response.json({
          result: {
            isForecastSuccess: true,
            isStaticWorkflow: false,
            processCode: dingtalkForm,
            userId: body.userId,
            workflowActivityRules: flowFor(body.userId).map(({ rule, personIds }, index) => ({
              activityId: `node-${index}`,
              activityName: index === 0 ? '直属主管' : '人事',
              activityType: 'target_approval',
              isTargetSelect: false,
              workflowActor: { actorType: 'approver', approvalType: rule === 'and' ? 'AND' : 'OR' },
              activityActioners: personIds.map((userId) => ({
                userId,
                name: company.people.get(userId)?.name,
              })),
            })),
          },
        })
      : refuse(400, 'processNotFound'),
  );
  post('/processInstances', (body) => {
    const asker = String(body.originatorUserId ?? '');
    const values = (body.formComponentValues ?? []) as Body[];
    if (body.processCode !== dingtalkForm) return refuse(400, 'processNotFound');
    if (!company.people.has(asker)) return refuse(400, 'userNotExist');
    const given = body.approvers as { actionType: string; userIds: string[] }[] | undefined;
    if (given === undefined && body.deptId === undefined) return refuse(400, 'aflowProcessDeptIdMissing');
    const missing = items.some(
      ({ props }) => props.required && !values.some(({ name }) => name === props.label),
    );
    if (missing || values.length > 150 || values.some(wrongValue))
      return refuse(400, 'aflowProcessFormValueError');
    const made = engine.start({
      definitionId: dingtalkForm,
      askerId: asker,
      nodes:
        given?.map(({ actionType, userIds }) => ({
          rule: actionType === 'OR' ? 'or' : 'and',
          personIds: userIds,
        })) ?? flowFor(asker),
      texts: new Map(),
      form: values,
    });
    return Response.json({ instanceId: made.id });
  });
  get('/processInstances', (c) => {
    const one = engine.instance(c.req.query('processInstanceId') ?? '');
    return one
      ? Response.json({ result: detail(one), success: 'true' })
      : refuse(400, 'processInstanceNotFound');
  });
  post('/processes/instanceIds/query', (body) => {
    const { startTime, endTime, maxResults, nextToken } = body as Record<string, number>;
    if (!(Number(maxResults) <= 20)) return refuse(400, 'invalidMaxResults');
    if (!(Number(endTime) - Number(startTime) <= 120 * 86_400_000)) return refuse(400, 'invalidTime');
    const people = body.userIds as string[] | undefined;
    const fits = engine
      .instances()
      .filter(({ startedAt }) => startedAt >= Number(startTime) && startedAt <= Number(endTime))
      .filter(({ definitionId }) => definitionId === body.processCode)
      .filter(({ askerId }) => people?.includes(askerId) ?? true)
      .map(({ id }) => id);
    const end = Number(nextToken) + Number(maxResults);
    const next = end < fits.length ? { nextToken: end } : {};
    return Response.json({ result: { list: fits.slice(Number(nextToken), end), ...next }, success: true });
  });
  post('/processInstances/terminate', (body) => {
    const one = engine.instance(String(body.processInstanceId));
    if (!one) return refuse(400, 'processInstanceNotFound');
    if (body.isSystem !== true && body.operatingUserId !== one.askerId) return refuse(400, 'noPermission');
    engine.withdraw(one.id);
    return Response.json({ result: true });
  });

  return {
    engine,
    changed(id) {
      const one = engine.instance(id);
      if (!one) throw new Error('no such instance');
      const over = one.state !== 'pending';
      return parts.push({
        EventType: over ? 'bpms_instance_change' : 'bpms_task_change',
        processInstanceId: id,
        processCode: one.definitionId,
        bizCategoryId: 'dingtalk.hrm.offer',
        type: one.state === 'withdrawn' ? 'terminate' : 'finish',
        ...(over && one.state !== 'withdrawn' ? { result: results[one.state] } : {}),
        createTime: one.startedAt,
        staffId: one.askerId,
      });
    },
  };
}

function detail(one: EngineInstance): object {
  const running = one.nodes.filter(({ state }) => state !== 'waiting');
  const people = running.flatMap((node) => node.people);
  const said = people
    .filter(({ at, state }) => at !== null && state !== 'not_needed')
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return {
    title: '录用审批',
    createTime: minutes(one.startedAt),
    ...(one.endedAt === null ? {} : { finishTime: minutes(one.endedAt) }),
    originatorUserId: one.askerId,
    processCode: one.definitionId,
    status: statuses[one.state],
    result: results[one.state],
    operationRecords: [
      { userId: one.askerId, date: minutes(one.startedAt), type: 'START_PROCESS_INSTANCE', result: 'NONE' },
      ...said.map(({ id, at, state, comment }) => ({
        userId: id,
        date: minutes(at ?? 0),
        type: state === 'passed_on' ? 'REDIRECT_TASK' : 'EXECUTE_TASK_NORMAL',
        result: state === 'passed_on' ? 'NONE' : taskResults[state],
        remark: comment,
      })),
    ],
    tasks: people.map(({ id, taskId, state }) => ({
      taskId: Number(taskId),
      userId: id,
      status: taskStatuses[state],
      result: taskResults[state],
    })),
    formComponentValues: one.form,
  };
}
