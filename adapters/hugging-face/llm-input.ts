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

/** Shorter quotes prove nothing: two letters stand in every text. */
const shortestQuote = 3;

/**
 * The candidate's original words behind a quote that the model gave, or null when it is not word for word in that turn, is only
 * covered characters, or runs over a part that was cut out as an order to the scorer.
 */
export function verifiedQuote(
  turns: readonly ModelTurn[],
  id: string,
  quote: string,
): Omit<Evidence, 'supports'> | null {
  const held = turns.find((turn) => turn.id === id);
  const wanted = mapTurns([quote]).text.trim();
  if (held === undefined || wanted.replace(/[\s○█\p{P}]/gu, '').length < shortestQuote) return null;
  const { mapped, dropped } = held.clean;
  const at = mapped.text.indexOf(wanted);
  const place = at < 0 ? null : originalRange(mapped, at, at + wanted.length);
  if (place === null) return null;
  const { start, end } = place;
  if (dropped.some((part) => part.start < end && part.end > start)) return null;
  return { turnId: held.turn.turnId, start, end, quote: held.turn.text.slice(start, end) };
}
