/** What kind of file the bytes turned out to be, by content. */
export type DocumentFormat = 'pdf' | 'docx' | 'html' | 'markdown' | 'text';

/**
 * A piece of a line set apart from its neighbours by a wide gap, a tab or a table border.
 * Text is normalised (no Kangxi radicals, full-width digits or no-break spaces) but keeps its punctuation;
 * `\n` inside it separates paragraphs of one table cell.
 */
export interface TextRun {
  readonly text: string;
  /** Points from the left and the top of the page; 0 in formats without geometry. */
  readonly x: number;
  readonly y: number;
  /** Points; 0 in formats without geometry. */
  readonly width: number;
  /** Points; 0 when unknown. */
  readonly fontSize: number;
  readonly bold: boolean;
  /** Index of the table column in which the run starts; absent outside tables. */
  readonly column?: number;
}

/** One line in reading order (columns already taken apart), or one row of a table. */
export interface TextLine {
  /** Position in `DocumentText.lines`. */
  readonly index: number;
  /** 1-based page; always 1 in formats without pages. */
  readonly page: number;
  readonly runs: readonly TextRun[];
  /** The runs joined by two spaces. */
  readonly text: string;
  /** Level of a heading in formats that mark headings (1 is the highest), else 0. */
  readonly heading: number;
  /** True for items of a marked or drawn list. */
  readonly bullet: boolean;
  /** True when the line ends only because the space ended: the next line goes on with the same sentence. */
  readonly wraps: boolean;
  /** True when white space or a block boundary sets the line apart from the line before. */
  readonly gapBefore: boolean;
  /** Number of the table whose row this is; absent outside tables. */
  readonly table?: number;
  /** Lines of one column or text box share a number. */
  readonly block: number;
}

/** Why a reader of the page cannot see a text. */
export type HiddenReason =
  | 'invisible'
  | 'background_colour'
  | 'tiny'
  | 'off_page'
  | 'covered'
  | 'clipped'
  | 'not_displayed';

/** Text that is in the file but not on the page. It is kept as data for the reviewer and never parsed. */
export interface HiddenText {
  readonly page: number;
  readonly text: string;
  readonly reason: HiddenReason;
}

/** Something about the reading itself that people should know. */
export interface DocumentNote {
  readonly code: 'needs_ocr' | 'truncated' | 'encoding_guessed' | 'ocr_layer' | 'damaged';
  readonly detail?: string;
}

export interface DocumentPage {
  readonly number: number;
  /** Points; 0 in formats without geometry. */
  readonly width: number;
  readonly height: number;
}

/** A document as its reader sees it: visible lines in reading order, hidden text apart. */
export interface DocumentText {
  readonly format: DocumentFormat;
  readonly pages: readonly DocumentPage[];
  readonly lines: readonly TextLine[];
  readonly hidden: readonly HiddenText[];
  readonly notes: readonly DocumentNote[];
}

export interface ReadOptions {
  /** Only to tell Markdown from plain text; the type of every other file comes from its bytes. */
  readonly fileName?: string;
  /** Opens an encrypted PDF. */
  readonly password?: string;
}

/**
 * Turns the bytes of an uploaded file into positioned text.
 * On Node the adapter does it in a worker thread with limits on memory and time, on workerd in the isolate.
 */
export interface DocumentReader {
  /**
   * @throws AppError `RESUME_EMPTY` (no bytes), `TOO_LARGE` (over 20 MB), `UNSUPPORTED_TYPE`,
   *   `RESUME_OTHER_FORMAT`, `RESUME_PASSWORD`
   * (password missing or wrong), `RESUME_DAMAGED`, `RESUME_UNSAFE` (unpacks too large, takes too much time or memory).
   * A file with pictures only is no failure: it comes back with the note `needs_ocr`.
   */
  read(bytes: Uint8Array, options?: ReadOptions): Promise<DocumentText>;
}
