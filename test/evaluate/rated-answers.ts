import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScoredDimension, ScoredQuestion } from '#core/ports/answer-scorer.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';

/** An answer with the level that people or its author gave it. `group` keeps what belongs together in one fold. */
export interface RatedAnswer {
  readonly id: string;
  readonly source: 'golden' | 'second' | 'exemplar' | 'ladder';
  readonly group: string;
  readonly lang: 'zh' | 'en';
  readonly question: ScoredQuestion;
  readonly dimension: string;
  readonly answer: string;
  readonly rating: number;
}

const root = new URL('../../', import.meta.url);
const lines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** A line of golden-dev. */
export interface GoldenLine {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly dimension: string;
  readonly question: {
    readonly text: string;
    readonly type: ScoredQuestion['type'];
    readonly keys: string[];
  };
  readonly answer: string;
  readonly intended: number;
  readonly attack: string | null;
  readonly base: string | null;
  readonly paraphraseOf: string | null;
}

const GOLDEN = fileURLToPath(new URL('test/fixtures/golden-dev/', root));

/** All lines of the development answers in `folder`. */
export const goldenLines = (folder = GOLDEN): GoldenLine[] =>
  lines(join(folder, 'answers.jsonl')) as GoldenLine[];

const SECOND = fileURLToPath(new URL('test/fixtures/blind-check-2/', root));

/**
 * Halves of the second author's answers (`test/fixtures/blind-check-2`), whole questions in one: what was missed in the first was read
 * and may be learned from, the second is only ever measured.
 */
export const secondAuthor = (half: 'read' | 'kept'): GoldenLine[] =>
  goldenLines(SECOND).filter(
    ({ question }) =>
      ((createHash('sha256').update(question.text).digest()[0] ?? 0) % 2 === 0 ? 'read' : 'kept') === half,
  );

/** Mean ratings of the second author's answers. */
export const secondRatings = (): Readonly<Record<string, { readonly mean: number }>> => goldenRatings(SECOND);

/** Mean rating by id, for the originals only. */
export const goldenRatings = (folder = GOLDEN): Readonly<Record<string, { readonly mean: number }>> =>
  JSON.parse(readFileSync(join(folder, 'ratings.json'), 'utf8'));

/** The built-in dimensions by code. */
export const builtInDimensions = (): ReadonlyMap<string, Dimension> => {
  const folder = new URL('templates/dimensions/', root);
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const dimension = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Dimension;
        return [dimension.code, dimension] as const;
      }),
  );
};

const localized = new Map<string, ScoredDimension>();

/** A built-in dimension as the scorer sees it. */
export const scoredDimension = (dimension: Dimension, lang: 'zh' | 'en'): ScoredDimension => {
  const key = `${dimension.code}.${lang}`;
  const known = localized.get(key);
  if (known !== undefined) return known;
  const made: ScoredDimension = {
    code: dimension.code,
    name: dimension.name[lang],
    definition: dimension.definition[lang],
    anchors: dimension.anchors.map((anchor) => anchor[lang]),
    indicators: dimension.indicators,
  };
  localized.set(key, made);
  return made;
};

/** A question for answers that come without one. */
export const openQuestion = (name: string, lang: 'zh' | 'en'): ScoredQuestion => ({
  text: lang === 'zh' ? `请讲一次最能说明您${name}的经历。` : `Tell me about a time that shows your ${name}.`,
  type: 'behavioural',
  asks: [],
  keys: [],
});

/** Every rated answer about conduct (knowledge questions are judged by another table). */
export const ratedAnswers = (): RatedAnswer[] => {
  const ratings = goldenRatings();
  const dimensions = builtInDimensions();
  const golden = goldenLines()
    .filter((line) => ratings[line.id] !== undefined && line.question.type !== 'knowledge')
    .map(
      (line): RatedAnswer => ({
        id: line.id,
        source: 'golden',
        group: line.question.text,
        lang: line.lang,
        question: { ...line.question, asks: [] },
        dimension: line.dimension,
        answer: line.answer,
        rating: ratings[line.id]?.mean ?? line.intended,
      }),
    );
  const second = secondAuthor('read')
    .filter((line) => line.question.type !== 'knowledge')
    .map(
      (line): RatedAnswer => ({
        id: line.id,
        source: 'second',
        group: line.question.text,
        lang: line.lang,
        question: { ...line.question, asks: [] },
        dimension: line.dimension,
        answer: line.answer,
        rating: secondRatings()[line.id]?.mean ?? line.intended,
      }),
    );
  const exemplars = [...dimensions.values()].flatMap((dimension) =>
    (['1', '3', '5'] as const).flatMap((level) =>
      dimension.exemplars[level].flatMap((text, index) =>
        (['zh', 'en'] as const).map(
          (lang): RatedAnswer => ({
            id: `${dimension.code}-${level}-${index}-${lang}`,
            source: 'exemplar',
            group: dimension.code,
            lang,
            question: openQuestion(dimension.name[lang], lang),
            dimension: dimension.code,
            answer: text[lang],
            rating: Number(level),
          }),
        ),
      ),
    ),
  );
  const ladders = (
    lines(fileURLToPath(new URL('test/fixtures/scoring-ladders/answers.jsonl', root))) as {
      dimension: string;
      lang: 'zh' | 'en';
      level: number;
      answer: string;
    }[]
  ).map(
    (line, index): RatedAnswer => ({
      id: `ladder-${index}`,
      source: 'ladder',
      group: line.dimension,
      lang: line.lang,
      question: openQuestion(dimensions.get(line.dimension)?.name[line.lang] ?? line.dimension, line.lang),
      dimension: line.dimension,
      answer: line.answer,
      rating: line.level,
    }),
  );
  return [...golden, ...second, ...exemplars, ...ladders];
};
