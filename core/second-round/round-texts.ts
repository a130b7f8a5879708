import { type CompanyProfile, companyProfile } from '../company/company-settings.ts';
import { formatDateTime, zoneOffsetName } from '../i18n/date-time.ts';
import { messageWords } from '../message/notice-text.ts';
import type { SecondRound } from '../ports/repositories/second-rounds.ts';
import type { TenantContext } from '../ports/services.ts';
import { calendarFile } from './calendar-file.ts';
import { placeText } from './round-notices.ts';
import { endOf } from './second-round.ts';

/** Whose round it is, for its words. */
export interface RoundSubject {
  readonly round: SecondRound;
  readonly candidateName: string | null;
  readonly jobTitle: string;
}

function candidateText(
  { round, candidateName, jobTitle }: RoundSubject,
  company: CompanyProfile,
  lang: 'zh' | 'en',
) {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-US';
  const t = messageWords(locale);
  const { zone } = company;
  const time = `${formatDateTime(round.startsAt, { locale, zone })} (${zoneOffsetName(round.startsAt, zone)})`;
  const place = placeText(round);
  const line = (label: string, text: string | null) => (text ? [`${label}: ${text}`] : []);
  const head = { candidate: candidateName ?? t('messages.candidate'), company: company.name, job: jobTitle };
  return [
    round.state === 'cancelled'
      ? t('messages.to_candidate_cancelled', head)
      : t('messages.to_candidate', { ...head, minutes: round.minutes }),
    ...line(t('messages.line_time'), time),
    ...(round.state === 'cancelled' ? [] : line(t('messages.line_place'), place)),
    ...(round.state === 'cancelled' || !round.note ? [] : [round.note]),
    ...line(t('messages.line_contact'), company.contact || null),
  ].join('\n');
}

/** What HR sends the candidate by whatever channel they have, in both languages. */
export async function textsForCandidate({ services, store }: TenantContext, subject: RoundSubject) {
  const company = await companyProfile(services.system, store);
  return { zh: candidateText(subject, company, 'zh'), en: candidateText(subject, company, 'en') };
}

/**
 * The round as a calendar file. The candidate's names the company and holds HR's words for them; the staff's names the candidate
 * and leads to the report.
 */
export async function fileOfRound(
  { services, store, lang }: TenantContext,
  { round, candidateName, jobTitle }: RoundSubject,
  reader: 'staff' | 'candidate',
): Promise<string> {
  const company = await companyProfile(services.system, store);
  const t = messageWords(lang === 'zh' ? 'zh-CN' : 'en-US');
  const staff = reader === 'staff';
  return calendarFile({
    id: round.id,
    revision: round.revision,
    cancelled: round.state === 'cancelled',
    title: staff
      ? t('messages.calendar_title', { candidate: candidateName ?? t('messages.candidate'), job: jobTitle })
      : t('messages.calendar_title_candidate', { company: company.name, job: jobTitle }),
    description: staff
      ? t('messages.calendar_text', { url: `${services.publicUrl}/app/second-rounds/${round.id}` })
      : (round.note ?? ''),
    place: placeText(round),
    startsAt: round.startsAt,
    endsAt: endOf(round),
    changedAt: round.updatedAt,
    host: services.publicUrl.replace(/^https?:\/\//, ''),
  });
}
