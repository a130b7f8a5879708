import { companyProfile } from '../company/company-settings.ts';
import { formatDateTime } from '../i18n/date-time.ts';
import { messages as english } from '../i18n/en-us/messages.ts';
import { createFormatter } from '../i18n/format.ts';
import { isLocale, type Locale } from '../i18n/locale.ts';
import { messages as chinese } from '../i18n/zh-cn/messages.ts';
import type { CardLine } from '../ports/platform-messages.ts';
import type { Notice } from '../ports/repositories/messages.ts';
import type { Person } from '../ports/repositories/people.ts';
import type { TenantContext } from '../ports/services.ts';
import { noticePath } from './notice-kinds.ts';

const translators = {
  'zh-CN': createFormatter<typeof chinese>('zh-CN', chinese),
  'en-US': createFormatter<typeof chinese>('en-US', english),
} as const;

/** Words of notices and cards in a language. */
export const messageWords = (locale: Locale) => translators[locale];

/** The language that a person reads. */
export const localeOf = (stored: string | undefined): Locale => (isLocale(stored) ? stored : 'zh-CN');

/** A notice in words. */
export interface NoticeText {
  readonly title: string;
  readonly lines: readonly CardLine[];
  /** The page below `/app`. */
  readonly path: string;
}

/** In which language and zone a text is read. */
export interface Reading {
  readonly locale: Locale;
  readonly zone: string;
}

/** Language of a person and zone of the company. */
export async function readingOf(context: TenantContext, stored: string | undefined): Promise<Reading> {
  const { zone } = await companyProfile(context.services.system, context.store);
  return { locale: localeOf(stored), zone };
}

const kindsWithoutName: ReadonlySet<string> = new Set(['report_ready', 'rating_needed']);

/** Who it is about, as far as the reader may know: where people rate before they see scores, a report has no name yet. */
async function subjectOf({ store }: TenantContext, { applicationId, kind }: Notice) {
  const application = applicationId ? await store.applications.get(applicationId) : null;
  if (!application) return { candidate: null, job: null };
  const [candidate, version] = await Promise.all([
    store.candidates.get(application.candidateId),
    store.jobs.version(application.jobVersionId),
  ]);
  const blind = kindsWithoutName.has(kind) && version?.definition.interview.humanRatesFirst === true;
  return { candidate: blind ? null : (candidate?.name ?? null), job: version?.definition.title ?? null };
}

/** Puts a notice into words; names are read now, so that an erased candidate has none. */
export async function noticeText(
  context: TenantContext,
  notice: Notice,
  { locale, zone }: Reading,
): Promise<NoticeText> {
  const t = messageWords(locale);
  const { candidate, job } = await subjectOf(context, notice);
  const { at, place, by, state, title } = notice.params;
  const sender = typeof by === 'string' ? await context.store.people.get(by) : null;
  const line = (label: string, text: string | null) => (text ? [{ label, text }] : []);
  return {
    title: t(`messages.title_${notice.kind}`, { candidate: candidate ?? t('messages.candidate') }),
    lines: [
      ...line(t('messages.line_about'), typeof title === 'string' ? title : null),
      ...line(t('messages.line_job'), job),
      ...line(t('messages.line_time'), typeof at === 'string' ? formatDateTime(at, { locale, zone }) : null),
      ...line(t('messages.line_place'), typeof place === 'string' ? place : null),
      ...(sender ? [await senderLine(context, sender, t)] : []),
      ...line(t('messages.line_state'), stateWords(t, state)),
    ],
    path: noticePath(notice.kind, notice),
  };
}

/** Who sent it; where the name is hidden from Jinji, with the id by which the platform knows it. */
async function senderLine(
  { store }: TenantContext,
  { id, name }: Pick<Person, 'id' | 'name'>,
  t: ReturnType<typeof messageWords>,
): Promise<CardLine> {
  const label = t('messages.line_by');
  if (name !== null) return { label, text: name };
  const account = (await store.platform.accounts()).find(({ personId }) => personId === id);
  return { label, text: t('messages.colleague'), ...(account ? { hiddenName: account.id } : {}) };
}

const states = ['approved', 'rejected', 'withdrawn', 'advance', 'hold', 'reject'] as const;

function stateWords(t: ReturnType<typeof messageWords>, state: string | number | undefined): string | null {
  const known = states.find((one) => one === state);
  return known ? t(`messages.state_${known}`) : null;
}
