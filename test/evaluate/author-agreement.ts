import { quadraticKappa, raterAgreement, wholeLevel } from '#core/scoring/agreement/rater-agreement.ts';
import type { AuthoredLine } from './authors.ts';

/** How some answers were judged: agreement with their ratings, and mean score less mean rating. */
export interface Judged {
  readonly answers: number;
  readonly qwk: number;
  readonly exact: number;
  readonly adjacent: number;
  readonly bias: number;
}

/** Agreement with one author's ratings, and where it leans to one side. */
export interface AuthorAgreement extends Judged {
  readonly author: string;
  /** Share of answers with a score. */
  readonly coverage: number;
  readonly byLevel: Readonly<Record<string, Judged>>;
  readonly byLang: Readonly<Record<string, Judged>>;
  readonly byType: Readonly<Record<string, Judged>>;
  readonly byDimension: Readonly<Record<string, Judged>>;
}

/** A line with the score it was given; null counts as level 1. */
export interface ScoredLine {
  readonly item: AuthoredLine;
  readonly score: number | null;
}

const judge = (scored: readonly ScoredLine[]): Judged => {
  const given = scored.map(({ score }) => score ?? 1);
  const [one, other] = [given.map(wholeLevel), scored.map(({ item }) => wholeLevel(item.rating))];
  const { exact, adjacent } = raterAgreement(one, other);
  const difference = scored.reduce((sum, { item }, i) => sum + (given[i] as number) - item.rating, 0);
  return {
    answers: scored.length,
    qwk: quadraticKappa(one, other),
    exact,
    adjacent,
    bias: difference / Math.max(1, scored.length),
  };
};

const byKey = (
  scored: readonly ScoredLine[],
  keyOf: (item: AuthoredLine) => string,
): Readonly<Record<string, Judged>> => {
  const keys = [...new Set(scored.map(({ item }) => keyOf(item)))].sort();
  return Object.fromEntries(
    keys.map((key) => [key, judge(scored.filter(({ item }) => keyOf(item) === key))]),
  );
};

/** Agreement over the answers of one author, or of several under one name. */
export const authorAgreement = (author: string, scored: readonly ScoredLine[]): AuthorAgreement => ({
  author,
  ...judge(scored),
  coverage: scored.filter(({ score }) => score !== null).length / Math.max(1, scored.length),
  byLevel: byKey(scored, ({ rating }) => String(wholeLevel(rating))),
  byLang: byKey(scored, ({ line }) => line.lang),
  byType: byKey(scored, ({ line }) => line.question.type),
  byDimension: byKey(scored, ({ line }) => line.dimension),
});

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

/** The biases of an agreement in words: by level, language and type of question. */
export const biasNote = (agreement: AuthorAgreement): string =>
  [agreement.byLevel, agreement.byLang, agreement.byType]
    .map((table) =>
      Object.entries(table)
        .map(([key, { bias, answers }]) => `${key} ${signed(bias)} (${answers})`)
        .join(', '),
    )
    .join('; ');
