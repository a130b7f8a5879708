import { clausesOf, type Range, sentencesOf } from '../scoring/text/sentences.ts';

/** Longest quote shown back; a longer sentence is cut at the end of a clause. */
const quoteLength = 60;

/** As many whole clauses of the sentence as fit, beginning with the first that holds evidence. */
function readableQuote(text: string, sentence: Range, evidence: readonly Range[]): string {
  const whole = text.slice(sentence.start, sentence.end).trim();
  if (whole.length <= quoteLength) return whole;
  const clauses = clausesOf(whole);
  const from = Math.min(...evidence.map((e) => e.start)) - sentence.start;
  const first = Math.max(
    0,
    clauses.findIndex((clause) => clause.end > from),
  );
  const start = clauses[first]?.start ?? 0;
  const fitting = clauses.slice(first).filter((clause) => clause.end - start <= quoteLength);
  const end = fitting[fitting.length - 1]?.end ?? start + quoteLength;
  return `${whole
    .slice(start, end)
    .trim()
    .replace(/[，,、：:]$/u, '')}…`;
}

/** Evidence at its place in an answer. */
export interface PlacedEvidence extends Range {
  readonly turnId: string;
  readonly dimension: string;
  readonly supports: string;
}

/** The candidate's own sentence that holds most of the evidence for a dimension, with the answer it stands in; null without evidence. */
export function bestQuote(
  evidence: readonly PlacedEvidence[],
  answers: readonly { readonly id: string; readonly text: string }[],
  code: string,
): { readonly answerId: string; readonly quote: string } | null {
  const own = evidence.filter((e) => e.dimension === code && e.supports !== 'negative');
  let best: { readonly count: number; readonly answerId: string; readonly quote: string } | null = null;
  for (const answer of answers) {
    const inAnswer = own.filter((e) => e.turnId === answer.id);
    if (inAnswer.length === 0) continue;
    for (const sentence of sentencesOf(answer.text)) {
      const held = inAnswer.filter((e) => e.start >= sentence.start && e.start < sentence.end);
      if (held.length > (best?.count ?? 0)) {
        const quote = readableQuote(answer.text, sentence, held);
        best = { count: held.length, answerId: answer.id, quote };
      }
    }
  }
  return best === null ? null : { answerId: best.answerId, quote: best.quote };
}
