import { shortened } from '#adapters/shared/card-words.ts';
import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { Card, PlatformMessages } from '#core/ports/platform-messages.ts';
import { cardRef } from './card-ref.ts';
import type { FeishuClient } from './client.ts';
import { noSuchId, platformId } from './constants.ts';

/** The platform makes one message of a `uuid` within an hour. */
const sameUuidMs = 3_600_000;
/** A card can be changed for two weeks. */
const changeableMs = 14 * 86_400_000;

/** Gone, blocked, or outside of the app's range: https://open.feishu.cn/document/server-docs/im-v1/message/create (read 2026-02). */
const unreachable: ReadonlySet<string> = new Set([
  '230013',
  '230029',
  '230034',
  '230038',
  '230053',
  '99992361',
  String(noSuchId),
]);
/** The message is too old, or was taken back. */
const unchangeable: ReadonlySet<string> = new Set(['230001', '230011', '230031', '200830']);

const plain = (content: string) => ({ tag: 'plain_text', content });

/**
 * The card in JSON 2.0; plain texts only, so that nothing in a name is taken for markup.
 * https://open.feishu.cn/document/feishu-cards/card-json-v2-structure (read 2026-02)
 */
export function interactiveCard(card: Card, closed: string | null) {
  const lines = card.lines.map(({ label, text }) => ({
    tag: 'div',
    text: plain(shortened(`${label}${card.lang === 'zh' ? '：' : ': '}${text}`, 500)),
  }));
  const buttons = card.buttons.map((button) => ({
    tag: 'button',
    type: button.kind === 'open' ? 'primary' : 'default',
    text: plain(shortened(button.label, 40)),
    behaviors: [
      button.kind === 'open'
        ? { type: 'open_url', default_url: button.url }
        : { type: 'callback', value: { card: card.key, action: button.action } },
    ],
  }));
  return {
    schema: '2.0',
    config: { update_multi: true },
    header: { title: plain(shortened(card.title, 100)), template: closed === null ? 'blue' : 'grey' },
    card_link: { url: card.url },
    body: {
      elements: [...lines, ...(closed === null ? buttons : [{ tag: 'div', text: plain(closed) }])],
    },
  };
}

/** Cards of a bot. https://open.feishu.cn/document/server-docs/im-v1/message/create (read 2026-02) */
export function feishuMessages(client: FeishuClient, nowMs: () => number): PlatformMessages {
  return {
    notSetUp: null,
    async send(to, card) {
      try {
        const body = {
          receive_id: to,
          msg_type: 'interactive',
          content: JSON.stringify(interactiveCard(card, null)),
          uuid: card.key,
        };
        const data = await client.write('POST', '/im/v1/messages?receive_id_type=open_id', body, true);
        if (typeof data.message_id !== 'string') throw unexpected(platformId, 'message_id');
        return { kind: 'sent', ref: cardRef(data.message_id, nowMs()) };
      } catch (error) {
        const code = error instanceof AppError ? String(error.details.platformCode) : '';
        if (unreachable.has(code)) return { kind: 'unreachable', platformCode: code };
        throw error;
      }
    },
    mayRepeat: (firstTriedAt, now) => now - firstTriedAt < sameUuidMs - 60_000,
    async close(ref, _to, card, closed) {
      const value: unknown = JSON.parse(ref);
      if (!isRecord(value) || typeof value.id !== 'string') return null;
      if (nowMs() - Number(value.atMs) > changeableMs) return null;
      const content = JSON.stringify(interactiveCard(card, closed));
      try {
        await client.write('PATCH', `/im/v1/messages/${encodeURIComponent(value.id)}`, { content }, true);
        return 'closed';
      } catch (error) {
        if (error instanceof AppError && unchangeable.has(String(error.details.platformCode))) return null;
        throw error;
      }
    },
    outcome: null,
  };
}
