/** Where a second round is held. */
export type RoundPlace =
  /** A room or an address. */
  | { readonly kind: 'onsite'; readonly text: string }
  /** A meeting whose link HR has. */
  | { readonly kind: 'link'; readonly url: string }
  /** A meeting that the office platform makes; null until it is there. */
  | { readonly kind: 'platform'; readonly url: string | null };

/** The round's entry in the office platform's calendar. */
export interface CalendarEntry {
  /**
   * `none`: no calendar to write to; `wanted`: to be written; `done`: as arranged; `failed`: given up, see the code; `uncertain`: the
   * answer was lost, and writing it again could make a second entry.
   */
  readonly state: 'none' | 'wanted' | 'done' | 'failed' | 'uncertain';
  /** The platform's name of the entry. */
  readonly ref: string | null;
  readonly errorCode: string | null;
  readonly platformCode: string | null;
  /** When the entry was first asked for, while the answer is unknown. */
  readonly triedAt: string | null;
  readonly attempts: number;
  /** Counts every write, so that two workers never make the same one. */
  readonly step: number;
}

/** What an interviewer recommends. */
export const recommendations = ['advance', 'hold', 'reject'] as const;
export type Recommendation = (typeof recommendations)[number];

/** Scores of 1–5 in half steps by dimension of the job's rubric; null: cannot tell. */
export interface ScorecardData {
  readonly ratings: readonly {
    readonly dimension: string;
    readonly score: number | null;
    readonly note: string;
  }[];
  readonly recommendation: Recommendation;
  readonly summary: string;
}

/** Lengths that a second round may have, in minutes. */
export const roundMinutes = { min: 10, max: 480 } as const;

/** ISO time at which a round ends. */
export const endOf = ({
  startsAt,
  minutes,
}: {
  readonly startsAt: string;
  readonly minutes: number;
}): string => new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
