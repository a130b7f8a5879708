import type { PlannedQuestion } from '../interview/plan.ts';
import { countedAnswers } from '../interview/scoring-input.ts';
import type { JobDefinition } from '../job/job-definition.ts';
import type { DimensionScore, ScorerIdentity } from '../ports/answer-scorer.ts';
import type { Answer } from '../ports/repositories/interviews.ts';
import {
  type CombinedDimension,
  combineDimension,
  composite,
  joinAcross,
  toHalf,
  toTen,
} from '../scoring/combine/combine-dimensions.ts';
import { suggest } from '../scoring/combine/suggestion.ts';
import { expressionSem } from '../scoring/expression/score-expression.ts';
import type { Reason } from '../scoring/reasons/reason.ts';
import { joinRatings } from './join-ratings.ts';
import { processFlags } from './process-flags.ts';
import type { AcrossQuote, ReportAnswer, ReportData, ReportDimension, ReportFlag } from './report.ts';
import type { HumanRating, ScoredAcross, ScoredItem, SharedWords } from './score-run.ts';
import { shownBand, shownBandOfLevel } from './shown-band.ts';

/** What a report is made from. */
export interface ReportInput {
  readonly job: JobDefinition;
  readonly questions: readonly PlannedQuestion[];
  readonly answers: readonly Answer[];
  /** Machine judgements; empty when the candidate refused AI scoring. */
  readonly items: readonly ScoredItem[];
  /** Judgements over all answers together. */
  readonly across: readonly ScoredAcross[];
  /** Words shared with other candidates or with examples. */
  readonly shared: readonly SharedWords[];
  /** Ratings of people, each person's newest. */
  readonly ratings: readonly (readonly HumanRating[])[];
  readonly runIds: readonly string[];
  readonly now: string;
}

/**
 * The reason of the lowest judged question: what is missing there lifts the dimension. Where all together already
 * stand at the top level, the reason of the question that reached it.
 */
function whyOf(results: readonly DimensionScore[], level: number | null): Reason | null {
  const ascending = results
    .filter((result) => result.score !== null)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const telling = level === 5 ? ascending[ascending.length - 1] : ascending[0];
  return (telling ?? results[0])?.why.reason ?? null;
}

/** The words behind a judgement over all answers, each with the question that it answers. */
function acrossQuotes(input: ReportInput, { evidence }: DimensionScore): AcrossQuote[] {
  const asked = new Map(input.answers.map(({ id, questionId }) => [id, questionId]));
  return evidence.flatMap((one) => {
    const questionId = asked.get(one.turnId);
    return questionId === undefined ? [] : [{ ...one, questionId }];
  });
}

/** Whether a score rests on at least one answer that was not told before in the same interview. */
function isToldFresh({ items, shared }: ReportInput, code: string): boolean {
  const repeated = new Set(
    shared.filter(({ flag }) => flag.kind === 'repetition').map(({ questionId }) => questionId),
  );
  const judged = items.filter(({ dimension, result }) => dimension === code && result.score !== null);
  return judged.length === 0 || judged.some(({ questionId }) => !repeated.has(questionId));
}

function reportDimension(
  input: ReportInput,
  index: number,
): { row: ReportDimension; combined: CombinedDimension; isOwn: boolean } {
  const item = input.job.rubric[index];
  if (!item) throw new RangeError(`rubric has no row ${index}`);
  const { code, redLine } = item.dimension;
  const judged = input.items.filter((i) => i.dimension === code).map((i) => i.result);
  const rated = input.ratings.map((ratings) => ratings.filter((rating) => rating.dimension === code));
  const single = combineDimension({ code, weight: item.weight, results: judged });
  const across = input.across.find(({ dimension }) => dimension === code)?.result;
  const machine =
    across === undefined || across.score === null
      ? single
      : joinAcross(single, { score: across.score, sem: expressionSem });
  const { combined, parts } = joinRatings(machine, rated);
  return {
    combined,
    isOwn: parts.some(({ kind }) => kind === 'human') || isToldFresh(input, code),
    row: {
      code,
      weight: item.weight,
      state: combined.state,
      score: combined.score,
      score10: combined.score === null ? null : toHalf(toTen(combined.score)),
      band10: combined.score === null ? null : shownBandOfLevel(combined.score, combined.sem),
      level: combined.level,
      confidence: combined.confidence,
      why: whyOf(judged, combined.level) ?? across?.why.reason ?? null,
      redLine,
      across: across === undefined ? null : { why: across.why.reason, quotes: acrossQuotes(input, across) },
      parts,
    },
  };
}

function reportAnswer(input: ReportInput, planned: PlannedQuestion): ReportAnswer {
  const counted = countedAnswers(input.answers, planned.questionId);
  const items = input.items.filter((item) => item.questionId === planned.questionId);
  const first = counted[0];
  const state = !first
    ? 'not_asked'
    : first.skipped
      ? 'skipped'
      : counted.every((answer) => answer.text.trim() === '')
        ? 'technical'
        : 'answered';
  return {
    questionId: planned.questionId,
    state,
    evidence: items.flatMap((item) => item.result.evidence.map((e) => ({ ...e, dimension: item.dimension }))),
    missing: [...new Set(items.flatMap((item) => item.result.missing))],
    whyNotHigher: items.flatMap(({ dimension, result: { why } }) =>
      why.reason === null ? [] : [{ dimension, reason: why.reason }],
    ),
  };
}

/** Flags once each, with a key that stays the same in a later report over the same answers. */
function reportFlags(items: readonly ScoredItem[]): ReportFlag[] {
  const flags = new Map<string, ReportFlag>();
  for (const { questionId, result } of items) {
    for (const flag of result.flags) {
      const place = flag.span ? `${flag.span.turnId}:${flag.span.start}-${flag.span.end}` : '';
      const key = `${questionId}|${flag.kind}|${place}`;
      if (!flags.has(key)) flags.set(key, { ...flag, key, questionId });
    }
  }
  return [...flags.values()];
}

/** Makes the report: pure arithmetic over published weights (design D10). */
export function buildReport(input: ReportInput): ReportData {
  const dimensions = input.job.rubric.map((_, index) => reportDimension(input, index));
  const total = composite(dimensions.map((d) => d.combined));
  const scored = dimensions.filter(({ combined }) => combined.score !== null);
  const weightOf = (some: typeof dimensions) => some.reduce((sum, { combined }) => sum + combined.weight, 0);
  const own = weightOf(scored.filter(({ isOwn }) => isOwn)) / Math.max(1, weightOf(dimensions));
  const { suggestion, reason } = suggest(total, input.job.thresholds, own);
  const scorers = new Map<string, ScorerIdentity>();
  for (const { result } of [...input.items, ...input.across]) {
    const { kind, version, calibration = '' } = result.scorer;
    scorers.set(`${kind} ${version} ${calibration}`, result.scorer);
  }
  return {
    suggestion,
    reason,
    score10: total.score10 === null ? null : toHalf(total.score10),
    band10:
      total.score10 === null ? null : shownBand(total.score10 - total.sem10, total.score10 + total.sem10),
    sem10: total.score10 === null ? null : total.sem10,
    coverage: total.coverage,
    dimensions: dimensions.map((d) => d.row),
    answers: input.questions.map((planned) => reportAnswer(input, planned)),
    flags: [
      ...reportFlags(input.items),
      ...input.shared.map(({ questionId, flag }) => ({
        ...flag,
        key: `${questionId}|templated|${flag.span?.turnId ?? ''}`,
        questionId,
      })),
      ...(input.items.length === 0
        ? []
        : input.questions.flatMap(({ questionId }) =>
            processFlags(questionId, countedAnswers(input.answers, questionId)),
          )),
    ],
    scorers: [...scorers.values()],
    runIds: input.runIds,
    createdAt: input.now,
  };
}
