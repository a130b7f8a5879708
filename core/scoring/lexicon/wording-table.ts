import { NumberTable } from '../../embedding/number-tables.ts';
import { wordingDirections, wordingScale, wordingWeights } from './wording-weights.ts';

/** The learned weights of wording, in flat memory: thousands of small arrays would lie all over it. */
export interface WordingTable {
  /** Row of a feature, −1 where it weighs nothing. */
  readonly rowOf: (feature: string) => number;
  /** The same for a pair of characters by its code, without cutting it out of the text. */
  readonly rowOfPair: (code: number) => number;
  /** Adds a row's weights for levels 2–5 to four sums; row −1 adds nothing. */
  readonly addRow: (row: number, sums: Float64Array) => void;
  /** For each level 2–5 the weights of the summed meaning of the words. */
  readonly directions: Readonly<Record<'zh' | 'en', readonly Float64Array[]>>;
}

const LEVELS = 4;
const DIRECTION_SCALE = 0.001;

/** A pair of neighbouring characters as a number. */
export const pairCode = (text: string, at: number): number =>
  (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

const directionsOf = (source: string): readonly Float64Array[] =>
  source
    .trim()
    .split('\n')
    .map((line) => Float64Array.from(line.split(' '), (value) => Number(value) * DIRECTION_SCALE));

const readTable = (): WordingTable => {
  const lines = wordingWeights.trim().split('\n');
  const weights = new Int16Array(lines.length * LEVELS);
  const rows = new Map<string, number>();
  const pairs: (readonly [number, number])[] = [];
  lines.forEach((line, row) => {
    const [feature = '', ...numbers] = line.split('\t');
    weights.set(numbers.map(Number), row * LEVELS);
    rows.set(feature, row);
    if (feature.length === 2) pairs.push([pairCode(feature, 0), row]);
  });
  const byPair = new NumberTable(pairs);
  return {
    rowOf: (feature) => rows.get(feature) ?? -1,
    rowOfPair: (code) => byPair.get(code, -1),
    addRow: (row, sums) => {
      if (row < 0) return;
      const from = row * LEVELS;
      for (let k = 0; k < LEVELS; k++) {
        sums[k] = (sums[k] as number) + (weights[from + k] as number) * wordingScale;
      }
    },
    directions: { zh: directionsOf(wordingDirections.zh), en: directionsOf(wordingDirections.en) },
  };
};

let read: WordingTable | undefined;

/** Read with the first answer, so that a start stays quick. */
export const wordingTable = (): WordingTable => {
  read ??= readTable();
  return read;
};
