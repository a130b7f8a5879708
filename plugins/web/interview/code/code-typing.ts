/** A text with its selection, in UTF-16 offsets. */
export interface Typed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Replacing a stretch of the text, and the selection afterwards. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

/** Two characters: deeper steps leave no room on a phone. */
export const step = '  ';

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const spansLines = ({ text, start, end }: Typed): boolean => text.slice(start, end).includes('\n');

/** Everything from the first to the last line that the selection touches, with how each line changes. */
function eachLine(typed: Typed, change: (line: string) => string): Edit {
  const from = lineStart(typed.text, typed.start);
  const next = typed.text.indexOf('\n', typed.end);
  const to = next === -1 ? typed.text.length : next;
  const lines = typed.text.slice(from, to).split('\n');
  const changed = lines.map(change);
  const insert = changed.join('\n');
  const first = (changed[0] ?? '').length - (lines[0] ?? '').length;
  return {
    from,
    to,
    insert,
    start: Math.max(from, typed.start + first),
    end: Math.max(from, typed.end + insert.length - (to - from)),
  };
}

/** A step to the right: at the cursor, or every selected line. */
export function indent(typed: Typed): Edit {
  if (spansLines(typed)) return eachLine(typed, (line) => (line === '' ? line : step + line));
  const { start, end } = typed;
  return { from: start, to: end, insert: step, start: start + step.length, end: start + step.length };
}

/** A step to the left, of the cursor's line or every selected line. */
export function outdent(typed: Typed): Edit {
  return eachLine(typed, (line) => line.replace(/^(?: {1,2}|\t)/, ''));
}

/** A new line as deep as the one before; one step deeper after an opening bracket or a colon. */
export function breakLine({ text, start, end }: Typed): Edit {
  const before = text.slice(lineStart(text, start), start);
  const depth = /^[ \t]*/.exec(before)?.[0] ?? '';
  const deeper = /[{([:]\s*$/.test(before) ? step : '';
  const insert = `\n${depth}${deeper}`;
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}

/** A symbol in the place of the selection. */
export function insertSymbol({ start, end }: Typed, symbol: string): Edit {
  return { from: start, to: end, insert: symbol, start: start + symbol.length, end: start + symbol.length };
}

/** The answer as it is handed in: the words first, the code after them between fences. */
export function answerWithCode(words: string, code: string): string {
  if (code.trim() === '') return words;
  const block = `\`\`\`\n${code.replace(/\s+$/, '')}\n\`\`\``;
  return words.trim() === '' ? block : `${words.replace(/\s+$/, '')}\n\n${block}`;
}
