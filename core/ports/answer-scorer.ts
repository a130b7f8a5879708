import type { Reason } from '../scoring/reasons/reason.ts';
import type { Indicator } from '../template/schemas/dimension.ts';
import type { KeyPoint, QuestionType } from '../template/schemas/question.ts';

/** A piece of an answer, by UTF-16 offsets into the turn as the candidate gave it: `turn.text.slice(start, end) === quote`. */
export interface Span {
  readonly turnId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** What a piece of evidence speaks for: an element of a full answer, an indicator by its id, a key point, or against the dimension. */
export interface Evidence extends Span {
  readonly supports: string;
}

/** One thing the candidate said in answer to one question: the answer itself or the reply to a follow-up. */
export interface AnswerTurn {
  readonly turnId: string;
  readonly text: string;
  /** 1 for typed words; the recogniser's confidence 0..1 for transcribed speech. */
  readonly asrConfidence?: number;
  /** The probe that was asked before this turn, absent on the first. */
  readonly probe?: string;
}

/** The dimension as the scorer sees it; a built-in one carries its indicators, an admin's own may have only name, definition and anchors. */
export interface ScoredDimension {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  /** Five anchors, level 1 first; may be empty for a dimension typed in a hurry. */
  readonly anchors: readonly string[];
  readonly indicators: readonly Indicator[];
  /** Example answers by level. */
  readonly exemplars?: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5, readonly string[]>>>;
}

/** The question as the scorer sees it, in the language of the interview. */
export interface ScoredQuestion {
  readonly text: string;
  readonly type: QuestionType;
  readonly asks: readonly string[];
  readonly keys: readonly (string | KeyPoint)[];
  readonly dangerous?: readonly (string | KeyPoint)[];
  readonly reference?: string;
}

/** One question × dimension to judge. Nothing about the person enters: no name, sex, age, school, photograph, earlier score. */
export interface ScoreRequest {
  readonly lang: 'zh' | 'en';
  readonly question: ScoredQuestion;
  readonly dimension: ScoredDimension;
  readonly turns: readonly AnswerTurn[];
  /** The résumé's text, only to find contradictions worth asking about; never raises or lowers a score. */
  readonly resume?: string;
}

export type DimensionState =
  | 'scored'
  | 'low_confidence'
  | 'insufficient_evidence'
  | 'technical'
  | 'skipped'
  | 'not_asked';

export type FlagKind =
  | 'vague'
  | 'absolute'
  | 'implausible'
  | 'resume_conflict'
  | 'templated'
  | 'copied_question'
  | 'off_topic'
  | 'repetition'
  | 'list_dropped'
  | 'injection'
  | 'process';

/** A point to verify (核实点): never changes a score; carries the quote, the reason and a neutral question to ask. */
export interface Flag {
  readonly kind: FlagKind;
  readonly span?: Span;
  readonly reason: Reason;
  /** A neutral question to put to the candidate. */
  readonly ask: Reason;
}

/** Missing elements of an answer, by the names of assessment §2.1 plus those of situational questions. */
export type Missing =
  | 'S'
  | 'T'
  | 'A'
  | 'R'
  | 'specifics'
  | 'relevance'
  | 'why'
  | 'alternative'
  | 'risk'
  | 'priority'
  | 'follow_up';

/** Why the level is not one higher: the first gate that failed, and the reason without words of any language. */
export interface WhyNotHigher {
  /** Gate id of the table that failed, e.g. `behavioural.4.result`; null at level 5. */
  readonly gate: string | null;
  /** The level that was not reached. */
  readonly level: number | null;
  /** Null where there is nothing to say. */
  readonly reason: Reason | null;
}

/** The judgement of one question × dimension. */
export interface DimensionScore {
  readonly level: 1 | 2 | 3 | 4 | 5 | null;
  /** 1..5, one decimal shown; null when there is nothing to judge. Missing never becomes zero. */
  readonly score: number | null;
  /** The score before a company's calibration map was applied; absent without one. */
  readonly raw?: number;
  /** `[low, high]` on the 1..5 scale, one standard error of measurement to each side; null scores have the full scale. */
  readonly band: readonly [number, number];
  readonly state: DimensionState;
  /** 0..1 */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  readonly flags: readonly Flag[];
  readonly why: WhyNotHigher;
  /** Outputs of each analyser 0..1, kept for replay. */
  readonly analysers: Readonly<Record<string, number | null>>;
  readonly scorer: ScorerIdentity;
}

/** All answers of one interview, to judge what only shows across them. */
export interface InterviewRequest {
  readonly lang: 'zh' | 'en';
  readonly answers: readonly { readonly question: ScoredQuestion; readonly turns: readonly AnswerTurn[] }[];
}

/** Which scorer judged: `version` is a content hash over code, lexicon, gates and vectors. */
export interface ScorerIdentity {
  readonly kind: 'embedded' | 'llm' | 'human';
  readonly version: string;
  readonly model?: string;
  readonly promptHash?: string;
  /** Version of the company's calibration map that was applied to its score. */
  readonly calibration?: string;
  /** Present when this scorer stood in for a language model that gave no usable judgement. */
  readonly insteadOf?: {
    readonly kind: 'llm';
    readonly model: string;
    /** Short and without words of the candidate, e.g. `timeout`, `status 429`, `no_evidence`. */
    readonly reason: string;
  };
}

/** Judges answers. The embedded scorer is the default and the floor; others add to it. */
export interface AnswerScorer {
  readonly identity: ScorerIdentity;
  /** Only on a scorer that sends answers to a model: what judges without it, and the regions whose candidates' answers may be sent. */
  readonly remote?: {
    readonly embedded: AnswerScorer;
    readonly regions: readonly string[];
  };
  /** How all answers together are put; null where too few can be judged. Absent on a scorer that judges answers only one by one. */
  scoreAcross?(request: InterviewRequest): Promise<DimensionScore | null>;
  /** @throws AppError `MODEL_UNAVAILABLE` when a remote model cannot be reached (the embedded scorer never throws it). */
  score(request: ScoreRequest): Promise<DimensionScore>;
}
