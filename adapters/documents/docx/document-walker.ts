import type { HiddenReason, HiddenText, TextRun } from '#core/ports/document-reader.ts';
import { normalizeText } from '#core/resume/normalize-text.ts';
import { contrast, leastContrast, leastSize } from '../colour-contrast.ts';
import { type DraftLine, flowLine } from '../layout/draft-line.ts';
import { splitSpacedText } from '../layout/spaced-text.ts';
import { type TableCell, tableToLines } from '../layout/table-lines.ts';
import { childElements, type Element, findElement } from '../markup-tree.ts';
import { type ParagraphStyle, type RunStyle, readRunStyle, shading } from './run-style.ts';
import { boxesIn, type TextBox } from './text-boxes.ts';

/** What lies behind the text here: `rrggbb`, or `unknown` when a theme or picture decides. */
type Background = string;

interface Piece {
  readonly text: string;
  readonly style: RunStyle;
}

/** Walks through the body of a WordprocessingML part (ECMA-376 part 1, chapter 17) and collects lines and hidden text. */
export class DocumentWalker {
  readonly hidden: HiddenText[] = [];
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  #tables = 0;
  #block = 0;

  constructor(styles: ReadonlyMap<string, ParagraphStyle>) {
    this.#styles = styles;
  }

  /** Lines of a block container: body, cell, text box, header. */
  lines(container: Element, background: Background = 'ffffff'): DraftLine[] {
    const lines: DraftLine[] = [];
    for (const child of childElements(container)) {
      if (child.name === 'w:p') lines.push(...this.#paragraph(child, background));
      else if (child.name === 'w:tbl') lines.push(...this.#table(child, background));
      else if (isTransparent(child.name)) lines.push(...this.lines(child, background));
      else if (child.name === 'mc:AlternateContent') {
        const chosen = childElements(child, 'mc:Choice')[0] ?? childElements(child, 'mc:Fallback')[0];
        if (chosen) lines.push(...this.lines(chosen, background));
      }
    }
    return lines;
  }

  #paragraph(paragraph: Element, behind: Background): DraftLine[] {
    const properties = childElements(paragraph, 'w:pPr')[0];
    const styleId = properties && childElements(properties, 'w:pStyle')[0]?.attributes['w:val'];
    const style = (styleId && this.#styles.get(styleId)) || {};
    const background = shading(properties) ?? style.background ?? behind;
    const outline = properties && childElements(properties, 'w:outlineLvl')[0]?.attributes['w:val'];
    const boxes = boxesIn(paragraph).flatMap((box) => this.#textBox(box));
    const pieces = this.#pieces(paragraph, style, background);
    const listed =
      style.list === true || (properties && childElements(properties, 'w:numPr').length > 0) === true;
    const heading = outline !== undefined && Number(outline) < 6 ? Number(outline) + 1 : (style.heading ?? 0);
    const lines = splitPieces(pieces).map((runs) =>
      flowLine(runs, { heading, bullet: listed && heading === 0, block: this.#block }),
    );
    return [...boxes, ...(lines.length > 0 ? lines : [flowLine([], { block: this.#block })])];
  }

  #textBox(box: TextBox): DraftLine[] {
    this.#block += 1;
    if (box.offPage) {
      const text = this.lines(box.content, 'unknown').flatMap((line) => line.runs.map((run) => run.text));
      if (text.length > 0) this.#hide(text.join(' '), 'off_page');
      return [];
    }
    const lines = this.lines(box.content, box.fill);
    this.#block += 1;
    return lines.map((line, i) => (i === 0 ? { ...line, gapBefore: true } : line));
  }

  #pieces(container: Element, inherited: ParagraphStyle, background: Background): Piece[] {
    return childElements(container).flatMap((child): Piece[] => {
      if (child.name === 'w:r') return this.#run(child, inherited, background);
      if (child.name === 'w:ruby') {
        const base = childElements(child, 'w:rubyBase')[0];
        return base ? this.#pieces(base, inherited, background) : [];
      }
      return isTransparent(child.name) ? this.#pieces(child, inherited, background) : [];
    });
  }

  #run(run: Element, inherited: ParagraphStyle, behind: Background): Piece[] {
    const properties = childElements(run, 'w:rPr')[0];
    const styleId = properties && childElements(properties, 'w:rStyle')[0]?.attributes['w:val'];
    const style: RunStyle = {
      ...inherited,
      ...((styleId && this.#styles.get(styleId)) || {}),
      ...readRunStyle(properties),
    };
    const ruby = childElements(run, 'w:ruby').flatMap((child) => this.#pieces(child, inherited, behind));
    const text = childElements(run).map(textOfRunChild).join('');
    if (text === '') return ruby;
    const reason = whyHidden(style, style.background ?? behind);
    if (reason !== null) {
      this.#hide(text, reason);
      return ruby;
    }
    return [...ruby, { text, style }];
  }

  #hide(raw: string, reason: HiddenReason): void {
    const text = normalizeText(raw).replace(/\s+/g, ' ').trim();
    const last = this.hidden.at(-1);
    if (text === '') return;
    if (last?.reason === reason && !/[。；！？.!?;]$/.test(last.text)) {
      this.hidden[this.hidden.length - 1] = { ...last, text: `${last.text} ${text}` };
    } else this.hidden.push({ page: 1, text, reason });
  }

  #table(table: Element, background: Background): DraftLine[] {
    this.#tables += 1;
    const number = this.#tables;
    const properties = childElements(table, 'w:tblPr')[0];
    // A table style may colour rows in ways only a layout engine can tell; such text is never called hidden.
    const styled = properties !== undefined && childElements(properties, 'w:tblStyle').length > 0;
    const behind = shading(properties) ?? (styled && background === 'ffffff' ? 'unknown' : background);
    const rows = rowsOf(table).map((row) => this.#row(row, behind));
    return tableToLines(rows, number);
  }

  #row(row: Element, background: Background): TableCell[] {
    const cells: TableCell[] = [];
    let column = Number(rowProperty(row, 'w:gridBefore') ?? 0);
    for (const cell of cellsOf(row)) {
      const properties = childElements(cell, 'w:tcPr')[0];
      const span = Number(
        (properties && childElements(properties, 'w:gridSpan')[0]?.attributes['w:val']) ?? 1,
      );
      const merge = properties && childElements(properties, 'w:vMerge')[0];
      const continues = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      this.#block += 1;
      if (!continues) cells.push({ column, lines: this.lines(cell, shading(properties) ?? background) });
      column += Number.isFinite(span) && span > 0 ? span : 1;
    }
    this.#block += 1;
    return cells;
  }
}

const isTransparent = (name: string): boolean =>
  [
    'w:sdt',
    'w:sdtContent',
    'w:ins',
    'w:moveTo',
    'w:hyperlink',
    'w:smartTag',
    'w:customXml',
    'w:fldSimple',
    'w:dir',
    'w:bdo',
    'w:body',
    'w:document',
  ].includes(name);

const rowProperty = (row: Element, name: string): string | undefined => {
  const properties = childElements(row, 'w:trPr')[0];
  return properties && childElements(properties, name)[0]?.attributes['w:val'];
};

const rowsOf = (table: Element): Element[] =>
  childElements(table).flatMap((child) =>
    child.name === 'w:tr' ? [child] : isTransparent(child.name) ? rowsOf(child) : [],
  );

const cellsOf = (row: Element): Element[] =>
  childElements(row).flatMap((child) =>
    child.name === 'w:tc' ? [child] : isTransparent(child.name) ? cellsOf(child) : [],
  );

function textOfRunChild(child: Element): string {
  switch (child.name) {
    case 'w:t':
      return child.children.filter((part): part is string => typeof part === 'string').join('');
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    default:
      return '';
  }
}

function whyHidden(style: RunStyle, background: Background): HiddenReason | null {
  if (style.vanish === true) return 'not_displayed';
  if (style.size !== undefined && style.size < leastSize) return 'tiny';
  if (background === 'unknown' || style.colour === undefined) return null;
  return contrast(style.colour, background) < leastContrast ? 'background_colour' : null;
}

/** Line breaks end a line; tabs and wide spaces separate runs. */
function splitPieces(pieces: readonly Piece[]): TextRun[][] {
  const lines: { text: string; bold: number; size: number }[] = [{ text: '', bold: 0, size: 0 }];
  for (const { text, style } of pieces) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push({ text: '', bold: 0, size: 0 });
      const line = lines.at(-1);
      if (!line) return;
      line.text += part;
      if (style.bold) line.bold += part.trim().length;
      if (part.trim() !== '') line.size = Math.max(line.size, style.size ?? 0);
    });
  }
  return lines
    .map((line) => splitSpacedText(line.text, line.bold * 2 > line.text.trim().length, line.size))
    .filter((runs) => runs.length > 0);
}

/** The body element of a main, header or footer part. */
export function bodyOf(part: Element): Element | null {
  return findElement(part, 'w:body') ?? findElement(part, 'w:hdr') ?? findElement(part, 'w:ftr');
}
