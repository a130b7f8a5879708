import type { Matrix } from './geometry.ts';
import type { FontFacts } from './graphics-state.ts';

/** Operator names → numbers, as pdf.js exports them (`OPS`). */
export type OperatorCodes = Readonly<Record<string, number>>;

/** What the interpreter needs besides the operator list itself. */
export interface PageContext {
  readonly codes: OperatorCodes;
  /** Maps PDF user space to points with the origin at the top left. */
  readonly pageMatrix: Matrix;
  readonly width: number;
  readonly height: number;
  font(name: string): FontFacts;
  /** Whether an optional-content group shows. */
  layerShows(group: unknown): boolean;
}
