import { companyProfile } from '../company/company-settings.ts';
import { errorCodes } from '../errors/error-codes.ts';
import type { Message, Notice } from '../ports/repositories/messages.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Page, PageRequest } from '../ports/unit-of-work.ts';
import { chunks } from './deliver.ts';
import { messageWords, type NoticeText, noticeText } from './notice-text.ts';

/** A notice as its reader sees it. */
export interface InboxItem extends NoticeText {
  readonly notice: Notice;
}

/** The reader's own notices, newest first, in the language that they read now. */
export async function inbox(
  context: TenantContext,
  filter: { readonly unread?: boolean | undefined },
  page: PageRequest,
): Promise<Page<InboxItem>> {
  const { services, store, actor, lang } = context;
  const { zone } = await companyProfile(services.system, store);
  const reading = { locale: lang === 'zh' ? 'zh-CN' : 'en-US', zone } as const;
  const found = await store.messages.notices(actor.id ?? '', filter, page);
  const items = await Promise.all(
    found.items.map(async (notice) => {
      const { lines, ...text } = await noticeText(context, notice, reading);
      // The platform's ids are for its own cards.
      return { notice, ...text, lines: lines.map((line) => ({ label: line.label, text: line.text })) };
    }),
  );
  return { items, nextCursor: found.nextCursor };
}

/** Marks the reader's own notices as read; null: all of them. Other people's are never touched. */
export async function readNotices(context: TenantContext, ids: readonly string[] | null): Promise<void> {
  const { services, store, actor } = context;
  const at = nowOf(services);
  const person = actor.id ?? '';
  await store.commit(
    ids === null
      ? [store.messages.markRead(person, null, at)]
      : chunks(ids).map((part) => store.messages.markRead(person, part, at)),
  );
}

/** A card with whom it went to, for those who look after the company's settings. */
export interface SentItem {
  readonly message: Message;
  readonly personName: string | null;
  /** Why it was not delivered, in the reader's words. */
  readonly reason: string | null;
}

function reasonOf({ state, errorCode }: Message, lang: 'zh' | 'en'): string | null {
  const t = messageWords(lang === 'zh' ? 'zh-CN' : 'en-US');
  if (state === 'uncertain') return t('messages.sent_uncertain_help');
  if (errorCode === 'NO_ACCOUNT') return t('messages.reason_no_account');
  if (errorCode === 'NO_CARDS') return t('messages.reason_no_cards');
  if (errorCode === 'NO_LICENCE') return t('messages.reason_no_licence');
  if (errorCode === 'OUT_OF_RANGE') return t('messages.reason_out_of_range');
  return errorCode !== null && errorCode in errorCodes
    ? errorCodes[errorCode as keyof typeof errorCodes].title[lang]
    : errorCode;
}

/** Cards that were made, newest first. */
export async function sentCards(
  { store, lang }: TenantContext,
  filter: { readonly state?: Message['state'] | undefined },
  page: PageRequest,
): Promise<Page<SentItem>> {
  const [found, people] = await Promise.all([store.messages.messages(filter, page), store.people.list()]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    items: found.items.map((message) => ({
      message,
      personName: names.get(message.personId) ?? null,
      reason: reasonOf(message, lang),
    })),
    nextCursor: found.nextCursor,
  };
}
