import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import { type Reading, readAnswer } from '#core/scoring/analysers/reading.ts';
import { substanceOf } from '#core/scoring/analysers/substance.ts';
import {
  type Wording,
  type WordingFeatures,
  wordingFeatures,
  wordingMeaning,
} from '#core/scoring/analysers/wording.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import { bestTellings, type RatedAnswer } from './rated-answers.ts';
import { ridge, type SparseRow } from './ridge.ts';

/** What is chosen by leaving authors out (`fit-wording.ts`). */
export interface WordingSettings {
  /** Ridge, relative to the mean squared length of a row. */
  readonly lambda: number;
  /** How much each kind of feature, and the meaning of the words, counts beside the pieces they are made of. */
  readonly words: number;
  readonly found: number;
  readonly meaning: number;
  /** A piece must occur in answers to so many questions or dimensions: nothing that one item alone says is learned. */
  readonly leastGroups: number;
}

export const wordingSettings: WordingSettings = {
  lambda: 0.3,
  words: 1,
  found: 0.3,
  meaning: 0.2,
  leastGroups: 3,
};

export const LEVELS = [2, 3, 4, 5] as const;

type Lang = 'zh' | 'en';

/** Weights of pieces and of meaning, for levels 2–5. */
export interface WordingModel {
  readonly features: ReadonlyMap<string, readonly number[]>;
  readonly intercepts: Record<Lang, readonly number[]>;
  /** For each level the weights of the summed meaning of the words. */
  readonly directions: Record<Lang, readonly (readonly number[])[]>;
  /** What the meaning adds on average. */
  readonly offsets: Record<Lang, readonly number[]>;
}

const KINDS = ['pieces', 'words', 'found'] as const;

interface Read {
  readonly features: WordingFeatures;
  readonly meaning: readonly number[];
}

const known = new Map<string, Read>();

/** What the wording is read from at run time: cleaned, without sentences that only profess; read once for all folds. */
const readOf = (item: RatedAnswer, embedder: StaticEmbedder): Read => {
  const name = `${item.author} ${item.id}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const { reading } = substanceOf(readAnswer(judgedText(item.answer, item.question.text)));
  const read = {
    features: wordingFeatures(reading, item.question.type !== 'behavioural', embedder),
    meaning: Array.from(wordingMeaning(reading.text, embedder)[item.lang]),
  };
  known.set(name, read);
  return read;
};

interface Column {
  readonly feature: string;
  readonly gain: number;
}

/** Features of a kind that enough groups share, rarer ones stronger; as a whole as long as its share asks for. */
const columnsOf = (
  items: readonly RatedAnswer[],
  sets: readonly ReadonlySet<string>[],
  sizes: readonly number[],
  { leastGroups, share, square }: { leastGroups: number; share: number; square: number | null },
): { columns: Column[]; square: number } => {
  const groups = new Map<string, Set<string>>();
  items.forEach((item, i) => {
    for (const feature of sets[i] as ReadonlySet<string>) {
      const own = groups.get(feature);
      if (own === undefined) groups.set(feature, new Set([item.group]));
      else own.add(item.group);
    }
  });
  const gains = new Map<string, number>();
  for (const [feature, { size }] of groups)
    if (size >= leastGroups) gains.set(feature, 1 / Math.sqrt(1 + Math.log(size)));
  let own = 0;
  sets.forEach((set, i) => {
    for (const feature of set) own += (gains.get(feature) ?? 0) ** 2 / (sizes[i] as number);
  });
  own /= Math.max(1, items.length);
  const factor = square === null ? 1 : Math.sqrt((share * square) / Math.max(own, 1e-9));
  return {
    columns: [...gains].map(([feature, gain]) => ({ feature, gain: gain * factor })),
    square: own,
  };
};

const meanSquare = (rows: readonly (readonly number[])[]): number =>
  rows.reduce((sum, row) => sum + row.reduce((total, value) => total + value * value, 0), 0) / rows.length;

const along = (direction: readonly number[], meaning: ArrayLike<number>): number =>
  direction.reduce((sum, weight, d) => sum + weight * (meaning[d] ?? 0), 0);

const allOf = ({ features }: Read): string[] => KINDS.flatMap((kind) => [...features[kind]]);

/** All columns of one language, and rows that hold them over the root of the number of pieces, then the meaning. */
const rowsOf = (
  items: readonly RatedAnswer[],
  reads: readonly Read[],
  settings: WordingSettings,
): { columns: readonly Column[]; rows: readonly SparseRow[]; gain: number } => {
  const sizes = reads.map((read) => Math.max(1, read.features.pieces.size));
  const columns: Column[] = [];
  let square: number | null = null;
  for (const kind of KINDS) {
    const sets = reads.map((read) => read.features[kind]);
    const share = kind === 'pieces' ? 1 : settings[kind];
    const made = columnsOf(items, sets, sizes, { leastGroups: settings.leastGroups, share, square });
    square ??= made.square;
    columns.push(...made.columns);
  }
  const index = new Map(columns.map(({ feature }, i) => [feature, i]));
  const meanings = reads.map((read) => read.meaning);
  const gain = Math.sqrt((settings.meaning * (square ?? 1)) / meanSquare(meanings));
  const rows = reads.map((read, i): SparseRow => {
    const at = allOf(read)
      .map((feature) => index.get(feature))
      .filter((column) => column !== undefined);
    const size = Math.sqrt(sizes[i] as number);
    return {
      at: [...at, ...read.meaning.map((_value, d) => columns.length + d)],
      value: [
        ...at.map((column) => (columns[column] as Column).gain / size),
        ...read.meaning.map((value) => value * gain),
      ],
    };
  });
  return { columns, rows, gain };
};

/** Learns one language; for each level 2–5 whether an answer reaches it (ratings between two levels count in part). */
const trainLanguage = (
  items: readonly RatedAnswer[],
  embedder: StaticEmbedder,
  settings: WordingSettings,
) => {
  const reads = items.map((item) => readOf(item, embedder));
  const { columns, rows, gain } = rowsOf(items, reads, settings);
  const targets = LEVELS.map((level) =>
    items.map((item) => Math.min(1, Math.max(0, item.rating - level + 1))),
  );
  const models = ridge(rows, columns.length + embedder.dimensions, targets, settings.lambda);
  const directions = models.map((model) =>
    Array.from(model.weights.subarray(columns.length), (weight) => weight * gain),
  );
  const offsets = directions.map(
    (direction) =>
      reads.reduce((sum, read) => sum + along(direction, read.meaning), 0) / Math.max(1, items.length),
  );
  return {
    features: new Map(
      columns.map(({ feature, gain: own }, i) => [
        feature,
        models.map((model) => (model.weights[i] as number) * own),
      ]),
    ),
    intercepts: models.map((model, k) => model.intercept + (offsets[k] as number)),
    directions,
    offsets,
  };
};

/** Learns both languages from the given answers. */
export const trainWording = (
  items: readonly RatedAnswer[],
  embedder: StaticEmbedder,
  settings: WordingSettings = wordingSettings,
): WordingModel => {
  const told = bestTellings(items);
  const of = (lang: Lang) =>
    trainLanguage(
      told.filter((item) => item.lang === lang),
      embedder,
      settings,
    );
  const [zh, en] = [of('zh'), of('en')];
  return {
    features: new Map([...en.features, ...zh.features]),
    intercepts: { zh: zh.intercepts, en: en.intercepts },
    directions: { zh: zh.directions, en: en.directions },
    offsets: { zh: zh.offsets, en: en.offsets },
  };
};

/** The four values of a reading under a model; the same arithmetic as at run time, unrounded, for text of one language. */
export const applyWording = (
  model: WordingModel,
  lang: Lang,
  { reading, isImaginedTold }: { readonly reading: Reading; readonly isImaginedTold: boolean },
  embedder: StaticEmbedder,
): Wording => {
  const features = wordingFeatures(reading, isImaginedTold, embedder);
  const meaning = wordingMeaning(reading.text, embedder)[lang];
  const all = allOf({ features, meaning: [] });
  const at = (k: number): number => {
    let sum = 0;
    for (const feature of all) sum += model.features.get(feature)?.[k] ?? 0;
    return (
      sum / Math.sqrt(Math.max(1, features.pieces.size)) +
      (model.intercepts[lang][k] as number) +
      along(model.directions[lang][k] ?? [], meaning) -
      (model.offsets[lang][k] as number)
    );
  };
  return { 2: at(0), 3: at(1), 4: at(2), 5: at(3) };
};
