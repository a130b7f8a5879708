import { clausesOf, type Range } from '../scoring/text/sentences.ts';
import type { QuestionRow } from './report-document.ts';

type Item = QuestionRow['evidence'][number];

/** Longest run of words shown for one piece of evidence; speech without any mark stays at its exact words. */
const longest = 80;

/** Marks and blanks at the edges of a clause say nothing. */
const leading = /^[\s，。！？；：、,.!?;:…]+/u;
const trailing = /[\s，。！？；：、,.!?;:…]+$/u;

function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const from = start + words.length - words.replace(leading, '').length;
  return { start: from, end: from + text.slice(from, end).replace(trailing, '').length };
}

/**
 * The clauses that hold evidence, each once and whole: single words ("去年", "核对") tell a reader nothing.
 * For showing only; what is stored and exported as data keeps the exact places. Evidence over several clauses reaches
 * from the first to the last of them.
 */
export function inWholeClauses(text: string, evidence: readonly Item[]): readonly Item[] {
  const clauses = clausesOf(text);
  const once = new Map<string, Item>();
  for (const item of evidence) {
    const over = clauses.filter(({ start, end }) => start < item.end && end > item.start);
    const [first, last] = [over[0], over.at(-1)];
    const whole = first && last ? trimmed(text, { start: first.start, end: last.end }) : item;
    const wide = {
      start: Math.min(whole.start, item.start),
      end: Math.max(whole.end, item.end),
    };
    const { start, end } = wide.end - wide.start > longest ? item : wide;
    const key = `${item.dimension} ${item.supports} ${start}-${end}`;
    if (!once.has(key)) once.set(key, { ...item, start, end, quote: text.slice(start, end) });
  }
  return [...once.values()];
}

/** A question whose evidence is read in whole clauses. */
export const readable = (question: QuestionRow): QuestionRow => ({
  ...question,
  evidence: question.turns.flatMap(({ answerId, text }) =>
    inWholeClauses(
      text,
      question.evidence.filter(({ turnId }) => turnId === answerId),
    ),
  ),
});

/** The clause of an answer in which a short quote stands; the quote itself where it cannot be found. */
export function clauseAround(text: string, quote: string): string {
  const at = text.indexOf(quote);
  if (at < 0 || quote === '') return quote;
  const over = clausesOf(text).filter(({ start, end }) => start < at + quote.length && end > at);
  const [first, last] = [over[0], over.at(-1)];
  if (!first || !last || last.end - first.start > longest) return quote;
  const { start, end } = trimmed(text, { start: first.start, end: last.end });
  return text.slice(Math.min(start, at), Math.max(end, at + quote.length));
}
