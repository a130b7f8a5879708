import { AppError } from '#core/errors/app-error.ts';
import type { DocumentText, HiddenReason, HiddenText, TextRun } from '#core/ports/document-reader.ts';
import { normalizeText } from '#core/resume/normalize-text.ts';
import { type DraftLine, finishLines, flowLine } from '../layout/draft-line.ts';
import { splitSpacedText } from '../layout/spaced-text.ts';
import { type TableCell, tableToLines } from '../layout/table-lines.ts';
import { childElements, type Element, parseMarkup, textOf } from '../markup-tree.ts';
import { classesOf, declarationsFor, parseStyleSheet } from './css-rules.ts';
import { type Inherited, inherit, pageDefaults, whyTextHidden } from './element-visibility.ts';

const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const skipped = new Set(
  'head script style template noscript iframe object embed svg math canvas audio video map button select option textarea meta link title'.split(
    ' ',
  ),
);
/** Parts of a web page around the résumé: menus, footers, lists of similar people. */
const chromeClass =
  /^(?:nav|navbar|navigation|menu|topbar|toolbar|breadcrumbs?|foot|footer|page-?footer|copyright|ads?|advert\w*|recommend\w*|similar\w*|related\w*|share|pagination)$/i;

/** Every rule is tried on every element; saved pages of job boards need a tenth of this. */
const mostMatches = 20_000_000;

/**
 * Reads a saved web page or a job board's export as a browser would show it; hidden elements are kept apart.
 * @throws AppError `RESUME_UNSAFE` for nesting or style sheets that only an attack has.
 */
export function readHtml(source: string): DocumentText {
  const reader = new HtmlReader(source);
  return {
    format: 'html',
    pages: [{ number: 1, width: 0, height: 0 }],
    lines: finishLines(reader.read()),
    hidden: reader.hidden,
    notes: [],
  };
}

interface OpenLine {
  text: string;
  bold: number;
  size: number;
  readonly runs: TextRun[];
  heading: number;
  bullet: boolean;
}

class HtmlReader {
  readonly hidden: HiddenText[] = [];
  readonly #root: Element;
  readonly #rules: ReturnType<typeof parseStyleSheet>;
  #lines: DraftLine[] = [];
  #line: OpenLine = freshLine();
  #gap = false;
  #table = 0;
  #block = 0;

  constructor(source: string) {
    this.#root = parseMarkup(source, false);
    this.#rules = parseStyleSheet(styleText(this.#root));
    if (this.#rules.length * source.split('<').length > mostMatches) {
      throw new AppError('RESUME_UNSAFE', { details: { what: 'rules' } });
    }
  }

  read(): DraftLine[] {
    this.#children(this.#root, pageDefaults);
    this.#endLine();
    return this.#lines;
  }

  #children(element: Element, look: Inherited): void {
    let before: Element | string | null = null;
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child, look);
      else {
        if (before !== null && typeof before !== 'string' && !blocks.has(child.name)) this.#endRun();
        this.#element(child, look);
      }
      if (typeof child !== 'string' || child !== '') before = child;
    }
  }

  #element(element: Element, above: Inherited): void {
    const { name } = element;
    if (skipped.has(name) || isChrome(element)) return;
    if (name === 'br') {
      this.#endLine();
      return;
    }
    const own = declarationsFor(element, this.#rules);
    const look = inherit(element, own, above);
    if (name === 'img' || name === 'input') {
      this.#text(` ${element.attributes.value ?? ''} `, look);
      return;
    }
    const display = own.get('display') ?? '';
    const block = display ? /^(?:block|flex|grid|list-item|table)/.test(display) : blocks.has(name);
    if (name === 'table' && look.hidden === null) {
      this.#readTable(element, look);
      return;
    }
    if (!block) {
      const apart = /left|right/.test(own.get('float') ?? '') || display === 'inline-block';
      if (apart) this.#endRun();
      this.#children(element, look);
      if (apart) this.#endRun();
      return;
    }
    this.#endLine();
    if (/^(?:section|article|ul|ol|dl|table|h[1-6]|hr)$/.test(name)) this.#gap = true;
    this.#block += 1;
    this.#line.heading = Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
    this.#line.bullet = name === 'li';
    this.#children(element, look);
    this.#endLine();
  }

  #readTable(table: Element, look: Inherited): void {
    this.#endLine();
    this.#table += 1;
    const number = this.#table;
    const rows = rowsOf(table).map((row) => this.#row(row, look));
    this.#lines.push(...tableToLines(rows, number));
  }

  #row(row: Element, above: Inherited): TableCell[] {
    const look = inherit(row, declarationsFor(row, this.#rules), above);
    const cells: TableCell[] = [];
    let column = 0;
    for (const cell of childElements(row).filter((child) => /^t[dh]$/.test(child.name))) {
      const outer = this.#lines;
      this.#lines = [];
      this.#children(cell, inherit(cell, declarationsFor(cell, this.#rules), look));
      this.#endLine();
      if (this.#lines.length > 0) cells.push({ column, lines: this.#lines });
      this.#lines = outer;
      column += Math.max(1, Number(cell.attributes.colspan) || 1);
    }
    return cells;
  }

  #text(raw: string, look: Inherited): void {
    const text = raw.replace(/[ \t\r\n\f]+/g, ' ');
    const reason = whyTextHidden(look);
    if (reason) {
      this.#hide(text, reason);
      return;
    }
    this.#line.text += text;
    if (look.bold) this.#line.bold += text.trim().length;
    if (text.trim() !== '') this.#line.size = Math.max(this.#line.size, look.size);
  }

  #hide(raw: string, reason: HiddenReason): void {
    const text = normalizeText(raw).replace(/\s+/g, ' ').trim();
    if (text !== '') this.hidden.push({ page: 1, text, reason });
  }

  #endRun(): void {
    const line = this.#line;
    line.runs.push(...splitSpacedText(line.text, line.bold * 2 > line.text.trim().length, line.size));
    line.text = '';
    line.bold = 0;
  }

  #endLine(): void {
    this.#endRun();
    const { runs, heading, bullet } = this.#line;
    if (runs.length > 0) {
      this.#lines.push(flowLine(runs, { heading, bullet, gapBefore: this.#gap, block: this.#block }));
      this.#gap = false;
      this.#line = freshLine();
    } else this.#line = { ...freshLine(), heading, bullet };
  }
}

const freshLine = (): OpenLine => ({ text: '', bold: 0, size: 0, runs: [], heading: 0, bullet: false });

const styleText = (element: Element): string =>
  childElements(element)
    .map((child) => (child.name === 'style' ? textOf(child) : styleText(child)))
    .join('\n');

const isChrome = (element: Element): boolean =>
  element.name === 'nav' ||
  element.name === 'footer' ||
  /^(?:navigation|contentinfo|banner|search)$/.test(element.attributes.role ?? '') ||
  classesOf(element).some((name) => chromeClass.test(name)) ||
  chromeClass.test(element.attributes.id ?? '');

const rowsOf = (table: Element): Element[] =>
  childElements(table).flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(?:body|head|foot)$/.test(child.name) ? rowsOf(child) : [],
  );
