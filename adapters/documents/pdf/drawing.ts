import type { Box } from './geometry.ts';

/** One drawn character with everything that decides whether a reader sees it. Points, origin top left, y is the baseline. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  /** `#rrggbb`; null for patterns and gradients. */
  readonly colour: string | null;
  readonly alpha: number;
  /** Text render modes 3 and 7 draw nothing. */
  readonly unpainted: boolean;
  /** In an optional-content layer that is switched off. */
  readonly layerOff: boolean;
  /** The clip in force; null when nothing clips. */
  readonly clip: Box | null;
  /** Place in the drawing order, shared with fills. */
  readonly order: number;
  /** Degrees from the horizontal, 0..180. */
  readonly angle: number;
  /** A space character was drawn right before it. */
  readonly spaceBefore: boolean;
}

/** A filled area; `colour` null when it is a picture, pattern or gradient whose colours are unknown. */
export interface Fill {
  readonly box: Box;
  readonly colour: string | null;
  readonly alpha: number;
  readonly order: number;
  /** The area is only roughly the box (curves, pictures with holes), so text under it may still show. */
  readonly loose: boolean;
}

/** A straight line that may be the border of a table: `at` across, `from`…`to` along. */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Everything drawn on a page that matters for reading it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly fills: readonly Fill[];
  readonly rules: readonly Rule[];
}
