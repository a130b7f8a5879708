/**
 * Searches how much counts weigh against wording in each gate of conduct, and how wide the gates are: `node --import tsx
 * test/evaluate/fit-gates.ts` prints, for each gate, the factors by which its counts, wording and width and the amount by which its place
 * would change; all near 1, 1, 1 and 0 once they are in `core/scoring/gates/conduct-gates.ts`. Every sixth of the dimensions is kept out
 * once, also of the learned wording; the factors are the geometric means.
 */
import { aboutness } from '#core/scoring/analysers/aboutness.ts';
import { indicatorsOf } from '#core/scoring/analysers/indicators.ts';
import { measureReading } from '#core/scoring/analysers/measures.ts';
import { readAnswer } from '#core/scoring/analysers/reading.ts';
import { behaviouralGates, situationalGates } from '#core/scoring/gates/conduct-gates.ts';
import { conductScore } from '#core/scoring/gates/gate.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { goldenRequest } from './golden-agreement.ts';
import { noises, rewordings, seeded } from './perturbations.ts';
import { type GoldenLine, goldenLines, goldenRatings, ratedAnswers } from './rated-answers.ts';
import { applyWording, trainWording, type WordingModel } from './train-wording.ts';

/** Factors of one gate: counts, wording, width; then what is added. */
type Factors = readonly [number, number, number, number];

interface Row {
  readonly id: string;
  readonly dimension: string;
  readonly isPast: boolean;
  /** Null for rewordings, which are compared with `base`. */
  readonly rating: number | null;
  readonly base: string | null;
  /** For each gate what its counts and its wording add up to. */
  readonly sums: readonly { readonly counts: number; readonly wording: number }[];
}

const FOLDS = 6;
const STEPS = 1500;
const FREE = 0.02;
const UNCHANGED: Factors = [1, 1, 1, 0];
const KINDS = ['2.conduct', '3.concrete', '4.complexity', '4.outcome', '5.lasting', '5.measured'];

const embedder = await loadEmbedder();
const rated = ratedAnswers();
const models = new Map<string, WordingModel>();
const modelWithout = (dimension: string): WordingModel => {
  const known =
    models.get(dimension) ??
    trainWording(
      rated.filter((item) => item.dimension !== dimension),
      embedder,
    );
  models.set(dimension, known);
  return known;
};

const rowOf = (line: GoldenLine, answer: string, told: Pick<Row, 'id' | 'rating' | 'base'>): Row => {
  const request = goldenRequest(line, { answer });
  const reading = readAnswer(judgedText(answer, line.question.text));
  const isPast = line.question.type === 'behavioural';
  const measures = measureReading(reading, line.question.type, (text) => {
    const [a = 0, b = 0, c = 0, d = 0] = applyWording(
      modelWithout(line.dimension),
      line.lang,
      text,
      embedder,
    );
    return { 2: a, 3: b, 4: c, 5: d };
  });
  const hits = indicatorsOf(reading, request.dimension, !isPast);
  const values = {
    ...Object.fromEntries(Object.entries(measures).map(([name, { value }]) => [name, value])),
    indicators: hits.filter((hit) => hit.polarity === 'positive').length,
    contraIndicators: hits.filter((hit) => hit.polarity === 'negative').length,
    aboutness: aboutness(request, reading, hits.length, embedder),
  };
  const sums = (isPast ? behaviouralGates : situationalGates).map((gate) => {
    const sum = { counts: 0, wording: 0 };
    for (const { measure, weight, cap } of gate.terms) {
      const known = (values as Readonly<Record<string, number>>)[measure] ?? 0;
      const value = weight * Math.min(cap ?? Number.POSITIVE_INFINITY, known);
      sum[measure.startsWith('wording') ? 'wording' : 'counts'] += value;
    }
    return sum;
  });
  return { ...told, dimension: line.dimension, isPast, sums };
};

const kindsOf = (gates: typeof behaviouralGates): readonly number[] =>
  gates.map((gate) => KINDS.indexOf(gate.id.split('.').slice(1).join('.')));
const pastKinds = kindsOf(behaviouralGates);
const plannedKinds = kindsOf(situationalGates);

const rowsOf = (): Row[] => {
  const ratings = goldenRatings();
  const told = goldenLines().filter((line) => line.question.type !== 'knowledge' && line.attack === null);
  const changes = [...rewordings, ...noises.filter((noise) => /punctuation|errors/u.test(noise.name))];
  return told.flatMap((line, i) => {
    if (line.paraphraseOf !== null)
      return [rowOf(line, line.answer, { id: line.id, rating: null, base: line.paraphraseOf })];
    const own = rowOf(line, line.answer, {
      id: line.id,
      rating: ratings[line.id]?.mean ?? line.intended,
      base: null,
    });
    const changed = changes.map((change) =>
      rowOf(line, change.apply(line.answer, line.lang, i + 1), {
        id: `${line.id} ${change.name}`,
        rating: null,
        base: line.id,
      }),
    );
    return [own, ...changed];
  });
};

const scoreOf = (row: Row, factors: readonly Factors[]): number => {
  const kinds = row.isPast ? pastKinds : plannedKinds;
  const results = (row.isPast ? behaviouralGates : situationalGates).map((gate, i) => {
    const [counts, wording, width, shift] = factors[kinds[i] ?? -1] ?? UNCHANGED;
    const known = row.sums[i] ?? { counts: 0, wording: 0 };
    const sum = known.counts * counts + known.wording * wording + shift;
    const [middle, half] = [(gate.from + gate.to) / 2, ((gate.to - gate.from) / 2) * width];
    return { gate, degree: Math.min(1, Math.max(0, (sum - middle + half) / (2 * half))) };
  });
  return conductScore(results);
};

/** Squared error against ratings, plus how far rewordings move a score, plus how far the factors are from no change. */
const lossOf = (rows: readonly Row[], factors: readonly Factors[]): number => {
  const scores = new Map(rows.map((row) => [row.id, scoreOf(row, factors)]));
  let [error, answers, moved, rewordedCount] = [0, 0, 0, 0];
  for (const row of rows) {
    const score = scores.get(row.id) ?? 1;
    if (row.rating !== null) {
      error += (score - row.rating) ** 2;
      answers++;
    } else {
      moved += Math.abs(score - (scores.get(row.base ?? '') ?? score));
      rewordedCount++;
    }
  }
  const change = factors.reduce(
    (sum, [a, b, c, d]) => sum + Math.log(a) ** 2 + Math.log(b) ** 2 + Math.log(c) ** 2 + 2 * d * d,
    0,
  );
  return error / answers + moved / Math.max(1, rewordedCount) + FREE * change;
};

const search = (rows: readonly Row[], seed: number): readonly Factors[] => {
  const next = seeded(seed);
  let best: readonly Factors[] = KINDS.map(() => UNCHANGED);
  let least = lossOf(rows, best);
  for (let step = 0; step < STEPS; step++) {
    const kind = Math.floor(next() * KINDS.length);
    const at = Math.floor(next() * 4);
    const amount = next() - 0.5;
    const tried = best.map((factors, k) =>
      k === kind
        ? (factors.map((factor, i) =>
            i !== at ? factor : at === 3 ? factor + amount * 0.2 : factor * Math.exp(amount * 0.4),
          ) as unknown as Factors)
        : factors,
    );
    const loss = lossOf(rows, tried);
    if (loss < least) [best, least] = [tried, loss];
  }
  return best;
};

const rows = rowsOf();
const names = [...new Set(rows.map((row) => row.dimension))];
const found = Array.from({ length: FOLDS }, (_, fold) => {
  const out = new Set(names.filter((_name, i) => i % FOLDS === fold));
  const factors = search(
    rows.filter((row) => !out.has(row.dimension)),
    fold + 1,
  );
  const unseen = rows.filter((row) => out.has(row.dimension));
  const before = lossOf(
    unseen,
    KINDS.map(() => UNCHANGED),
  );
  process.stdout.write(
    `fold ${fold}: unseen loss ${before.toFixed(3)} before, ${lossOf(unseen, factors).toFixed(3)} after\n`,
  );
  return factors;
});
for (const [k, kind] of KINDS.entries()) {
  const mean = [0, 1, 2, 3].map((at) => {
    const all = found.map((factors) => factors[k]?.[at] ?? 0);
    const sum = all.reduce((total, value) => total + (at === 3 ? value : Math.log(value)), 0) / FOLDS;
    return (at === 3 ? sum : Math.exp(sum)).toFixed(2);
  });
  process.stdout.write(`${kind}: ${mean.join(', ')}\n`);
}
