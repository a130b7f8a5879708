import { AppError } from '../errors/app-error.ts';
import { hasCards } from '../message/deliver.ts';
import { openPlatform } from '../platform/connection.ts';
import type { TenantContext } from '../ports/services.ts';
import { endOf, roundMinutes } from './second-round.ts';

/** A time at which an interviewer is taken. */
export interface BusyInterviewer {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly source: 'jinji' | 'calendar';
}

/** What is known of the interviewers' time. */
export interface BusyAnswer {
  readonly busy: readonly BusyInterviewer[];
  /** `asked`: the calendars were looked at; `none`: there is no calendar to look at; `failed`: the platform did not answer. */
  readonly calendars: 'asked' | 'none' | 'failed';
}

/** The span that is asked about, and whom. */
export interface BusyQuestion {
  readonly personIds: readonly string[];
  readonly startsAt: string;
  readonly minutes: number;
  /** A round that is being moved does not stand in its own way. */
  readonly exceptId?: string | undefined;
}

/** When interviewers are taken at a time: by other second rounds, and by their calendars where the platform tells. */
export async function busyInterviewers(context: TenantContext, asked: BusyQuestion): Promise<BusyAnswer> {
  const to = endOf(asked);
  const earliest = new Date(Date.parse(asked.startsAt) - roundMinutes.max * 60_000).toISOString();
  const rounds = await context.store.secondRounds.between(earliest, to);
  const own = rounds
    .filter((round) => round.id !== asked.exceptId && endOf(round) > asked.startsAt)
    .flatMap((round) =>
      round.interviewerIds
        .filter((id) => asked.personIds.includes(id))
        .map((personId) => ({ personId, from: round.startsAt, to: endOf(round), source: 'jinji' as const })),
    );
  const { busy, calendars } = await fromCalendars(context, asked.personIds, asked.startsAt, to);
  // The platform's own entry of a round that Jinji has named already says nothing new.
  const news = busy.filter(
    (one) =>
      !own.some(
        ({ personId, from, to: end }) => personId === one.personId && from === one.from && end === one.to,
      ),
  );
  return { busy: [...own, ...news], calendars };
}

async function fromCalendars(
  context: TenantContext,
  personIds: readonly string[],
  from: string,
  to: string,
): Promise<BusyAnswer> {
  const { services, store } = context;
  if (!(await hasCards(context))) return { busy: [], calendars: 'none' };
  try {
    const { connection } = await openPlatform(services, store);
    const ask = connection.calendar?.busy;
    if (!ask) return { busy: [], calendars: 'none' };
    const accounts = (await store.platform.accounts()).filter(({ personId }) => personIds.includes(personId));
    if (accounts.length === 0) return { busy: [], calendars: 'none' };
    const personOf = new Map(accounts.map(({ id, personId }) => [id, personId]));
    const times = await ask([...personOf.keys()], from, to);
    const busy = times.flatMap((time) => {
      const personId = personOf.get(time.personId);
      return personId ? [{ personId, from: time.from, to: time.to, source: 'calendar' as const }] : [];
    });
    return { busy, calendars: 'asked' };
  } catch (error) {
    // Arranging must go on without the platform; the answer says that nobody looked.
    if (!(error instanceof AppError)) throw error;
    services.log.warn('second_round.busy_unknown', { code: error.code });
    return { busy: [], calendars: 'failed' };
  }
}
