import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { DimensionModels } from '#core/scoring/analysers/dimension-fit.ts';
import type { MeasureName, Weigh } from '#core/scoring/analysers/measures.ts';
import { readAnswer } from '#core/scoring/analysers/reading.ts';
import { measureConduct } from '#core/scoring/conduct/measure-conduct.ts';
import type { GateTable } from '#core/scoring/gates/gate.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import { trainDimensions } from './dimension-model.ts';
import { noises, rewordings } from './perturbations.ts';
import { builtInDimensions, type RatedAnswer, ratedAnswers, scoredDimension } from './rated-answers.ts';
import { goldenLines } from './rated-lines.ts';
import { applyWording, trainWording, type WordingModel } from './wording-model.ts';

/** What the gates are asked about one answer, its wording weighed by what other authors taught. */
export interface GateRow {
  readonly id: string;
  readonly author: string;
  readonly isPast: boolean;
  /** Null for reworded answers. */
  readonly rating: number | null;
  /** For a reworded answer the id of the original; originals come first. */
  readonly base: string | null;
  /** Clean ladders of the developers count half. */
  readonly weight: number;
  /** For each gate of the row's table the weighed terms. */
  readonly values: readonly Float64Array[];
}

type Told = Pick<GateRow, 'id' | 'rating' | 'base'>;

const LADDER_WEIGHT = 0.5;
/** Paraphrases written by hand are few. */
const WRITTEN_TIMES = 3;

const changes = [...rewordings, ...noises.filter((noise) => /punctuation|errors/u.test(noise.name))];

interface Learned {
  readonly wording: WordingModel;
  readonly dimensions: DimensionModels;
}

const modelsWithout = (items: readonly RatedAnswer[], embedder: StaticEmbedder) => {
  const models = new Map<string, Learned>();
  return (author: string): Learned => {
    const known = models.get(author);
    if (known !== undefined) return known;
    const others = items.filter((item) => item.author !== author);
    const made = {
      wording: trainWording(others, embedder),
      dimensions: {
        zh: trainDimensions(others, embedder, 'zh'),
        en: trainDimensions(others, embedder, 'en'),
      },
    };
    models.set(author, made);
    return made;
  };
};

const rowMaker = (
  tables: readonly [GateTable, GateTable],
  items: readonly RatedAnswer[],
  embedder: StaticEmbedder,
) => {
  const dimensions = builtInDimensions();
  const modelWithout = modelsWithout(items, embedder);
  return (item: RatedAnswer, answer: string, told: Told): GateRow[] => {
    const dimension = dimensions.get(item.dimension);
    if (dimension === undefined) return [];
    const request = {
      lang: item.lang,
      question: item.question,
      dimension: scoredDimension(dimension, item.lang),
      turns: [{ turnId: 'answer', text: answer }],
    };
    const learned = modelWithout(item.author);
    const wording: Weigh = (told, isImaginedTold) =>
      applyWording(learned.wording, item.lang, { reading: told, isImaginedTold }, embedder);
    const reading = readAnswer(judgedText(answer, item.question.text));
    const { measures } = measureConduct(request, reading, {
      embedder,
      wording,
      dimensions: learned.dimensions,
    });
    const measured = (name: MeasureName, cap: number | undefined) =>
      Math.min(cap ?? Number.POSITIVE_INFINITY, measures[name].value);
    const isPast = item.question.type === 'behavioural';
    const values = tables[isPast ? 0 : 1].map(({ terms }) =>
      Float64Array.from(terms, ({ measure, weight, cap }) => weight * measured(measure, cap)),
    );
    const weight = /exemplar|ladder/u.test(item.author) ? LADDER_WEIGHT : 1;
    return [{ ...told, author: item.author, isPast, weight, values }];
  };
};

/** Rows of every answer about conduct that may be learned from, then those of the reworded answers of golden-dev. */
export const gateRows = (tables: readonly [GateTable, GateTable], embedder: StaticEmbedder): GateRow[] => {
  const items = ratedAnswers();
  const rowOf = rowMaker(tables, items, embedder);
  const originals = items.flatMap((item) =>
    rowOf(item, item.answer, { id: item.id, rating: item.rating, base: null }),
  );
  const golden = items.filter((item) => item.author === 'golden');
  const reworded = golden.flatMap((item, i) =>
    changes.flatMap(({ name, apply }) =>
      rowOf(item, apply(item.answer, item.lang, i + 1), {
        id: `${item.id} ${name}`,
        rating: null,
        base: item.id,
      }),
    ),
  );
  const written = goldenLines().flatMap((line) => {
    const base = golden.find((item) => item.id === line.paraphraseOf);
    return base === undefined ? [] : rowOf(base, line.answer, { id: line.id, rating: null, base: base.id });
  });
  return [...originals, ...reworded, ...Array.from({ length: WRITTEN_TIMES }, () => written).flat()];
};
