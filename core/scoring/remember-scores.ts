import type { AnswerScorer, DimensionScore, ScoreRequest } from '../ports/answer-scorer.ts';

/** Judgements kept; each takes some kilobytes with its request. */
const kept = 128;

interface Remembered {
  readonly request: ScoreRequest;
  readonly judged: Promise<DimensionScore>;
}

/** What nearly always tells two requests apart; the whole of a request is many times longer and written out only to make sure. */
const nameOf = ({ lang, question, dimension, turns }: ScoreRequest): string =>
  `${lang}\n${dimension.code}\n${question.text}\n${turns.map(({ text }) => text).join('\n')}`;

const isSame = (a: ScoreRequest, b: ScoreRequest): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * A scorer that remembers its latest judgements. The next step of an interview is derived from the same answers twice, before and after
 * an answer is stored; without this each of them would be judged twice. Only for a scorer that gives the same judgement
 * for the same request.
 */
export function rememberScores(scorer: AnswerScorer): AnswerScorer {
  const known = new Map<string, Remembered>();
  return {
    get identity() {
      return scorer.identity;
    },
    ...(scorer.scoreAcross ? { scoreAcross: scorer.scoreAcross } : {}),
    score(request) {
      const name = nameOf(request);
      const earlier = known.get(name);
      const remembered =
        earlier !== undefined && isSame(earlier.request, request)
          ? earlier
          : { request, judged: scorer.score(request) };
      known.delete(name);
      known.set(name, remembered);
      const [oldest] = known.keys();
      if (known.size > kept && oldest !== undefined) known.delete(oldest);
      // What failed may succeed the next time.
      remembered.judged.catch(() => known.delete(name));
      return remembered.judged;
    },
  };
}
