/**
 * Fits the weights and places of the learned gates of conduct: `node --import tsx test/evaluate/fit-gates.ts [STRETCH]` prints for each
 * what would go into `core/scoring/gates/conduct-gates.ts`. The measures, their caps and the signs of their weights are given by the
 * tables and stay; each author is kept out once, also of the learned wording, to tell how far that carries.
 */

import { quadraticKappa, wholeLevel } from '#core/scoring/agreement/rater-agreement.ts';
import { behaviouralGates, situationalGates } from '#core/scoring/gates/conduct-gates.ts';
import { type Gate, type GateTable, weakestScore } from '#core/scoring/gates/gate.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { type GateRow, gateRows } from './gate-rows.ts';
import { monotoneRegression } from './monotone-regression.ts';

/** How much steeper the degrees are than a regression makes them, which draws every answer to the middle. */
const STRETCH = Number(process.argv[2] ?? 1.6);
const LEARNED = /\.(?:conduct|concrete|complexity|lasting)$/u;
const TABLES = [behaviouralGates, situationalGates] as const;

/** A gate's weights for its terms as they are (not over their caps), and its place. */
interface Fitted {
  readonly weights: readonly number[];
  readonly from: number;
  readonly to: number;
}

const gateAt = (row: GateRow, level: number): { readonly gate: Gate; readonly values: Float64Array } => {
  const table: GateTable = TABLES[row.isPast ? 0 : 1];
  const at = table.findIndex((gate) => gate.level === level && LEARNED.test(gate.id));
  return { gate: table[at] as Gate, values: row.values[at] as Float64Array };
};

/** Both tables share what is learned: types of question differ in the gates around it. */
const fitLevel = (rows: readonly GateRow[], level: number): Fitted => {
  const { terms } = (behaviouralGates as GateTable).find(
    (gate) => gate.level === level && LEARNED.test(gate.id),
  ) as Gate;
  const scales = terms.map(({ weight, cap }) => (cap ?? 1) * Math.abs(weight));
  const { weights, intercept } = monotoneRegression(
    rows.map((row) => ({
      features: Array.from(gateAt(row, level).values, (value, i) => Math.abs(value) / (scales[i] as number)),
      target: Math.min(1, Math.max(0, (row.rating ?? 1) - level + 1)),
      weight: row.weight,
    })),
    terms.map(({ weight, measure }) => (measure.startsWith('wording') ? 0 : Math.sign(weight))),
  );
  return {
    weights: weights.map((weight, i) => weight / (terms[i]?.cap ?? 1)),
    from: 0.5 - 0.5 / STRETCH - intercept,
    to: 0.5 + 0.5 / STRETCH - intercept,
  };
};

const fitAll = (rows: readonly GateRow[]): Fitted[] => [2, 3, 4, 5].map((level) => fitLevel(rows, level));

const clip = (value: number): number => Math.min(1, Math.max(0, value));

const scoreOf = (row: GateRow, fitted: readonly Fitted[]): number =>
  weakestScore(
    TABLES[row.isPast ? 0 : 1].map((gate, g) => {
      const values = Array.from(row.values[g] as Float64Array);
      if (!LEARNED.test(gate.id)) {
        const sum = values.reduce((total, value) => total + value, 0);
        return { gate, degree: clip((sum - gate.from) / (gate.to - gate.from)) };
      }
      const { weights, from, to } = fitted[gate.level - 2] as Fitted;
      const sum = values.reduce(
        (total, value, i) => total + (value / (gate.terms[i]?.weight ?? 1)) * (weights[i] ?? 0),
        0,
      );
      return { gate, degree: clip((sum - from) / (to - from)) };
    }),
  );

const agreement = (rows: readonly GateRow[], fitted: readonly Fitted[]): string =>
  quadraticKappa(
    rows.map((row) => wholeLevel(scoreOf(row, fitted))),
    rows.map((row) => wholeLevel(row.rating ?? 1)),
  ).toFixed(3);

const rows = gateRows(TABLES, await loadEmbedder());
const rated = rows.filter((row) => row.rating !== null);
const moved = (fitted: readonly Fitted[]): string => {
  const base = new Map(rated.map((row) => [row.id, scoreOf(row, fitted)]));
  const changed = rows.filter((row) => row.rating === null);
  const sum = changed.reduce(
    (total, row) => total + Math.abs(scoreOf(row, fitted) - (base.get(row.base ?? '') ?? 1)),
    0,
  );
  return (sum / changed.length).toFixed(3);
};
for (const author of [...new Set(rated.map((row) => row.author))]) {
  if (/exemplar|ladder/u.test(author)) continue;
  const fitted = fitAll(rated.filter((row) => row.author !== author));
  const unseen = rated.filter((row) => row.author === author);
  process.stdout.write(`${author} left out: QWK of conduct ${agreement(unseen, fitted)}\n`);
}
const all = fitAll(rated);
process.stdout.write(`reworded answers of golden-dev move by ${moved(all)}\n`);
for (const [at, { weights, from, to }] of all.entries()) {
  const { id, terms } = (behaviouralGates as GateTable).find(
    (gate) => gate.level === at + 2 && LEARNED.test(gate.id),
  ) as Gate;
  const printed = terms.map(
    ({ measure, cap }, i) => `${measure} ${((weights[i] as number) * (cap ?? 1)).toFixed(2)} / ${cap ?? 1}`,
  );
  process.stdout.write(`${id} from ${from.toFixed(2)} to ${to.toFixed(2)}: ${printed.join(', ')}\n`);
}
