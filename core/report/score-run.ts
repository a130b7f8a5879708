import type { DimensionScore, Flag } from '../ports/answer-scorer.ts';

/** One judged question × dimension. */
export interface ScoredItem {
  readonly questionId: string;
  readonly dimension: string;
  readonly result: DimensionScore;
}

/** A person's rating of one dimension on one question, with the words it rests on. */
export interface HumanRating {
  readonly questionId: string;
  readonly dimension: string;
  /** 1–5 in half steps; null: the person saw nothing to rate. */
  readonly score: number | null;
  readonly note: string;
}

/** A dimension judged over all answers together. */
export interface ScoredAcross {
  readonly dimension: string;
  readonly result: DimensionScore;
}

/** A point to verify that needs more than one answer to be seen. */
export interface SharedWords {
  readonly questionId: string;
  readonly flag: Flag;
}

/** What a run holds: scorer results, or a person's ratings and whether the other scores were hidden meanwhile. */
export interface ScoreRunData {
  readonly items: readonly ScoredItem[];
  /** Only machine runs; absent where too few answers can be judged together. */
  readonly across?: readonly ScoredAcross[];
  /** Only machine runs: words shared with other candidates or examples, as points to verify. */
  readonly shared?: readonly SharedWords[];
  readonly ratings?: readonly HumanRating[];
  readonly blind?: boolean;
}
