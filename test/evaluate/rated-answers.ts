import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ScoredDimension, ScoredQuestion } from '#core/ports/answer-scorer.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { authoredLines } from './authors.ts';
import { linesOfFile } from './rated-lines.ts';

/** An answer with the level that people or its author gave it. `group` keeps what belongs together in one fold. */
export interface RatedAnswer {
  readonly id: string;
  /** One of `authors`, or `exemplar` (of a dimension) or `ladder` for what the developers wrote. */
  readonly author: string;
  readonly group: string;
  readonly lang: 'zh' | 'en';
  readonly question: ScoredQuestion;
  readonly dimension: string;
  readonly answer: string;
  readonly rating: number;
}

const root = new URL('../../', import.meta.url);

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

const exemplars = (dimensions: ReadonlyMap<string, Dimension>): RatedAnswer[] =>
  [...dimensions.values()].flatMap((dimension) =>
    (['1', '3', '5'] as const).flatMap((level) =>
      dimension.exemplars[level].flatMap((text, index) =>
        (['zh', 'en'] as const).map(
          (lang): RatedAnswer => ({
            id: `${dimension.code}-${level}-${index}-${lang}`,
            author: 'exemplar',
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

interface LadderLine {
  readonly dimension: string;
  readonly lang: 'zh' | 'en';
  readonly level: number;
  readonly answer: string;
}

const ladders = (dimensions: ReadonlyMap<string, Dimension>): RatedAnswer[] =>
  (
    linesOfFile(fileURLToPath(new URL('test/fixtures/scoring-ladders/answers.jsonl', root))) as LadderLine[]
  ).map((line, index) => ({
    id: `ladder-${index}`,
    author: 'ladder',
    group: line.dimension,
    lang: line.lang,
    question: openQuestion(dimensions.get(line.dimension)?.name[line.lang] ?? line.dimension, line.lang),
    dimension: line.dimension,
    answer: line.answer,
    rating: line.level,
  }));

/** Of a story that was told to several questions only the best telling: where it did not fit, its wording was not the reason. */
export const bestTellings = (items: readonly RatedAnswer[]): readonly RatedAnswer[] => {
  const best = new Map<string, RatedAnswer>();
  for (const item of items) {
    const known = best.get(item.answer);
    if (known === undefined || known.rating < item.rating) best.set(item.answer, item);
  }
  return items.filter((item) => best.get(item.answer) === item);
};

/** Every rated answer about conduct that may be learned from (knowledge questions are judged by another table). */
export const ratedAnswers = (): RatedAnswer[] => {
  const dimensions = builtInDimensions();
  const written = authoredLines()
    .filter(({ line, isLearned }) => isLearned && line.question.type !== 'knowledge')
    .map(
      ({ author, line, rating }): RatedAnswer => ({
        id: line.id,
        author,
        group: line.question.text,
        lang: line.lang,
        question: { ...line.question, asks: [] },
        dimension: line.dimension,
        answer: line.answer,
        rating,
      }),
    );
  return [...written, ...exemplars(dimensions), ...ladders(dimensions)];
};
