import type { DimensionScore } from '#core/ports/answer-scorer.ts';
import { combineDimension, composite } from '#core/scoring/combine/combine-dimensions.ts';
import { suggest } from '#core/scoring/combine/suggestion.ts';
import { seeded } from './perturbations.ts';

/** Steps in which one scored dimension improved, and those in which the composite or the suggestion fell. */
export interface MonotonicityScores {
  readonly steps: number;
  readonly drops: number;
}

const PLACES = ['do_not_advance', 'hold', 'advance'];

const judgement = (score: number | null): DimensionScore => ({
  level: score === null ? null : (Math.min(5, Math.max(1, Math.round(score))) as 1 | 2 | 3 | 4 | 5),
  score,
  band: [1, 5],
  state: score === null ? 'insufficient_evidence' : 'scored',
  confidence: 0.8,
  evidence: [],
  missing: [],
  flags: [],
  why: { gate: null, level: null, reason: null },
  analysers: {},
  scorer: { kind: 'embedded', version: 'sweep' },
});

/** A full sweep: 101 rubrics of five dimensions, each scored dimension moved through its whole scale in steps of .2. */
export const evaluateMonotonicity = (): MonotonicityScores => {
  const next = seeded(7);
  let steps = 0;
  let drops = 0;
  const judge = (weights: readonly number[], scores: readonly (number | null)[]) => {
    const total = composite(
      weights.map((weight, i) =>
        combineDimension({ code: `D${i}`, weight, results: [judgement(scores[i] ?? null)] }),
      ),
    );
    return { total, place: PLACES.indexOf(suggest(total, { cutHi: 5.5, cutLo: 4 }).suggestion) };
  };
  for (let rubric = 0; rubric <= 100; rubric++) {
    const weights = Array.from({ length: 5 }, () => 5 + Math.floor(next() * 30));
    const scores = weights.map((_, i) => (i > 0 && next() < 0.12 ? null : 1 + Math.floor(next() * 41) / 10));
    for (let at = 0; at < 5; at++) {
      if (scores[at] === null) continue;
      for (let step = 0; step < 20; step++) {
        const put = (value: number) => scores.map((score, i) => (i === at ? value : score));
        const before = judge(weights, put(1 + step * 0.2));
        const after = judge(weights, put(1 + (step + 1) * 0.2));
        steps++;
        if ((after.total.score10 ?? 0) < (before.total.score10 ?? 0) - 1e-9 || after.place < before.place)
          drops++;
      }
    }
  }
  return { steps, drops };
};
