import { shortened } from '#adapters/shared/card-words.ts';
import { isRecord } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformInstallation } from '#core/ports/platform.ts';
import type { Card, PlatformMessages } from '#core/ports/platform-messages.ts';
import type { WecomClient } from './client.ts';
import { noLicence } from './constants.ts';

/** A repetition within this is not shown again; the longest that the platform offers. */
const duplicateSeconds = 14_400;
const responseCodeMs = 72 * 3_600_000;
const mostLines = 6;

/** The person is gone, or outside of the app's visible range: https://developer.work.weixin.qq.com/document/path/90455 (read 2026-08). */
const unreachable: ReadonlySet<string> = new Set(['81013', '82001', '60111', '40003', '40031', '50002']);

/** The platform's name of a card: the code that changes it once, and when it was made. */
interface Ref {
  readonly responseCode: string | null;
  readonly atMs: number;
}

/** A card's name after its button was pressed: the event brings a new code. */
export const pressedRef = (responseCode: string, atMs: number): string =>
  JSON.stringify({ responseCode, atMs } satisfies Ref);

/**
 * The template card: with a button that answers where the app has a callback address, else a notice that only leads to the page.
 * https://developer.work.weixin.qq.com/document/path/90236 (read 2026-08)
 */
export function templateCard(card: Card, hasCallback: boolean) {
  const acts = card.buttons.some(({ kind }) => kind === 'act');
  const shared = {
    source: { desc: card.lang === 'zh' ? '进击' : 'Jinji' },
    main_title: { title: shortened(card.title, 64) },
    horizontal_content_list: card.lines.slice(0, mostLines).map(({ label, text, hiddenName }) => ({
      keyname: shortened(label, 16),
      // The client prints the name in its place, which apps of the marketplace never read.
      value: hiddenName ? `$userName=${hiddenName}$` : shortened(text, 128),
    })),
    card_action: { type: 1, url: card.url },
  };
  if (!acts || !hasCallback) {
    const [open] = card.buttons.flatMap((button) => (button.kind === 'open' ? [button] : []));
    const jumps = open ? [{ type: 1, title: shortened(open.label, 13), url: open.url }] : [];
    return { card_type: 'text_notice', ...shared, jump_list: jumps };
  }
  return {
    card_type: 'button_interaction',
    ...shared,
    task_id: card.key,
    button_list: card.buttons.map((button) =>
      button.kind === 'open'
        ? { type: 1, text: shortened(button.label, 10), style: 1, url: button.url }
        : { type: 0, text: shortened(button.label, 10), style: 2, key: button.action },
    ),
  };
}

/** Ids of a list are compared without case: messages give them in small letters. */
const names = (list: unknown, id: string): boolean =>
  typeof list === 'string' && list.toLowerCase().split('|').includes(id.toLowerCase());

/**
 * Cards of an app. Sending checks for duplicates, so that a lost answer never makes a second card; changing one spends
 * the code that came with it. https://developer.work.weixin.qq.com/document/path/94888 (read 2026-08)
 */
export function wecomMessages(
  client: WecomClient,
  { settings, kind }: PlatformInstallation,
  nowMs: () => number,
): PlatformMessages {
  const { agentId = '', callbackToken = '', encodingAesKey = '' } = settings;
  // A third-party app has the suite's address for events, whatever the company's settings say.
  const hasCallback = kind === 'marketplace' || (callbackToken !== '' && encodingAesKey !== '');
  return {
    notSetUp: null,
    async send(to, card) {
      try {
        const body = await client.post(
          'message/send',
          {
            touser: to,
            msgtype: 'template_card',
            agentid: Number(agentId),
            template_card: templateCard(card, hasCallback),
            ...(card.lines.some(({ hiddenName }) => hiddenName) ? { enable_id_trans: 1 } : {}),
            enable_duplicate_check: 1,
            duplicate_check_interval: duplicateSeconds,
          },
          true,
        );
        if (names(body.unlicenseduser, to)) return { kind: 'unlicensed' };
        if (names(body.invaliduser, to)) return { kind: 'unreachable', platformCode: '81013' };
        const responseCode = typeof body.response_code === 'string' ? body.response_code : null;
        return { kind: 'sent', ref: JSON.stringify({ responseCode, atMs: nowMs() } satisfies Ref) };
      } catch (error) {
        const code = error instanceof AppError ? String(error.details.platformCode) : '';
        if (code === noLicence) return { kind: 'unlicensed' };
        if (unreachable.has(code)) return { kind: 'unreachable', platformCode: code };
        throw error;
      }
    },
    mayRepeat: (firstTriedAt, now) => now - firstTriedAt < (duplicateSeconds - 60) * 1000,
    async close(ref, to, _card, closed) {
      const { responseCode, atMs } = refOf(ref);
      if (responseCode === null || nowMs() - atMs > responseCodeMs) return null;
      try {
        const body = {
          userids: [to],
          agentid: Number(agentId),
          response_code: responseCode,
          button: { replace_name: shortened(closed, 10) },
        };
        await client.post('message/update_template_card', body, true);
        return 'closed';
      } catch (error) {
        // A code that is spent or unknown stays so, and so does the card.
        if (error instanceof AppError && error.code === 'PLATFORM_UNEXPECTED') return null;
        throw error;
      }
    },
    outcome: null,
  };
}

function refOf(ref: string): Ref {
  const value: unknown = JSON.parse(ref);
  if (!isRecord(value) || typeof value.atMs !== 'number') return { responseCode: null, atMs: 0 };
  return {
    responseCode: typeof value.responseCode === 'string' ? value.responseCode : null,
    atMs: value.atMs,
  };
}
