/** One dimension of a chart on the 0–10 scale; null where nothing could be scored. */
export interface ChartDimension {
  readonly name: string;
  readonly score10: number | null;
  readonly band10: readonly [number, number] | null;
}

/** What a chart of dimension scores shows. */
export interface DimensionChart {
  readonly kind: 'radar' | 'bar';
  readonly dimensions: readonly ChartDimension[];
  /** Words of the two series. */
  readonly scoreLabel: string;
  readonly bandLabel: string;
  /** Colours for a light or a dark ground. */
  readonly theme: 'light' | 'dark';
}

/** Draws charts on the server; pages show them as images with a table beside (design D16). */
export interface Charts {
  /** A self-contained SVG without scripts, outside addresses or text that could be read as markup. */
  dimensionChart(chart: DimensionChart): Promise<string>;
}
