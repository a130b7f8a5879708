import type { Drawing, Fill, Glyph, Rule } from './drawing.ts';
import { applyTo, type Box, intersect, mapBox, multiply, padded, toMatrix } from './geometry.ts';
import { freshPen, type GraphicsState, initialState, movePen, type TextPen } from './graphics-state.ts';
import type { PageContext } from './page-context.ts';
import { rulesOf } from './rule-lines.ts';
import { type Subpath, subpathsOf } from './subpaths.ts';

interface DrawnGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** With more characters or areas a page is no résumé's; the rest is left out. */
const maxGlyphs = 60_000;
const maxFills = 6_000;

/**
 * Walks through the drawing operations of one page (pdf.js operator list, drawing model of ISO 32000-1) and notes
 * every character, filled area and ruling line with its place in the drawing order.
 */
export class PageInterpreter {
  readonly #context: PageContext;
  readonly #names: ReadonlyMap<number, string>;
  readonly #glyphs: Glyph[] = [];
  readonly #fills: Fill[] = [];
  readonly #rules: Rule[] = [];
  readonly #stack: GraphicsState[] = [];
  readonly #layers: boolean[] = [];
  #state: GraphicsState;
  #pen: TextPen = freshPen();
  #clipPending = false;
  #spaced = false;
  #order = 0;

  constructor(context: PageContext) {
    this.#context = context;
    this.#names = new Map(Object.entries(context.codes).map(([name, code]) => [code, name]));
    this.#state = initialState(context.pageMatrix);
  }

  /** Runs the whole list; unknown operations are passed over. */
  run(operations: readonly number[], operands: readonly unknown[]): Drawing {
    for (let i = 0; i < operations.length && this.#glyphs.length < maxGlyphs; i += 1) {
      this.#order = i;
      const name = this.#names.get(operations[i] ?? -1) ?? '';
      const args = (operands[i] ?? []) as readonly unknown[];
      if (!this.#graphics(name, args) && !this.#text(name, args)) this.#content(name, args);
    }
    const { width, height } = this.#context;
    return { width, height, glyphs: this.#glyphs, fills: this.#fills, rules: this.#rules };
  }

  #graphics(name: string, args: readonly unknown[]): boolean {
    const state = this.#state;
    switch (name) {
      case 'save':
      case 'beginGroup':
        this.#stack.push({ ...state });
        return true;
      case 'restore':
      case 'endGroup':
      case 'endAnnotation':
      case 'paintFormXObjectEnd':
        this.#state = this.#stack.pop() ?? state;
        return true;
      case 'transform':
        state.matrix = multiply(state.matrix, toMatrix(args));
        return true;
      case 'setFillRGBColor':
        state.fill = typeof args[0] === 'string' ? args[0] : null;
        return true;
      case 'setStrokeRGBColor':
        state.stroke = typeof args[0] === 'string' ? args[0] : null;
        return true;
      case 'setFillColorN':
      case 'setFillTransparent':
        state.fill = null;
        return true;
      case 'setStrokeColorN':
      case 'setStrokeTransparent':
        state.stroke = null;
        return true;
      case 'setGState':
        this.#extendedState(args[0]);
        return true;
      case 'clip':
      case 'eoClip':
        this.#clipPending = true;
        return true;
      default:
        return false;
    }
  }

  #extendedState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === 'ca') this.#state.fillAlpha = Number(value);
      if (key === 'CA') this.#state.strokeAlpha = Number(value);
      if (key === 'Font' && Array.isArray(value)) this.#setFont(String(value[0]), Number(value[1]));
    }
  }

  #setFont(name: string, size: number): void {
    this.#state.font = this.#context.font(name);
    this.#state.fontSize = size;
  }

  #text(name: string, args: readonly unknown[]): boolean {
    const state = this.#state;
    const first = Number(args[0]);
    switch (name) {
      case 'beginText':
        this.#pen = freshPen();
        return true;
      case 'setFont':
        this.#setFont(String(args[0]), Number(args[1]));
        return true;
      case 'setCharSpacing':
        state.charSpacing = first;
        return true;
      case 'setWordSpacing':
        state.wordSpacing = first;
        return true;
      case 'setHScale':
        state.horizontalScale = first / 100;
        return true;
      case 'setLeading':
        state.leading = -first;
        return true;
      case 'setTextRise':
        state.rise = first;
        return true;
      case 'setTextRenderingMode':
        state.renderMode = first;
        return true;
      case 'setTextMatrix':
        this.#pen = freshPen(toMatrix(args.length >= 6 ? args : args[0]));
        return true;
      case 'setLeadingMoveText':
        state.leading = Number(args[1]);
        movePen(this.#pen, first, Number(args[1]));
        return true;
      case 'moveText':
        movePen(this.#pen, first, Number(args[1]));
        return true;
      case 'nextLine':
        movePen(this.#pen, 0, state.leading);
        return true;
      case 'showText':
      case 'showSpacedText':
        this.#show(args[0]);
        return true;
      default:
        return false;
    }
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const { font, fontSize, horizontalScale } = this.#state;
    for (const glyph of glyphs as (number | DrawnGlyph | null)[]) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        const shift = (glyph * fontSize) / 1000;
        if (font.vertical) this.#pen.y += shift;
        else this.#pen.x -= shift * horizontalScale;
        continue;
      }
      const spacing = this.#state.charSpacing + (glyph.isSpace ? this.#state.wordSpacing : 0);
      const advance = (glyph.width ?? 0) * font.widthScale * fontSize;
      if (glyph.unicode) this.#place(glyph.unicode, advance * horizontalScale);
      if (font.vertical) this.#pen.y += advance - spacing;
      else this.#pen.x += (advance + spacing) * horizontalScale;
    }
  }

  #place(text: string, advance: number): void {
    if (text.trim() === '') {
      this.#spaced = true;
      return;
    }
    const state = this.#state;
    const matrix = multiply(state.matrix, this.#pen.matrix);
    const [x, y] = applyTo(matrix, this.#pen.x, this.#pen.y + state.rise);
    const run = Math.hypot(matrix[0], matrix[1]);
    const stroked = state.renderMode % 4 === 1;
    this.#glyphs.push({
      text,
      x: advance < 0 && matrix[0] > 0 ? x + advance * run : x,
      y,
      width: Math.abs(advance) * run,
      size: Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3]),
      bold: state.font.bold || state.renderMode % 4 === 2,
      colour: stroked ? state.stroke : state.fill,
      alpha: stroked ? state.strokeAlpha : state.fillAlpha,
      unpainted: state.renderMode === 3 || state.renderMode === 7,
      layerOff: this.#layers.includes(false),
      clip: state.clip,
      order: this.#order,
      spaceBefore: this.#spaced,
      angle: (Math.abs(Math.atan2(matrix[1], matrix[0])) * 180) / Math.PI,
    });
    this.#spaced = false;
  }

  #content(name: string, args: readonly unknown[]): void {
    if (name === 'constructPath') this.#path(args);
    else if (name === 'paintFormXObjectBegin') this.#beginForm(args[0], args[1]);
    else if (name === 'beginAnnotation') this.#beginAnnotation(args);
    else if (name === 'beginMarkedContentProps') {
      this.#layers.push(args[0] === 'OC' ? this.#context.layerShows(args[1]) : true);
    } else if (name === 'beginMarkedContent') this.#layers.push(true);
    else if (name === 'endMarkedContent') this.#layers.pop();
    else if (name === 'shadingFill') this.#fillWith(this.#state.clip ?? this.#pageBox(), null, true);
    else if (/^paint(?:Inline)?(?:Image|JpegX|SolidColorImageMask)/.test(name)) {
      const unit = { left: 0, top: 0, right: 1, bottom: 1 };
      this.#fillWith(mapBox(this.#state.matrix, unit), null, true);
    }
  }

  #pageBox(): Box {
    return { left: 0, top: 0, right: this.#context.width, bottom: this.#context.height };
  }

  #beginForm(matrix: unknown, bounds: unknown): void {
    this.#stack.push({ ...this.#state });
    if (matrix) this.#state.matrix = multiply(this.#state.matrix, toMatrix(matrix));
    const box = bounds as ArrayLike<number> | null | undefined;
    if (box && box.length === 4) this.#narrowClip(this.#mapped(box));
  }

  #beginAnnotation(args: readonly unknown[]): void {
    this.#stack.push({ ...this.#state });
    this.#state = initialState(this.#context.pageMatrix);
    this.#state.matrix = multiply(multiply(this.#state.matrix, toMatrix(args[2])), toMatrix(args[3]));
  }

  #mapped(corners: ArrayLike<number>): Box {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(corners);
    return mapBox(this.#state.matrix, { left: x0, top: y0, right: x1, bottom: y1 });
  }

  #narrowClip(box: Box): void {
    const nothing: Box = { left: -1e6, top: -1e6, right: -1e6, bottom: -1e6 };
    this.#state.clip = this.#state.clip ? (intersect(this.#state.clip, box) ?? nothing) : box;
  }

  #path(args: readonly unknown[]): void {
    const paint = this.#names.get(Number(args[0])) ?? '';
    const data = (args[1] as readonly unknown[] | undefined)?.[0] as ArrayLike<number> | null | undefined;
    if (this.#clipPending) {
      this.#clipPending = false;
      const bounds = args[2] as ArrayLike<number> | null | undefined;
      if (bounds && bounds.length === 4) this.#narrowClip(this.#mapped(bounds));
    }
    if (!data || typeof data.length !== 'number') return;
    const subpaths = subpathsOf(data, this.#state.matrix);
    const fills = /fill/i.test(paint);
    const strokes = /stroke/i.test(paint);
    for (const subpath of subpaths) this.#drawSubpath(subpath, fills, strokes);
  }

  #drawSubpath(subpath: Subpath, fills: boolean, strokes: boolean): void {
    const clip = this.#state.clip;
    const shown = clip ? intersect(clip, padded(subpath.box, 0.5)) : subpath.box;
    if (!shown) return;
    if (subpath.straight) this.#rules.push(...rulesOf(subpath, { fills, strokes, clip }));
    if (fills && this.#state.fillAlpha > 0.05) this.#fillWith(shown, this.#state.fill, !subpath.straight);
  }

  #fillWith(box: Box, colour: string | null, loose: boolean): void {
    const clip = this.#state.clip;
    const shown = clip ? intersect(clip, box) : box;
    if (
      !shown ||
      this.#fills.length >= maxFills ||
      shown.right - shown.left < 2 ||
      shown.bottom - shown.top < 2
    )
      return;
    this.#fills.push({ box: shown, colour, alpha: this.#state.fillAlpha, order: this.#order, loose });
  }
}
