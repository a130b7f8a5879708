import type { CalendarEntry, RoundPlace, ScorecardData } from '../../second-round/second-round.ts';
import type { Change } from '../unit-of-work.ts';

/** A talk of people with a candidate after the first interview. */
export interface SecondRound {
  readonly id: string;
  readonly applicationId: string;
  /** 1 for the first one of an application. */
  readonly number: number;
  readonly state: 'arranged' | 'cancelled';
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: RoundPlace;
  readonly interviewerIds: readonly string[];
  /** Interviewers who said that they come, by person id with the time. */
  readonly confirmed: Readonly<Record<string, string>>;
  /** What the candidate should know, in HR's words; emptied when the candidate is erased. */
  readonly note: string | null;
  readonly cancelReason: string | null;
  readonly calendar: CalendarEntry;
  /** Counts what HR arranged; calendars and reminders follow the newest. */
  readonly revision: number;
  readonly arrangedBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One interviewer's judgement of a second round. */
export interface Scorecard {
  readonly id: string;
  readonly roundId: string;
  readonly personId: string;
  readonly data: ScorecardData;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SecondRoundRepository {
  get(id: string): Promise<SecondRound | null>;
  ofApplication(applicationId: string): Promise<readonly SecondRound[]>;
  /** Arranged rounds that begin in the span, by time. */
  between(from: string, to: string): Promise<readonly SecondRound[]>;
  add(round: SecondRound): Change;
  /** Guarded by the revision and by the calendar's own counter, so that neither side overwrites what the other has learnt. */
  update(
    id: string,
    from: { readonly revision: number; readonly calendarStep: number },
    set: Partial<Omit<SecondRound, 'id' | 'applicationId' | 'number' | 'createdAt'>>,
  ): Change;
  /** An interviewer says that they come. Guarded: only an arranged round. */
  confirm(id: string, personId: string, at: string): Change;
  /** Writes where the calendar's entry stands. Guarded by the entry's own counter. */
  saveCalendar(id: string, fromStep: number, calendar: CalendarEntry): Change;
  scorecards(roundId: string): Promise<readonly Scorecard[]>;
  /** One a person and round: a later one takes its place. */
  putScorecard(card: Scorecard): Change;
}
