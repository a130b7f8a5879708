/** One benchmark of one run, as `jinji bench` prints it. */
export interface BenchResult {
  readonly bench: string;
  readonly what: string;
  readonly unit: string;
  /** Medians over the rounds. */
  readonly figure: number;
  readonly yardstick: number;
  /** What the yardstick does and where its code is. */
  readonly yardstickIs: string;
  /** figure / yardstick, or the other way round where less is better: 1 is as good as the yardstick. */
  readonly ratio: number;
  /** What the project demands of the ratio, e.g. `>= 0.6`. */
  readonly demand: string | null;
  readonly held: boolean | null;
  readonly rounds: readonly (readonly [figure: number, yardstick: number])[];
  readonly notes?: Readonly<Record<string, string | number>>;
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** Three significant digits: more would pretend a precision that no shared machine has. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** Runs both sides in turn, so that a machine that grows slower slows both. Each returns its own figure. */
export async function alternate(
  rounds: number,
  figure: (round: number) => Promise<number>,
  yardstick: (round: number) => Promise<number>,
): Promise<readonly (readonly [number, number])[]> {
  const measured: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push([await figure(round), await yardstick(round)]);
  }
  return measured;
}

/** Makes a result of the rounds. `better` says which way the figures point; the ratio is the median of the rounds' ratios. */
export function resultOf(
  about: Pick<BenchResult, 'bench' | 'what' | 'unit' | 'yardstickIs'> & {
    readonly notes?: BenchResult['notes'];
  },
  rounds: readonly (readonly [number, number])[],
  ask: { readonly better: 'more' | 'less'; readonly atLeast?: number; readonly atMost?: number },
): BenchResult {
  const ratio = median(rounds.map(([figure, yardstick]) => figure / yardstick));
  const demand =
    ask.atLeast !== undefined ? `>= ${ask.atLeast}` : ask.atMost !== undefined ? `<= ${ask.atMost}` : null;
  return {
    bench: about.bench,
    what: about.what,
    unit: about.unit,
    figure: rounded(median(rounds.map(([figure]) => figure))),
    yardstick: rounded(median(rounds.map(([, yardstick]) => yardstick))),
    yardstickIs: about.yardstickIs,
    ratio: rounded(ratio),
    demand,
    held:
      demand === null
        ? null
        : ratio >= (ask.atLeast ?? 0) && ratio <= (ask.atMost ?? Number.POSITIVE_INFINITY),
    rounds: rounds.map(([figure, yardstick]) => [rounded(figure), rounded(yardstick)] as const),
    ...(about.notes ? { notes: about.notes } : {}),
  };
}

/** Writes the result as the line of data that the command passes on. */
export const printResult = (result: BenchResult): void => console.log(JSON.stringify(result));
