import { AppError } from '../errors/app-error.ts';
import { hasCards } from '../message/deliver.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { CalendarEntry } from './second-round.ts';

/** An entry of which nothing is written yet. */
export const noEntry: CalendarEntry = {
  state: 'none',
  ref: null,
  errorCode: null,
  platformCode: null,
  triedAt: null,
  attempts: 0,
  step: 0,
};

/** The entry after an arrangement: to be written where the company has an office platform, with what is known of it kept. */
export async function writeCalendar(
  context: Pick<TenantContext, 'services' | 'store'>,
  before: CalendarEntry | null,
): Promise<CalendarEntry> {
  const entry = before ?? noEntry;
  if (entry.state === 'none' && !(await hasCards(context))) return entry;
  const { triedAt, ref } = entry;
  return {
    ...entry,
    // Where an answer was lost, that has to be cleared up first.
    state: 'wanted',
    errorCode: null,
    platformCode: null,
    triedAt: ref === null ? triedAt : null,
    attempts: 0,
    step: entry.step + 1,
  };
}

/**
 * Asks again for an entry that was given up. Where the platform may have made one already, a person has looked.
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` where nothing was given up
 */
export async function writeAgain(context: TenantContext, roundId: string): Promise<void> {
  const { services, store, tenantId, actor } = context;
  const round = await store.secondRounds.get(roundId);
  if (!round) throw new AppError('NOT_FOUND');
  const { calendar } = round;
  if (calendar.state !== 'failed' && calendar.state !== 'uncertain') {
    throw new AppError('STATE_CONFLICT', { details: { state: calendar.state } });
  }
  await store.commit([
    store.secondRounds.saveCalendar(roundId, calendar.step, {
      ...calendar,
      state: 'wanted',
      triedAt: null,
      attempts: 0,
      step: calendar.step + 1,
    }),
    services.system.enqueue(tenantId, 'second_round.calendar', { roundId }),
    store.audit.add({
      actor,
      action: 'second_round.calendar_again',
      subjectKind: 'application',
      subjectId: round.applicationId,
      data: { round: roundId },
      at: nowOf(services),
    }),
  ]);
}
