import { unitSet } from './unit-kinds.ts';

/**
 * A cleaned text whose every UTF-16 unit remembers where it came from: unit `i` stands for
 * `source(turns[i]).slice(starts[i], ends[i])`. All cleaning steps are edits of such a text, so offsets survive them.
 */
export interface MappedText {
  readonly text: string;
  /** Index of the turn that each unit came from. */
  readonly turns: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Replaces `[start, end)` of a text by `text` (often empty). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isDropped = (code: number): boolean =>
  (code < 32 && code !== 10 && code !== 13 && code !== 9) ||
  (code >= 0x7f && code < 0xa0) ||
  code === 0xad ||
  code === 0x61c ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff ||
  code === 0xfffd ||
  (code >= 0xe0000 && code <= 0xe0fff);

/** Full-width Latin becomes ASCII by NFKC, which is unwanted for Chinese punctuation: sentence marks keep their Chinese shape. */
const KEPT_PUNCTUATION = new Set('，。！？；：、（）【】《》“”…—');
const isKept = unitSet([...KEPT_PUNCTUATION].map((mark) => mark.charCodeAt(0)));

/** Han characters, small Latin letters, digits and the marks that keep their shape stand for themselves. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 97 && unit <= 122) ||
  (unit >= 48 && unit <= 57) ||
  isKept(unit);

const endOfPlain = (turn: string, from: number): number => {
  let end = from;
  while (end < turn.length && isPlain(turn.charCodeAt(end))) end++;
  return end;
};

const normaliseCodePoint = (character: string): string => {
  if (KEPT_PUNCTUATION.has(character)) return character;
  if (character === '’' || character === '‘') return "'";
  return character.normalize('NFKC').toLowerCase();
};

/**
 * NFKC, lower case, without zero-width, bidirectional and control characters or lone surrogates; one line break between turns.
 * Purpose: every later stage works on one text and still points into the originals.
 */
export const mapTurns = (turns: readonly string[]): MappedText => {
  const total = turns.reduce((sum, turn) => sum + turn.length + 1, 0);
  const capacity = Math.max(16, total * 2);
  let turnOf = new Uint32Array(capacity);
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  const pieces: string[] = [];
  let length = 0;
  const push = (text: string, turn: number, start: number, end: number) => {
    if (length + text.length > turnOf.length) {
      [turnOf, starts, ends] = [grow(turnOf), grow(starts), grow(ends)];
    }
    for (let i = 0; i < text.length; i++) {
      turnOf[length] = turn;
      starts[length] = start;
      ends[length] = end;
      length++;
    }
    pieces.push(text);
  };
  const pushPlain = (text: string, turn: number, start: number) => {
    while (length + text.length > turnOf.length) {
      [turnOf, starts, ends] = [grow(turnOf), grow(starts), grow(ends)];
    }
    turnOf.fill(turn, length, length + text.length);
    for (let i = 0; i < text.length; i++) {
      starts[length] = start + i;
      ends[length] = start + i + 1;
      length++;
    }
    pieces.push(text);
  };
  turns.forEach((turn, turnIndex) => {
    if (turnIndex > 0) push('\n', turnIndex, 0, 0);
    for (let i = 0; i < turn.length; ) {
      const plain = endOfPlain(turn, i);
      if (plain > i) {
        pushPlain(turn.slice(i, plain), turnIndex, i);
        i = plain;
        continue;
      }
      const code = turn.codePointAt(i) as number;
      const width = code > 0xffff ? 2 : 1;
      const character = turn.slice(i, i + width);
      if (!isDropped(code)) push(normaliseCodePoint(character), turnIndex, i, i + width);
      i += width;
    }
  });
  return {
    text: pieces.join(''),
    turns: turnOf.subarray(0, length),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
};

const grow = (array: Uint32Array): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(array.length * 2 + 64);
  larger.set(array);
  return larger;
};

/** Applies edits (any order; an edit that overlaps an earlier-starting one is ignored). */
export const applyEdits = (source: MappedText, edits: readonly Edit[]): MappedText => {
  if (edits.length === 0) return source;
  const ordered = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const extra = ordered.reduce((sum, edit) => sum + edit.text.length, 0);
  const turns = new Uint32Array(source.text.length + extra);
  const starts = new Uint32Array(source.text.length + extra);
  const ends = new Uint32Array(source.text.length + extra);
  const pieces: string[] = [];
  let length = 0;
  let cursor = 0;
  const copy = (from: number, to: number) => {
    if (to <= from) return;
    turns.set(source.turns.subarray(from, to), length);
    starts.set(source.starts.subarray(from, to), length);
    ends.set(source.ends.subarray(from, to), length);
    pieces.push(source.text.slice(from, to));
    length += to - from;
  };
  for (const edit of ordered) {
    if (edit.start < cursor || edit.end <= edit.start) continue;
    copy(cursor, edit.start);
    for (let i = 0; i < edit.text.length; i++) {
      turns[length] = source.turns[edit.start] as number;
      starts[length] = source.starts[edit.start] as number;
      ends[length] = source.ends[edit.end - 1] as number;
      length++;
    }
    pieces.push(edit.text);
    cursor = edit.end;
  }
  copy(cursor, source.text.length);
  return {
    text: pieces.join(''),
    turns: turns.subarray(0, length),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
};

/** The place of `[start, end)` in the original turn it begins in; a range that runs over a turn's end is cut there. */
export const originalRange = (
  source: MappedText,
  start: number,
  end: number,
): { turn: number; start: number; end: number } | null => {
  if (end <= start || start < 0 || end > source.text.length) return null;
  let first = start;
  while (first < end && (source.text[first] === '\n' || (source.ends[first] as number) === 0)) first++;
  if (first >= end) return null;
  const turn = source.turns[first] as number;
  let last = end - 1;
  while (last > first && (source.turns[last] !== turn || (source.ends[last] as number) === 0)) last--;
  const from = source.starts[first] as number;
  let to = source.ends[last] as number;
  for (let i = first; i < last; i++)
    if (source.turns[i] === turn) to = Math.max(to, source.ends[i] as number);
  return to > from ? { turn, start: from, end: to } : null;
};
