import type { AnswerTurn, Evidence, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { redactResume } from '#core/resume/redact.ts';
import { type CleanAnswer, cleanAnswer } from '#core/scoring/text/clean-answer.ts';
import { mapTurns, originalRange } from '#core/scoring/text/mapped-text.ts';

/** One turn as the model reads it: cleaned, without who the candidate is and without words addressed to a scorer. */
export interface ModelTurn {
  /** Name of the turn towards the model; ours stay here. */
  readonly id: string;
  readonly turn: AnswerTurn;
  readonly clean: CleanAnswer;
}

const contacts: ReadonlySet<string> = new Set(['phone', 'mail', 'identity_number']);
const nobody = { name: null, phone: null, email: null, education: [] };

/** Names in speech without punctuation, where no clause shows them. */
const ownNames: readonly RegExp[] = [
  /(?:我叫|我的名字(?:叫|是))(?![他她它大家人同客来去了])([\u4e00-\u9fff]{4}(?=[，。、,.\s])|[\u4e00-\u9fff]{2,3})/dgu,
  /\bmy name(?: is|'s)\s+([\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]*)?)/dgiu,
];

/** Covers telephone numbers, mail addresses, identity numbers and the own name; lengths stay, so offsets do too. */
function withoutContacts(text: string): string {
  const covered = redactResume(text, nobody).masks.filter((mask) => contacts.has(mask.kind));
  const ranges: { readonly start: number; readonly end: number }[] = [...covered];
  for (const pattern of ownNames) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.[1] ?? [0, 0];
      ranges.push({ start, end });
    }
  }
  return ranges.reduce(
    (out, { start, end }) => out.slice(0, start) + '○'.repeat(end - start) + out.slice(end),
    text,
  );
}

/** The turns of a request as the model may read them. */
export const modelTurns = (request: ScoreRequest): readonly ModelTurn[] =>
  request.turns.map((turn, index) => ({
    id: `t${index + 1}`,
    turn,
    clean: cleanAnswer([withoutContacts(turn.text)], request.question.text, { keepLists: true }),
  }));

/** Shorter quotes prove nothing: three Chinese characters or nine Latin letters. */
const leastWeight = 3;
const latinWeight = 1 / 3;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

const weightOf = (words: readonly Word[]): number =>
  words.reduce((sum, { text }) => sum + (/\p{Script=Han}/u.test(text) ? 1 : text.length * latinWeight), 0);

const sentenceEnd = /[。！？；…!?;\n]|\.(?=\s|$)/u;

/** Whether the quote has a mark wherever a sentence of the answer ends inside it, so that no two sentences become one. */
function keepsSentences(text: string, at: readonly Word[], quote: string, wanted: readonly Word[]): boolean {
  return wanted.slice(1).every((next, i) => {
    const before = wanted[i] as Word;
    const [from, to] = [at[i] as Word, at[i + 1] as Word];
    return (
      !sentenceEnd.test(text.slice(from.end, to.start)) || /\S/u.test(quote.slice(before.end, next.start))
    );
  });
}

/** Where the words of a quote stand in a text, whatever marks stand between them; speech has none and models set some. */
function placeOfWords(text: string, quote: string): { readonly start: number; readonly end: number } | null {
  const [said, wanted] = [wordsOf(text), wordsOf(quote)];
  for (let i = 0; i + wanted.length <= said.length; i += 1) {
    const at = said.slice(i, i + wanted.length);
    if (!wanted.every((word, k) => word.text === at[k]?.text)) continue;
    const last = at.at(-1);
    if (last && keepsSentences(text, at, quote, wanted)) return { start: at[0]?.start ?? 0, end: last.end };
  }
  return null;
}

/**
 * The candidate's original words behind a quote that the model gave, or null when they do not stand in that turn word for word, are
 * only covered characters, or run over a part that was cut out as an order to the scorer. Marks may differ; what is shown
 * is what the candidate wrote.
 */
export function verifiedQuote(
  turns: readonly ModelTurn[],
  id: string,
  quote: string,
): Omit<Evidence, 'supports'> | null {
  const held = turns.find((turn) => turn.id === id);
  const wanted = mapTurns([quote]).text.trim();
  if (held === undefined || weightOf(wordsOf(wanted)) < leastWeight) return null;
  const { mapped, dropped } = held.clean;
  const at = mapped.text.indexOf(wanted);
  const found = at < 0 ? placeOfWords(mapped.text, wanted) : { start: at, end: at + wanted.length };
  const place = found === null ? null : originalRange(mapped, found.start, found.end);
  if (place === null) return null;
  const { start, end } = place;
  if (dropped.some((part) => part.start < end && part.end > start)) return null;
  return { turnId: held.turn.turnId, start, end, quote: held.turn.text.slice(start, end) };
}
