import type { Words } from './command.ts';

/** A line of the input: its number from 1, and its JSON value or why it has none. Blank lines are left out. */
export type JsonLine =
  | { readonly ok: true; readonly number: number; readonly value: unknown }
  | { readonly ok: false; readonly number: number; readonly problem: Words };

/** Longest line that is read: far above any answer, far below what would fill the memory. */
export const maxLineBytes = 8 * 2 ** 20;

const newline = 0x0a;

/**
 * Reads JSON Lines from a stream with bounded memory: of a line longer than `limit` bytes only the fact is kept.
 * Bytes that are not UTF-8 and text that is not JSON give a problem for that line and do not end the reading.
 */
export async function* readJsonLines(
  input: AsyncIterable<Uint8Array>,
  limit = maxLineBytes,
): AsyncGenerator<JsonLine, void> {
  let number = 0;
  for await (const bytes of splitLines(input, limit)) {
    number += 1;
    const line = parseLine(bytes, number, limit);
    if (line) yield line;
  }
}

/** The lines as bytes without their ends; null stands for a line over the limit. */
async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | null, void> {
  let pieces: Uint8Array[] = [];
  let held = 0;
  const keep = (piece: Uint8Array): void => {
    held += piece.length;
    if (held > limit) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const take = (): Uint8Array | null => {
    const line = held > limit ? null : joined(pieces, held);
    pieces = [];
    held = 0;
    return line;
  };
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      keep(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (held > 0) yield take();
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parseLine(bytes: Uint8Array | null, number: number, limit: number): JsonLine | null {
  const wrong = (zh: string, en: string): JsonLine => ({ ok: false, number, problem: { zh, en } });
  if (bytes === null) {
    const megabytes = Math.round(limit / 2 ** 20);
    return wrong(`这一行超过 ${megabytes} MB`, `the line is longer than ${megabytes} MB`);
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return wrong(
      '这一行不是 UTF-8 文本，请把文件另存为 UTF-8',
      'the line is not UTF-8; save the file as UTF-8',
    );
  }
  if (text.trim() === '') return null;
  try {
    return { ok: true, number, value: JSON.parse(text) as unknown };
  } catch {
    return wrong(
      '这一行不是有效的 JSON，每行应是一个完整的 JSON 对象',
      'the line is not valid JSON; every line holds one whole object',
    );
  }
}
