import type { Hono } from 'hono';
import type { FaultPlan } from '../shared/faults.ts';
import { type Faults, withFaults } from '../shared/faults.ts';
import type { MessageStore, ShownCard } from '../shared/shown-card.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly app: Hono;
  readonly faults: FaultPlan;
  readonly agentId: string;
  readonly nowMs: () => number;
  readonly tokenFault: (token: string | undefined) => Response | null;
  /** Whether the app may see this person. */
  readonly visible: (userId: string) => boolean;
  readonly success: (fields: Body) => Response;
  readonly failure: (errcode: number, errmsg: string) => Response;
}

interface Kept {
  readonly to: string;
  readonly taskId: string | null;
  readonly sentMs: number;
  card: Body;
  responseCode: string | null;
  closed: string | null;
}

export interface WecomMessages extends MessageStore {
  /** Plaintext of the event that pressing a callback button sends; the card's newest response code goes with it. */
  pressed(userId: string, label: string, at: number): string;
}

const responseCodeMs = 72 * 3_600_000;
const perMinute = 30;

const records = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);
const record = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});

/** What is wrong with a template card by the documents, or null. */
function cardFault(card: Body): string | null {
  const interactive = card.card_type === 'button_interaction';
  if (!interactive && card.card_type !== 'text_notice') return 'card_type';
  if (typeof record(card.main_title).title !== 'string') return 'main_title';
  if (records(card.horizontal_content_list).length > 6) return 'horizontal_content_list';
  if (records(card.jump_list).length > 3) return 'jump_list';
  if (!interactive && typeof record(card.card_action).url !== 'string') return 'card_action';
  const buttons = records(card.button_list);
  if (interactive && (buttons.length < 1 || buttons.length > 6)) return 'button_list';
  if (buttons.some(({ type, key, url }) => (type === 1 ? !url : !key))) return 'button';
  if (interactive && !/^[0-9A-Za-z_\-@]{1,128}$/.test(String(card.task_id ?? ''))) return 'task_id';
  return null;
}

/**
 * Messages of an app: `message/send` with template cards and the check for duplicates, `message/update_template_card` with a code
 * that works once for 72 hours. https://developer.work.weixin.qq.com/document/path/90236 · …/94888 (read 2026-08)
 */
export function wecomMessages(parts: Parts): WecomMessages {
  const { app, faults, agentId, nowMs, success, failure } = parts;
  const kept: Kept[] = [];
  const recent = new Map<string, number>();
  let codes = 0;
  const nextCode = () => {
    codes += 1;
    return `response-code-${codes}`;
  };
  const post = (path: string, answer: (body: Body) => Response) =>
    app.post(`/cgi-bin/${path}`, (c) =>
      withFaults(faults as Faults, c, async () => {
        const refused = parts.tokenFault(c.req.query('access_token'));
        return refused ?? answer(await c.req.json<Body>());
      }),
    );

  post('message/send', (body) => {
    if (String(body.agentid) !== agentId) return failure(40056, 'invalid agentid');
    const card = record(body.template_card);
    const fault = body.msgtype === 'template_card' ? cardFault(card) : 'msgtype';
    if (fault !== null) return failure(40058, `invalid Request Parameter: ${fault}`);
    const receivers = String(body.touser ?? '').split('|');
    const seen = receivers.filter((id) => parts.visible(id));
    if (seen.length === 0) return failure(81013, 'user & party & tag all invalid');
    const words = JSON.stringify([body.touser, card]);
    const interval = Number(body.duplicate_check_interval ?? 1800) * 1000;
    const last = recent.get(words);
    if (body.enable_duplicate_check === 1 && last !== undefined && nowMs() - last < interval) {
      // Swallowed: the documents name no code that comes with it.
      return success({ invaliduser: '', msgid: 'duplicate' });
    }
    const taskId = typeof card.task_id === 'string' ? card.task_id : null;
    if (taskId !== null && kept.some((one) => one.taskId === taskId))
      return failure(40058, 'task_id repeated');
    recent.set(words, nowMs());
    const responseCode = card.card_type === 'button_interaction' ? nextCode() : null;
    for (const to of seen) {
      const lately = kept.filter((one) => one.to === to && nowMs() - one.sentMs < 60_000);
      // Beyond the limit a message is dropped, and the answer is the same.
      if (lately.length < perMinute)
        kept.push({ to, taskId, sentMs: nowMs(), card, responseCode, closed: null });
    }
    const invaliduser = receivers.filter((id) => !seen.includes(id)).join('|');
    return success({
      invaliduser,
      msgid: `msg-${kept.length}`,
      ...(responseCode ? { response_code: responseCode } : {}),
    });
  });
  post('message/update_template_card', (body) => {
    const one = kept.find(({ responseCode }) => responseCode !== null && responseCode === body.response_code);
    if (!one || nowMs() - one.sentMs > responseCodeMs) return failure(40058, 'invalid response_code');
    const name = record(body.button).replace_name;
    if (typeof name !== 'string' || name === '') return failure(40058, 'button');
    if (!(Array.isArray(body.userids) && body.userids.includes(one.to))) return failure(40031, 'userids');
    one.closed = name;
    one.responseCode = null;
    return success({ invaliduser: [] });
  });

  const shown = ({ card, closed }: Kept): ShownCard => ({
    title: String(record(card.main_title).title),
    texts: records(card.horizontal_content_list).map(({ keyname, value }) => `${keyname} ${value}`),
    buttons: closed === null ? records(card.button_list).map(({ text }) => String(text)) : [],
    closed,
    url: String(record(card.card_action).url ?? ''),
  });
  return {
    cardsOf: (userId) => kept.filter(({ to }) => to === userId).map(shown),
    pressed(userId, label, at) {
      const one = [...kept]
        .reverse()
        .find(
          ({ to, card }) => to === userId && records(card.button_list).some(({ text }) => text === label),
        );
      const button = records(one?.card.button_list).find(({ text }) => text === label);
      if (!one || !button) throw new Error(`no button ${label}`);
      one.responseCode = nextCode();
      const fields = {
        FromUserName: userId,
        MsgType: 'event',
        Event: 'template_card_event',
        EventKey: String(button.key),
        TaskId: one.taskId ?? '',
        CardType: 'button_interaction',
        ResponseCode: one.responseCode,
        AgentID: agentId,
      };
      const xml = Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
      return `<xml><CreateTime>${at}</CreateTime>${xml.join('')}</xml>`;
    },
  };
}
