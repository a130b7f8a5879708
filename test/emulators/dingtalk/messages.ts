import type { MessageStore, ShownCard } from '../shared/shown-card.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly agentId: string;
  readonly nowMs: () => number;
  readonly exists: (userId: string) => boolean;
  /** Mounts a call of the old family. */
  readonly old: (path: string, answer: (body: Body) => Response) => void;
}

interface Task {
  readonly id: number;
  readonly to: string;
  readonly words: string;
  readonly sentMs: number;
  /** What the client shows. */
  readonly shown: { readonly title: string; readonly texts: readonly string[]; readonly url: string };
  status: string | null;
  /** Why nobody got it, though the answer was a success. */
  readonly dropped: '143105' | '143106' | 'invalid' | null;
}

export interface DingtalkMessages extends MessageStore {
  /** How far the console has come with a template of the third-party app. */
  readonly templates: Map<string, 'approved' | 'in_review'>;
  /** Work notices a day and person before they are dropped: 500 unless told. */
  limit(aDay: number): void;
}

const largestBytes = 2048;
const dayMs = 86_400_000;
const chinaMs = 8 * 3_600_000;
const statusBarMs = 7 * dayMs;

const record = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
const records = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);
const refuse = (errcode: number, errmsg: string): Response =>
  Response.json({ errcode, errmsg, request_id: `req${errcode}` });
const success = (fields: Body): Response =>
  Response.json({ errcode: 0, errmsg: 'ok', ...fields, request_id: 'r' });
const dayOf = (ms: number) => Math.floor((ms + chinaMs) / dayMs);

/** The values of a template's variables: JSON in a text, with exactly those that the template has; null for anything else. */
function templateValues(data: unknown): Readonly<Record<string, string>> | null {
  try {
    const values = record(JSON.parse(String(data)));
    const names = Object.keys(values).sort().join();
    const texts = Object.values(values).every((value) => typeof value === 'string');
    return names === 'text,title,url' && texts ? (values as Readonly<Record<string, string>>) : null;
  } catch {
    return null;
  }
}

/**
 * Work notices: asynchronous, dropped in silence when the same words come twice a day or too many come, which only the result tells;
 * the status bar of an OA notice can be changed for seven days.
 * https://open.dingtalk.com/document/orgapp/asynchronous-sending-of-enterprise-session-messages (read 2026-08)
 */
export function dingtalkMessages({ agentId, nowMs, exists, old }: Parts): DingtalkMessages {
  const tasks: Task[] = [];
  let aDay = 500;
  const templates: DingtalkMessages['templates'] = new Map();
  const delivered = () => tasks.filter(({ dropped }) => dropped === null);
  const todayOf = (to: string) =>
    delivered().filter((one) => one.to === to && dayOf(one.sentMs) === dayOf(nowMs()));
  const taken = (to: string, words: string, shown: Task['shown'], repeats: boolean): number => {
    const full = todayOf(to).length >= aDay;
    const dropped = !exists(to) ? 'invalid' : repeats ? '143106' : full ? '143105' : null;
    const id = tasks.length + 1;
    tasks.push({ id, to, words, sentMs: nowMs(), shown, status: null, dropped });
    return id;
  };

  old('topapi/message/corpconversation/asyncsend_v2', (body) => {
    if (String(body.agent_id) !== agentId) return refuse(400002, 'agent_id');
    const msg = record(body.msg);
    const oa = record(msg.oa);
    const bytes = new TextEncoder().encode(JSON.stringify(msg)).length;
    if (msg.msgtype !== 'oa' || typeof oa.message_url !== 'string' || bytes > largestBytes)
      return refuse(400002, 'msg');
    const to = String(body.userid_list);
    const words = JSON.stringify(msg);
    const repeats = todayOf(to).some((one) => one.words === words);
    const content = record(oa.body);
    const texts = records(content.form).map(({ key, value }) => `${key}${value}`);
    const shown = { title: String(content.title), texts, url: oa.message_url };
    return success({ task_id: taken(to, words, shown, repeats) });
  });
  old('topapi/message/corpconversation/sendbytemplate', (body) => {
    if (String(body.agent_id) !== agentId || typeof body.userid_list !== 'string')
      return refuse(400002, 'agent_id');
    const state = templates.get(String(body.template_id));
    if (state === undefined) return refuse(885001, '模板不存在');
    if (state === 'in_review') return refuse(885006, '模板未通过审核');
    const values = templateValues(body.data);
    if (values === null) return refuse(40035, 'data');
    const { title = '', text = '', url = '' } = values;
    // That a repetition is dropped is documented for the other call only, so here it is not.
    const shown = { title, texts: text.split('\n'), url };
    return success({ task_id: taken(body.userid_list, `${tasks.length}`, shown, false) });
  });
  old('topapi/message/corpconversation/getsendresult', ({ agent_id, task_id }) => {
    const task = tasks.find(({ id }) => id === task_id);
    if (String(agent_id) !== agentId || !task || nowMs() - task.sentMs > dayMs)
      return refuse(400002, 'task_id');
    const forbidden = task.dropped === '143105' || task.dropped === '143106';
    return success({
      send_result: {
        invalid_user_id_list: task.dropped === 'invalid' ? [task.to] : [],
        forbidden_user_id_list: forbidden ? [task.to] : [],
        failed_user_id_list: [],
        read_user_id_list: [],
        unread_user_id_list: task.dropped === null ? [task.to] : [],
        invalid_dept_id_list: [],
        forbidden_list: forbidden ? [{ code: task.dropped, count: 1, userid: task.to }] : [],
      },
    });
  });
  old('topapi/message/corpconversation/status_bar/update', ({ agent_id, task_id, status_value }) => {
    const task = tasks.find(({ id }) => id === task_id);
    if (String(agent_id) !== agentId || !task || nowMs() - task.sentMs > statusBarMs)
      return refuse(400002, 'task_id');
    if (typeof status_value !== 'string' || status_value === '') return refuse(400002, 'status_value');
    task.status = status_value;
    return success({});
  });

  const shown = ({ shown: one, status }: Task): ShownCard => ({ ...one, buttons: [], closed: status });
  return {
    templates,
    cardsOf: (userId) =>
      delivered()
        .filter(({ to }) => to === userId)
        .map(shown),
    limit: (notices) => {
      aDay = notices;
    },
  };
}
