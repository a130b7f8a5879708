import type { CalibrationMap } from '../../scoring/agreement/calibration-map.ts';
import type { Change } from '../unit-of-work.ts';

/** A calibration map that a person put into force; kept for ever, because reports were made by it. */
export interface Calibration {
  readonly id: string;
  readonly family: string;
  readonly scorerVersion: string;
  readonly map: CalibrationMap;
  readonly adoptedBy: string;
  readonly adoptedAt: string;
  readonly retiredBy: string | null;
  readonly retiredAt: string | null;
}

/** A sample answer to rate: which one, and the level it was written for. */
export interface PracticeItem {
  readonly dimension: string;
  readonly level: 1 | 3 | 5;
  /** Which of the dimension's sample answers of that level. */
  readonly index: number;
}

/** The level that the rater gave. */
export interface PracticeAnswer {
  readonly level: number;
}

/** One rater's practice on sample answers of known level. */
export interface Practice {
  readonly id: string;
  readonly personId: string;
  readonly lang: 'zh' | 'en';
  readonly items: readonly PracticeItem[];
  /** In the order of the items; null until handed in. */
  readonly answers: readonly PracticeAnswer[] | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** How often decisions followed the suggestion that stood before them. */
export interface DecisionTally {
  readonly suggestion: string;
  readonly outcome: 'advance' | 'hold' | 'reject';
  readonly count: number;
}

/** What raters and scorer have in common: double ratings, calibration, practice. */
export interface QualityRepository {
  /** Interviews that at least one person rated, the newest rating first. */
  ratedInterviews(limit: number): Promise<readonly { readonly interviewId: string }[]>;
  /** Decisions on reports that carried a suggestion. */
  decisionTally(): Promise<readonly DecisionTally[]>;
  /** All that were ever in force, newest first. */
  calibrations(): Promise<readonly Calibration[]>;
  addCalibration(calibration: Calibration): Change;
  /** Guarded: only one that is in force. */
  retireCalibration(id: string, by: string, at: string): Change;
  practice(id: string): Promise<Practice | null>;
  /** Finished practices, newest first. */
  practices(): Promise<readonly Practice[]>;
  addPractice(practice: Practice): Change;
  /** Guarded: only once. */
  finishPractice(id: string, answers: readonly PracticeAnswer[], at: string): Change;
}
