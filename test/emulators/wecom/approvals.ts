import type { Hono } from 'hono';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { type FlowNode, type FormEngine, formEngine } from '../shared/approval-engine.ts';
import type { Company } from '../shared/company.ts';
import { type Faults, withFaults } from '../shared/faults.ts';

/** A template whose form an offer fits. */
export const wecomTemplate = 'BsAZ5oNJYqpbzAAe2vjwhhFDnwXHGzBf3PXL';

interface Parts {
  readonly app: Hono;
  readonly faults: Faults;
  readonly company: Company;
  readonly nowMs: () => number;
  /** The refusal of a call without a right token or over a limit; null lets it through. */
  readonly guard: (path: string, query: Readonly<Record<string, string>>) => Response | null;
  readonly success: (fields: Readonly<Record<string, unknown>>) => Response;
  readonly failure: (errcode: number, errmsg: string) => Response;
  readonly push: (xml: string) => CallbackRequest;
  readonly corpId: string;
}

/** What a test does with WeCom's approvals. */
export interface WecomApprovalSide {
  readonly engine: FormEngine;
  /** The push that follows a change of an application. */
  changed(number: string): CallbackRequest;
  /** The same as the event that it carries, in the company of that id. */
  news(number: string, corpId: string): string;
}

type Body = Readonly<Record<string, unknown>>;
interface Content {
  readonly control: string;
  readonly id: string;
  readonly value: Body;
}

const words = (text: string) => [{ text, lang: 'zh_CN' }];
const control = (id: string, kind: string, title: string, require: 0 | 1, config: object = {}) => ({
  property: { control: kind, id, title: words(title), placeholder: words(''), require, un_print: 0 },
  config,
});

/** The form: two texts, a sum, a day, a choice, a note. */
const controls = [
  control('Text-1', 'Text', '审批编号', 1),
  control('Text-2', 'Text', '候选人与职位', 1),
  control('Money-3', 'Money', '月薪', 0),
  control('Date-4', 'Date', '入职日期', 1, { date: { type: 'day' } }),
  control('Selector-5', 'Selector', '用工形式', 1, {
    selector: {
      type: 'single',
      options: [
        { key: 'option-1', value: words('全职') },
        { key: 'option-2', value: words('兼职') },
      ],
    },
  }),
  control('Textarea-6', 'Textarea', '说明', 0),
  control('File-7', 'File', '附件', 0),
];

const statuses = { pending: 1, approved: 2, rejected: 3, withdrawn: 4 } as const;
const opinions = { waiting: 1, agreed: 2, refused: 3, passed_on: 4, not_needed: 1 } as const;
const xml = (tag: string, text: string | number) => `<${tag}><![CDATA[${text}]]></${tag}>`;

/** A filled control of the wrong form is refused, as WeCom does. */
function wrongValue({ control: kind, value }: Content): boolean {
  if (kind === 'Text' || kind === 'Textarea') return typeof value.text !== 'string';
  if (kind === 'Money') return !/^\d+(\.\d+)?$/.test(String(value.new_money ?? ''));
  if (kind === 'Date') return !/^\d{9,11}$/.test(String((value.date as Body | undefined)?.s_timestamp ?? ''));
  if (kind !== 'Selector') return true;
  const { options } = (value.selector ?? {}) as { options?: { key: string }[] };
  return !options?.every(({ key }) => key === 'option-1' || key === 'option-2');
}

/**
 * WeCom's approval app as the documents describe it: a template with a flow, applications that move, both lists of people with
 * their two enumerations, and a push for each change. https://developer.work.weixin.qq.com/document/path/91853 (read 2026-08)
 */
export function wecomApprovalSide(parts: Parts): WecomApprovalSide {
  const { app, faults, company, nowMs, guard, success, failure } = parts;
  const engine = formEngine(nowMs, (n) => `20261123${String(n).padStart(4, '0')}`);
  const post = (path: string, answer: (body: Body) => Response) =>
    app.post(`/cgi-bin/${path}`, (c) =>
      withFaults(faults, c, async () => guard(path, c.req.query()) ?? answer((await c.req.json()) as Body)),
    );

  post('oa/gettemplatedetail', ({ template_id: id }) =>
    id === wecomTemplate
      ? success({ template_names: words('录用审批'), template_content: { controls } })
      : failure(301025, 'get approval param error'),
  );
  post('oa/applyevent', (body) => {
    const creator = String(body.creator_userid ?? '');
    if (body.template_id !== wecomTemplate) return failure(301025, 'get approval param error');
    if (!company.people.has(creator)) return failure(60111, 'userid not found');
    const contents = ((body.apply_data as Body | undefined)?.contents ?? []) as Content[];
    const missing = controls.some(
      ({ property }) => property.require === 1 && !contents.some(({ id }) => id === property.id),
    );
    const alien = contents.some(({ id }) => !controls.some(({ property }) => property.id === id));
    const summary = body.summary_list as { summary_info: { text: string }[] }[] | undefined;
    const text = summary?.[0]?.summary_info[0]?.text ?? '';
    if (missing || alien || contents.some(wrongValue)) return failure(301025, 'get approval param error');
    if (text === '' || [...text].length > 20) return failure(40058, 'invalid summary_list');
    const nodes = nodesOf(body, company, creator);
    if (nodes === null) return failure(301025, 'get approval param error');
    const texts = contents.flatMap(({ id, value }) =>
      typeof value.text === 'string' ? [[id, value.text] as const] : [],
    );
    const made = engine.start({
      definitionId: wecomTemplate,
      askerId: creator,
      nodes,
      texts: new Map(texts),
      form: contents,
    });
    return success({ sp_no: made.id });
  });
  post('oa/getapprovaldetail', ({ sp_no: number }) => {
    const one = engine.instance(String(number));
    return one ? success({ info: detail(engine, one.id) }) : failure(301025, 'get approval param error');
  });
  post('oa/getapprovalinfo', (body) => {
    const from = Number(body.starttime) * 1000;
    const to = Number(body.endtime) * 1000;
    if (typeof body.starttime !== 'string' || !(to - from <= 31 * 86_400_000))
      return failure(40058, 'invalid time');
    if (Number(body.size) > 100) return failure(40058, 'invalid size');
    const filters = (body.filters ?? []) as { key: string; value: string }[];
    const wanted = (key: string) => filters.find((one) => one.key === key)?.value;
    const fits = engine
      .instances()
      .filter(({ startedAt }) => startedAt >= from && startedAt <= to)
      .filter(({ definitionId }) => (wanted('template_id') ?? definitionId) === definitionId)
      .filter(({ askerId }) => (wanted('creator') ?? askerId) === askerId)
      .map(({ id }) => id);
    const at = Number(body.new_cursor || 0);
    const size = Number(body.size);
    const next = at + size < fits.length ? String(at + size) : '';
    return success({ sp_no_list: fits.slice(at, at + size), new_next_cursor: next });
  });

  const news = (number: string, corpId: string): string => {
    const one = engine.instance(number);
    if (!one) throw new Error('no such application');
    const inner = [
      xml('SpNoStr', one.id),
      xml('SpName', '录用审批'),
      `<SpStatus>${statuses[one.state]}</SpStatus>`,
      xml('TemplateId', one.definitionId),
      `<ApplyTime>${Math.floor(one.startedAt / 1000)}</ApplyTime>`,
      `<Applyer>${xml('UserId', one.askerId)}${xml('Party', '1')}</Applyer>`,
      `<StatuChangeEvent>${one.state === 'withdrawn' ? 6 : 2}</StatuChangeEvent>`,
    ].join('');
    return `<xml>${xml('ToUserName', corpId)}${xml('FromUserName', 'sys')}<CreateTime>${Math.floor(nowMs() / 1000)}</CreateTime>${xml('MsgType', 'event')}${xml('Event', 'sys_approval_change')}<AgentID>3010040</AgentID><ApprovalInfo>${inner}</ApprovalInfo></xml>`;
  };
  return { engine, news, changed: (number) => parts.push(news(number, parts.corpId)) };
}

/** The flow: the template's own (the creator's leader, then two of the office), or the one that was sent along. */
function nodesOf(body: Body, company: Company, creator: string): readonly FlowNode[] | null {
  if (body.use_template_approver === 1) {
    const others = [...company.people.keys()].filter((id) => id !== creator);
    return [
      { rule: 'or', personIds: others.slice(0, 1) },
      { rule: 'and', personIds: others.slice(1, 3) },
    ];
  }
  const { node_list: list } = (body.process ?? {}) as {
    node_list?: { type: number; apv_rel: number; userid: string[] }[];
  };
  if (
    !list?.length ||
    list.some(({ userid }) => userid.length === 0 || !userid.every((id) => company.people.has(id)))
  ) {
    return null;
  }
  return list.map(({ apv_rel: rel, userid }) => ({ rule: rel === 1 ? 'and' : 'or', personIds: userid }));
}

function detail(engine: FormEngine, number: string): object {
  const one = engine.instance(number);
  if (!one) return {};
  const seconds = (ms: number | null) => (ms === null ? 0 : Math.floor(ms / 1000));
  const nodes = one.nodes.filter(({ state }) => state !== 'waiting');
  return {
    sp_no: one.id,
    sp_name: '录用审批',
    sp_status: statuses[one.state],
    template_id: one.definitionId,
    apply_time: seconds(one.startedAt),
    applyer: { userid: one.askerId, partyid: '1' },
    sp_record: nodes.map((node) => ({
      sp_status: node.state === 'open' ? 1 : node.state === 'refused' ? 3 : 2,
      approverattr: node.rule === 'or' ? 1 : 2,
      details: node.people.map((person) => ({
        approver: { userid: person.id },
        speech: person.comment,
        sp_status: opinions[person.state],
        sptime: seconds(person.at),
        media_id: [],
      })),
    })),
    notifyer: [],
    apply_data: { contents: one.form },
    comments: [],
    process_list: {
      node_list: nodes.map((node) => ({
        node_type: 1,
        sp_status: node.state === 'open' ? 1 : node.state === 'refused' ? 3 : 2,
        apv_rel: node.rule === 'and' ? 1 : 2,
        sub_node_list: node.people.map((person) => ({
          userid: person.id,
          speech: person.comment,
          sp_yj: opinions[person.state],
          sptime: seconds(person.at),
          media_ids: [],
        })),
      })),
    },
  };
}
