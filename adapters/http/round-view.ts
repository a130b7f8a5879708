import { permissionsOf } from '#core/access/permissions.ts';
import { errorCodes } from '#core/errors/error-codes.ts';
import { messageWords } from '#core/message/notice-text.ts';
import type { Person } from '#core/ports/repositories/people.ts';
import type { SecondRound } from '#core/ports/repositories/second-rounds.ts';
import { nowOf, type TenantContext } from '#core/ports/services.ts';
import type { RoundFile } from '#core/second-round/read-rounds.ts';
import { placeText } from '#core/second-round/round-notices.ts';
import { textsForCandidate } from '#core/second-round/round-texts.ts';
import { endOf } from '#core/second-round/second-round.ts';
import type { RoundView } from './schemas/second-rounds.ts';

function calendarReason({ calendar }: SecondRound, lang: 'zh' | 'en'): string | null {
  const t = messageWords(lang === 'zh' ? 'zh-CN' : 'en-US');
  if (calendar.state === 'uncertain') return t('messages.calendar_uncertain');
  if (calendar.errorCode === null) return null;
  if (calendar.errorCode === 'NO_ACCOUNT') return t('messages.reason_no_account');
  const known = Object.entries(errorCodes).find(([code]) => code === calendar.errorCode)?.[1];
  const words = known?.title[lang] ?? calendar.errorCode;
  return calendar.platformCode === null ? words : `${words} (${calendar.platformCode})`;
}

const scorecardViews = ({ scorecards, names }: RoundFile, reader: string): RoundView['scorecards'] =>
  scorecards.map(({ personId, data, updatedAt }) => ({
    by: { id: personId, name: names.get(personId) ?? null },
    own: personId === reader,
    ratings: data.ratings.map((rating) => ({ ...rating })),
    recommendation: data.recommendation,
    summary: data.summary,
    at: updatedAt,
  }));

/** A round for a signed-in reader, with what they may do now. */
export async function roundView(
  context: TenantContext,
  person: Pick<Person, 'id' | 'roles'>,
  file: RoundFile,
): Promise<RoundView> {
  const { round, names } = file;
  const may = permissionsOf(person.roles);
  const arranges = may.has('candidate.write');
  const asked = round.interviewerIds.includes(person.id) && round.state === 'arranged';
  const { id, applicationId, number, state, startsAt, minutes, note, cancelReason, revision } = round;
  return {
    ...{ id, applicationId, number, state, startsAt, minutes, note, cancelReason, revision },
    candidateName: file.candidateName,
    jobTitle: file.jobTitle,
    endsAt: endOf(round),
    place: { kind: round.place.kind, text: placeText(round) },
    arrangedBy: names.get(round.arrangedBy) ?? null,
    interviewers: round.interviewerIds.map((interviewer) => ({
      id: interviewer,
      name: names.get(interviewer) ?? null,
      confirmedAt: round.confirmed[interviewer] ?? null,
      rated: file.given.includes(interviewer),
    })),
    calendar: { state: round.calendar.state, reason: calendarReason(round, context.lang) },
    candidateText: arranges ? await textsForCandidate(context, file) : null,
    dimensions: file.dimensions.map(({ code, name, anchors }) => ({
      code,
      name: { ...name },
      anchors: anchors.map((anchor) => ({ ...anchor })),
    })),
    scorecards: scorecardViews(file, person.id),
    joined: file.joined.map((one) => ({ ...one })),
    actions: {
      arrange: arranges && state === 'arranged',
      confirm: asked && !round.confirmed[person.id] && startsAt > nowOf(context.services),
      rate: asked && may.has('rating.write') && startsAt <= nowOf(context.services),
    },
  };
}
