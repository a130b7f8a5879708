import type { DimensionState, Evidence, Flag, Missing, ScorerIdentity } from '../ports/answer-scorer.ts';
import type { SuggestionResult } from '../scoring/combine/suggestion.ts';
import type { Reason } from '../scoring/reasons/reason.ts';

/** What the composite advises; a person decides. */
export type Suggestion = 'advance' | 'hold' | 'do_not_advance';

/** Words of one answer that speak for a judgement over all of them. */
export interface AcrossQuote extends Evidence {
  readonly questionId: string;
}

/** A dimension over all its questions. */
export interface ReportDimension {
  readonly code: string;
  readonly weight: number;
  readonly state: DimensionState;
  /** 1–5; null unless scored. */
  readonly score: number | null;
  /** 0–10, rounded to .5; null unless scored. */
  readonly score10: number | null;
  readonly band10: readonly [number, number] | null;
  readonly level: number | null;
  readonly confidence: number;
  /** Null where nothing was judged. */
  readonly why: Reason | null;
  readonly redLine: boolean;
  /** What only shows over all answers together, with words from several of them; null for most dimensions. */
  readonly across: { readonly why: Reason | null; readonly quotes: readonly AcrossQuote[] } | null;
  /** Scores before joining: embedded, model, person. */
  readonly parts: readonly { readonly kind: ScorerIdentity['kind']; readonly score: number | null }[];
}

/** One question of the report with the turns as stored and the evidence found in them. */
export interface ReportAnswer {
  readonly questionId: string;
  readonly state: 'answered' | 'skipped' | 'not_asked' | 'technical';
  readonly evidence: readonly (Evidence & { readonly dimension: string })[];
  readonly missing: readonly Missing[];
  readonly whyNotHigher: readonly { readonly dimension: string; readonly reason: Reason }[];
}

/** A point to verify with a stable key, so that dismissing it survives a new report. */
export interface ReportFlag extends Flag {
  readonly key: string;
  readonly questionId: string;
}

/** An immutable report: numbers, quotes and codes of reasons; names of things come from the job version, words from the catalogue. */
export interface ReportData {
  readonly suggestion: Suggestion;
  /** Why the suggestion is what it is, as a code. */
  readonly reason: SuggestionResult['reason'];
  readonly score10: number | null;
  readonly band10: readonly [number, number] | null;
  /** Standard error of the composite on the 0–10 scale. */
  readonly sem10: number | null;
  /** Share of the rubric's weight that could be scored, 0–1. */
  readonly coverage: number;
  readonly dimensions: readonly ReportDimension[];
  readonly answers: readonly ReportAnswer[];
  readonly flags: readonly ReportFlag[];
  readonly scorers: readonly ScorerIdentity[];
  readonly runIds: readonly string[];
  readonly createdAt: string;
}
