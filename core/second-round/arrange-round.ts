import { statusEvent } from '../application/admit-candidate.ts';
import { canMove } from '../application/application.ts';
import { AppError } from '../errors/app-error.ts';
import { closeCards } from '../message/notify.ts';
import type { Application } from '../ports/repositories/candidates.ts';
import type { SecondRound } from '../ports/repositories/second-rounds.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { writeCalendar } from './calendar-state.ts';
import { refusal } from './refusal.ts';
import { checkedRound, type RoundInput } from './round-input.ts';
import { remindLater, tellInterviewers } from './round-notices.ts';

const audited = (context: TenantContext, action: string, round: SecondRound): Change =>
  context.store.audit.add({
    actor: context.actor,
    action,
    subjectKind: 'application',
    subjectId: round.applicationId,
    data: { round: round.id, number: round.number, startsAt: round.startsAt },
    at: nowOf(context.services),
  });

/** The step of the application to its second round, where it is not there yet. */
function moved(context: TenantContext, application: Application): readonly Change[] {
  const { services, store } = context;
  if (application.status === 'second_round') return [];
  if (!canMove(application.status, 'second_round')) {
    throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  }
  const step = { applicationId: application.id, from: application.status, to: 'second_round' } as const;
  return [
    store.applications.move(application.id, application.status, 'second_round', nowOf(services)),
    statusEvent(context, step),
  ];
}

/**
 * Arranges a second round: the application is in its second round, the interviewers are told, calendar and reminders follow by
 * jobs — all or nothing.
 * @throws AppError `NOT_FOUND`; `VALIDATION` with the field; `STATE_CONFLICT` where the flow has no second round from here;
 *   `CONFLICT` when somebody else arranged one at the same moment
 */
export async function arrangeRound(
  context: TenantContext,
  applicationId: string,
  input: RoundInput,
): Promise<SecondRound> {
  const { services, store, actor } = context;
  const application = await store.applications.get(applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  const step = moved(context, application);
  const checked = await checkedRound(context, input);
  const before = await store.secondRounds.ofApplication(applicationId);
  const now = nowOf(services);
  const round: SecondRound = {
    id: services.ids.next('rnd'),
    applicationId,
    number: before.length + 1,
    state: 'arranged',
    ...checked,
    confirmed: {},
    cancelReason: null,
    calendar: await writeCalendar(context, null),
    revision: 1,
    arrangedBy: actor.id ?? '',
    createdAt: now,
    updatedAt: now,
  };
  await store.commit([
    ...step,
    store.secondRounds.add(round),
    ...followUps(context, round),
    ...tellInterviewers(context, round, 'second_round_arranged', round.interviewerIds),
    audited(context, 'second_round.arranged', round),
  ]);
  return round;
}

/** Jobs that carry an arrangement into calendars and reminders. */
const followUps = (context: TenantContext, round: SecondRound): readonly Change[] => [
  ...remindLater(context, round),
  ...(round.calendar.state === 'wanted'
    ? [context.services.system.enqueue(context.tenantId, 'second_round.calendar', { roundId: round.id })]
    : []),
];

async function arranged({ store }: TenantContext, roundId: string, revision: number): Promise<SecondRound> {
  const round = await store.secondRounds.get(roundId);
  if (!round) throw new AppError('NOT_FOUND');
  if (round.state !== 'arranged') throw new AppError('STATE_CONFLICT', { details: { state: round.state } });
  if (round.revision !== revision) throw new AppError('CONFLICT');
  return round;
}

/**
 * Changes time, place or interviewers of a round. Who newly comes is asked, who comes no longer is told, and the others learn of
 * the change; their word that they come is asked for again when the time changes.
 * @throws AppError as `arrangeRound`; `CONFLICT` when it was changed since `revision`
 */
export async function moveRound(
  context: TenantContext,
  roundId: string,
  revision: number,
  input: RoundInput,
): Promise<SecondRound> {
  const { services, store } = context;
  const before = await arranged(context, roundId, revision);
  const checked = await checkedRound(context, input);
  const sameTime = before.startsAt === checked.startsAt && before.minutes === checked.minutes;
  const next: SecondRound = {
    ...before,
    ...checked,
    // A meeting that the platform has made stays the same one.
    place:
      before.place.kind === 'platform' && checked.place.kind === 'platform' ? before.place : checked.place,
    confirmed: sameTime ? before.confirmed : {},
    calendar: await writeCalendar(context, before.calendar),
    revision: revision + 1,
    updatedAt: nowOf(services),
  };
  const stay = next.interviewerIds.filter((id) => before.interviewerIds.includes(id));
  const come = next.interviewerIds.filter((id) => !before.interviewerIds.includes(id));
  const go = before.interviewerIds.filter((id) => !next.interviewerIds.includes(id));
  const { id: _id, applicationId: _a, number: _n, createdAt: _c, ...set } = next;
  const seen = sameTime && JSON.stringify(before.place) === JSON.stringify(next.place);
  await store.commit([
    store.secondRounds.update(roundId, { revision, calendarStep: before.calendar.step }, set),
    ...(seen ? [] : [closeCards(context, roundId, 'moved')]),
    ...followUps(context, next),
    ...tellInterviewers(context, next, 'second_round_arranged', come),
    ...(seen ? [] : tellInterviewers(context, next, 'second_round_moved', stay)),
    ...tellInterviewers(context, next, 'second_round_cancelled', go),
    audited(context, 'second_round.moved', next),
  ]);
  return next;
}

/**
 * Calls a round off, with a reason. The application stays where it is: another round can be arranged, or a decision taken.
 * @throws AppError `NOT_FOUND`, `STATE_CONFLICT`, `CONFLICT`; `VALIDATION` without a reason
 */
export async function cancelRound(
  context: TenantContext,
  roundId: string,
  revision: number,
  reason: string,
): Promise<void> {
  const { services, store, lang } = context;
  const before = await arranged(context, roundId, revision);
  const cancelReason = reason.trim();
  if (cancelReason === '') {
    throw refusal(lang, 'reason', { zh: '请写明取消的原因', en: 'say why it is cancelled' });
  }
  const next: SecondRound = {
    ...before,
    state: 'cancelled',
    cancelReason,
    calendar: await writeCalendar(context, before.calendar),
    revision: revision + 1,
    updatedAt: nowOf(services),
  };
  const { state, calendar, updatedAt } = next;
  await store.commit([
    store.secondRounds.update(
      roundId,
      { revision, calendarStep: before.calendar.step },
      {
        state,
        cancelReason,
        calendar,
        updatedAt,
        revision: next.revision,
      },
    ),
    closeCards(context, roundId, 'cancelled'),
    ...(next.calendar.state === 'wanted'
      ? [services.system.enqueue(context.tenantId, 'second_round.calendar', { roundId })]
      : []),
    ...tellInterviewers(context, next, 'second_round_cancelled', before.interviewerIds),
    audited(context, 'second_round.cancelled', next),
  ]);
}
