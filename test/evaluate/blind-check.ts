import { readFileSync } from 'node:fs';
import type { AnswerScorer, ScoredQuestion } from '#core/ports/answer-scorer.ts';
import { raterAgreement, wholeLevel } from '#core/scoring/agreement/rater-agreement.ts';
import { builtInDimensions, scoredDimension } from './rated-answers.ts';

interface BlindQuestion {
  readonly dimension: string;
  readonly lang: 'zh' | 'en';
  readonly question: {
    readonly text: string;
    readonly type: ScoredQuestion['type'];
    readonly keys: string[];
  };
  readonly answers: readonly {
    readonly level: 1 | 2 | 3 | 4 | 5;
    readonly kind?: 'off-topic';
    readonly text: string;
  }[];
}

/** An answer of `test/fixtures/blind-check` with the level of its writer and that of the scorer. */
export interface BlindAnswer {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly isOffTopic: boolean;
  readonly level: number;
  /** Null scores count as 1. */
  readonly score: number;
}

/** How the scorer agrees with the writers of the blind check, and what it gave the stories about something else. */
export interface BlindCheck {
  readonly answers: readonly BlindAnswer[];
  readonly qwk: number;
  readonly exact: number;
  readonly adjacent: number;
}

const questions = (): BlindQuestion[] =>
  JSON.parse(readFileSync(new URL('../fixtures/blind-check/answers.json', import.meta.url), 'utf8'));

/** Judges every answer of the blind check. */
export const checkBlind = async (scorer: AnswerScorer): Promise<BlindCheck> => {
  const dimensions = builtInDimensions();
  const answers: BlindAnswer[] = [];
  for (const { dimension: code, lang, question, answers: own } of questions()) {
    const dimension = dimensions.get(code);
    if (dimension === undefined) throw new RangeError(`blind check: unknown dimension ${code}`);
    for (const [index, { level, kind, text }] of own.entries()) {
      const result = await scorer.score({
        lang,
        question: { ...question, asks: [] },
        dimension: scoredDimension(dimension, lang),
        turns: [{ turnId: 'answer', text }],
      });
      answers.push({
        id: `${code} ${lang} ${index}`,
        lang,
        isOffTopic: kind === 'off-topic',
        level,
        score: result.score ?? 1,
      });
    }
  }
  const { qwk, exact, adjacent } = raterAgreement(
    answers.map((answer) => wholeLevel(answer.score)),
    answers.map((answer) => answer.level),
  );
  return { answers, qwk, exact, adjacent };
};
