import { peopleWith } from '../message/notify.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { refusal } from './refusal.ts';
import { type RoundPlace, roundMinutes } from './second-round.ts';

/** What HR types to arrange a second round. */
export interface RoundInput {
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: RoundPlace;
  readonly interviewerIds: readonly string[];
  readonly note: string | null;
}

const aheadMs = 365 * 86_400_000;
const mostInterviewers = 10;

/** People who may be asked to hold a second round. */
export const interviewers = (context: Pick<TenantContext, 'store'>): Promise<readonly string[]> =>
  peopleWith(context, 'rating.write');

/**
 * Checks an arrangement and tidies it.
 * @throws AppError `VALIDATION` with the field
 */
export async function checkedRound(context: TenantContext, input: RoundInput): Promise<RoundInput> {
  const { services, lang } = context;
  const refuse = (field: Parameters<typeof refusal>[1], zh: string, en: string): never => {
    throw refusal(lang, field, { zh, en });
  };
  const now = Date.parse(nowOf(services));
  const start = Date.parse(input.startsAt);
  if (!(start > now)) refuse('startsAt', '请选择将来的时间', 'choose a time to come');
  if (start - now > aheadMs) refuse('startsAt', '请选择一年以内的时间', 'choose a time within a year');
  if (input.minutes < roundMinutes.min || input.minutes > roundMinutes.max) {
    const { min, max } = roundMinutes;
    refuse('minutes', `时长在 ${min} 到 ${max} 分钟之间`, `${min} to ${max} minutes`);
  }
  const interviewerIds = [...new Set(input.interviewerIds)];
  if (interviewerIds.length === 0) refuse('interviewerIds', '请至少选一位面试官', 'choose an interviewer');
  if (interviewerIds.length > mostInterviewers)
    refuse('interviewerIds', `最多 ${mostInterviewers} 位`, `${mostInterviewers} at most`);
  const allowed = new Set(await interviewers(context));
  if (!interviewerIds.every((id) => allowed.has(id)))
    refuse(
      'interviewerIds',
      '所选的人不能面试：账号已停用，或没有面试官权限',
      'somebody chosen may not interview: disabled, or without the role',
    );
  return {
    startsAt: new Date(start).toISOString(),
    minutes: input.minutes,
    place: checkedPlace(input.place, refuse),
    interviewerIds,
    note: input.note?.trim() || null,
  };
}

function checkedPlace(
  place: RoundPlace,
  refuse: (field: 'place/text', zh: string, en: string) => never,
): RoundPlace {
  if (place.kind === 'onsite') {
    const text = place.text.trim();
    return text === '' ? refuse('place/text', '请填写地点', 'say where') : { kind: 'onsite', text };
  }
  if (place.kind === 'platform') return { kind: 'platform', url: null };
  const url = place.url.trim();
  return /^https:\/\/[^\s/]+\S*$/.test(url)
    ? { kind: 'link', url }
    : refuse('place/text', '请填写以 https:// 开头的会议链接', 'a meeting link begins with https://');
}
