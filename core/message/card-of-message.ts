import { addressesOf } from '../platform/addresses.ts';
import type { Card, CardButton } from '../ports/platform-messages.ts';
import type { Message, Notice } from '../ports/repositories/messages.ts';
import type { InstallationRow } from '../ports/repositories/platforms.ts';
import type { TenantContext } from '../ports/services.ts';
import { acknowledged, digestPath, type NoticeKind } from './notice-kinds.ts';
import { messageWords, type NoticeText, noticeText, type Reading } from './notice-text.ts';

/** Titles that a card for several notices names. */
const digestLines = 5;

const openKeys = {
  report_ready: 'messages.open_report',
  rating_needed: 'messages.open_report',
  invitation_unopened: 'messages.open_candidate',
  invitation_expired: 'messages.open_candidate',
  candidate_withdrew: 'messages.open_candidate',
  second_round_arranged: 'messages.open_round',
  second_round_moved: 'messages.open_round',
  second_round_cancelled: 'messages.open_round',
  second_round_soon: 'messages.open_round',
  scorecard_needed: 'messages.open_round',
  scorecard_given: 'messages.open_round',
  approval_asked: 'messages.open_approval',
  approval_decided: 'messages.open_approval',
  appeal_filed: 'messages.open_list',
  correction_asked: 'messages.open_list',
} as const satisfies Record<NoticeKind, string>;

/**
 * The card of a message, in the reader's words. The key differs for each try that a person asked for, so that the platform does
 * not take it for the card before. Its addresses sign the reader in and lead to the page.
 */
export async function cardOfMessage(
  context: TenantContext,
  message: Message,
  notices: readonly Notice[],
  { installation, reading }: { readonly installation: InstallationRow; readonly reading: Reading },
): Promise<Card> {
  const t = messageWords(reading.locale);
  const texts = await Promise.all(notices.map((notice) => noticeText(context, notice, reading)));
  const [first] = texts;
  const single = texts.length === 1 ? first : undefined;
  const { homeUrl } = addressesOf(context.services.publicUrl, installation.platform, installation.id);
  const url = `${homeUrl}?to=${encodeURIComponent(single?.path ?? digestPath)}&card=${message.id}`;
  const buttons: CardButton[] = [
    { kind: 'open', label: single ? t(openKeys[message.kind]) : t('messages.open_list'), url },
  ];
  if (single && acknowledged.has(message.kind)) {
    buttons.push({ kind: 'act', label: t('messages.acknowledge'), action: 'acknowledge' });
  }
  return {
    key: message.id,
    lang: reading.locale === 'zh-CN' ? 'zh' : 'en',
    title: single
      ? single.title
      : t('messages.digest', { kind: t(`messages.kind_${message.kind}`), count: texts.length }),
    lines: single ? single.lines : digest(texts, t),
    url,
    buttons,
  };
}

function digest(texts: readonly NoticeText[], t: ReturnType<typeof messageWords>): Card['lines'] {
  const shown = texts.slice(0, digestLines).map(({ title }, at) => ({ label: `${at + 1}`, text: title }));
  const more = texts.length - shown.length;
  return more > 0 ? [...shown, { label: '…', text: t('messages.digest_more', { count: more }) }] : shown;
}
