import type { AnswerScorer, DimensionScore } from '../ports/answer-scorer.ts';

/** Judgements kept; each takes some kilobytes with its request. */
const kept = 128;

/**
 * A scorer that remembers its latest judgements. The next step of an interview is derived from the same answers twice, before and after
 * an answer is stored; without this each of them would be judged twice. Only for a scorer that gives the same judgement
 * for the same request.
 */
export function rememberScores(scorer: AnswerScorer): AnswerScorer {
  const known = new Map<string, Promise<DimensionScore>>();
  return {
    get identity() {
      return scorer.identity;
    },
    score(request) {
      const key = JSON.stringify(request);
      const judged = known.get(key) ?? scorer.score(request);
      known.delete(key);
      known.set(key, judged);
      const [oldest] = known.keys();
      if (known.size > kept && oldest !== undefined) known.delete(oldest);
      // What failed may succeed the next time.
      judged.catch(() => known.delete(key));
      return judged;
    },
  };
}
