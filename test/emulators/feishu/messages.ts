import type { Context, Hono } from 'hono';
import type { MessageStore, ShownCard } from '../shared/shown-card.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly app: Hono;
  readonly nowMs: () => number;
  readonly authorised: (c: Context, answer: () => Response | Promise<Response>) => Promise<Response>;
  /** Whether the app's availability range holds this person. */
  readonly reachable: (userId: string) => boolean;
}

interface Kept {
  readonly id: string;
  readonly to: string;
  readonly sentMs: number;
  card: Body;
}

export interface FeishuMessages extends MessageStore {
  /** The `event` part of the callback that a pressed button sends. */
  pressed(userId: string, label: string): Body;
}

const sameUuidMs = 3_600_000;
const updatableMs = 14 * 86_400_000;
const largestCardBytes = 30 * 1024;

const refuse = (status: number, code: number, msg: string): Response =>
  Response.json({ code, msg, error: { log_id: `log${code}` } }, { status });
const success = (data: unknown): Response => Response.json({ code: 0, msg: 'success', data });
const record = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
const records = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);

const known = new Set(['div', 'button', 'hr', 'markdown']);
const elementsOf = (card: Body): readonly Body[] => records(record(card.body).elements);

/** Cards of version 2.0 are refused for anything that the version does not know. */
function cardOf(content: unknown): Body | null {
  try {
    const card = record(JSON.parse(String(content)));
    const good =
      card.schema === '2.0' &&
      record(card.config).update_multi === true &&
      Object.keys(card).every((key) => ['schema', 'config', 'header', 'body', 'card_link'].includes(key)) &&
      elementsOf(card).every(({ tag }) => known.has(String(tag))) &&
      new TextEncoder().encode(String(content)).length <= largestCardBytes;
    return good ? card : null;
  } catch {
    return null;
  }
}

/**
 * Messages of a bot: sending with `uuid`, updating by id for 14 days, and the callback of buttons.
 * https://open.feishu.cn/document/server-docs/im-v1/message/create · …/message-card/patch (read 2026-02)
 */
export function feishuMessages({ app, nowMs, authorised, reachable }: Parts): FeishuMessages {
  const kept: Kept[] = [];
  const uuids = new Map<string, Kept>();
  app.post('/open-apis/im/v1/messages', (c) =>
    authorised(c, async () => {
      const body = await c.req.json<Body>();
      if (c.req.query('receive_id_type') !== 'open_id') return refuse(400, 99992402, 'receive_id_type');
      if (body.msg_type !== 'interactive') return refuse(400, 230001, 'msg_type');
      const card = cardOf(body.content);
      if (!card) return refuse(400, 230099, 'Failed to create card content');
      const uuid = String(body.uuid ?? '');
      if (uuid.length > 50) return refuse(400, 230001, 'uuid');
      const to = String(body.receive_id);
      if (!reachable(to)) return refuse(400, 230013, 'Bot has NO availability to this user.');
      const before = uuids.get(uuid);
      if (uuid !== '' && before && nowMs() - before.sentMs < sameUuidMs) return success(messageRow(before));
      const message: Kept = { id: `om_${kept.length + 1}`, to, sentMs: nowMs(), card };
      kept.push(message);
      if (uuid !== '') uuids.set(uuid, message);
      return success(messageRow(message));
    }),
  );
  app.patch('/open-apis/im/v1/messages/:id', (c) =>
    authorised(c, async () => {
      const message = kept.find(({ id }) => id === c.req.param('id'));
      if (!message) return refuse(400, 230001, 'message_id');
      if (nowMs() - message.sentMs > updatableMs) return refuse(400, 230031, 'message is too old');
      const card = cardOf((await c.req.json<Body>()).content);
      if (!card) return refuse(400, 230099, 'Failed to create card content');
      message.card = card;
      return success({});
    }),
  );

  const buttons = (card: Body) => elementsOf(card).filter(({ tag }) => tag === 'button');
  const words = (element: Body): string => String(record(element.text).content ?? '');
  const shown = ({ card }: Kept): ShownCard => {
    const texts = elementsOf(card)
      .filter(({ tag }) => tag === 'div')
      .map(words);
    const acts = buttons(card);
    return {
      title: String(record(record(card.header).title).content),
      texts,
      buttons: acts.map(words),
      closed: acts.length === 0 ? (texts.at(-1) ?? null) : null,
      url: String(record(card.card_link).url ?? ''),
    };
  };
  return {
    cardsOf: (userId) => kept.filter(({ to }) => to === userId).map(shown),
    pressed(userId, label) {
      const message = [...kept]
        .reverse()
        .find((one) => one.to === userId && buttons(one.card).some((button) => words(button) === label));
      const button = message && buttons(message.card).find((one) => words(one) === label);
      const behavior = records(button?.behaviors).find(({ type }) => type === 'callback');
      if (!message || !behavior) throw new Error(`no button ${label}`);
      return {
        operator: { tenant_key: 'tk', open_id: userId, union_id: `on_${userId}` },
        token: 'c-emulated',
        action: { value: behavior.value, tag: 'button' },
        host: 'im_message',
        context: { open_message_id: message.id, open_chat_id: 'oc_1' },
      };
    },
  };
}

const messageRow = ({ id, sentMs }: Kept) => ({
  message_id: id,
  msg_type: 'interactive',
  create_time: String(sentMs),
  update_time: String(sentMs),
  deleted: false,
  updated: false,
  chat_id: 'oc_1',
});
