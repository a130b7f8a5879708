import { type Box, identity, type Matrix } from './geometry.ts';

/** What a font says about itself, as far as widths and weight go. */
export interface FontFacts {
  /** Advance unit: glyph width × this × size is the advance in text space. */
  readonly widthScale: number;
  readonly vertical: boolean;
  readonly bold: boolean;
}

export const unknownFont: FontFacts = { widthScale: 0.001, vertical: false, bold: false };

/** The part of the PDF graphics state that decides where text lies and whether it shows (ISO 32000-1, 8.4 and 9.3). */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box | null;
  fill: string | null;
  stroke: string | null;
  fillAlpha: number;
  strokeAlpha: number;
  font: FontFacts;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

export function initialState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    clip: null,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    font: unknownFont,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** The pen inside a text object. */
export interface TextPen {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function freshPen(matrix: Matrix = identity): TextPen {
  return { matrix, x: 0, y: 0, lineX: 0, lineY: 0 };
}

export function movePen(pen: TextPen, dx: number, dy: number): void {
  pen.lineX += dx;
  pen.lineY += dy;
  pen.x = pen.lineX;
  pen.y = pen.lineY;
}
