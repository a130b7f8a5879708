import { listRanges } from './bare-lists.ts';
import { identityEdits } from './identity.ts';
import { injectionRanges, mergeRanges } from './injection.ts';
import type { MappedText } from './mapped-text.ts';
import { applyEdits, mapTurns, originalRange } from './mapped-text.ts';
import { copiedRanges, fillerRanges, ordinalRanges, repeatedRanges } from './repetition.ts';
import type { Range } from './sentences.ts';
import { sentenceMarks } from './unmarked-speech.ts';

/** Places of the original answer that were left out of judgement, by reason. */
export interface DroppedPart {
  readonly kind: 'injection' | 'copied_question' | 'repetition' | 'list_dropped';
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

/** An answer ready to be judged, with what was left out and why. */
export interface CleanAnswer {
  readonly mapped: MappedText;
  readonly dropped: readonly DroppedPart[];
}

/** Judged length: more is kept in the record but not read, so that a pasted book costs no more than a long answer. */
const READ_LIMIT = 24_000;

const cut = (
  source: MappedText,
  ranges: readonly Range[],
  kind: DroppedPart['kind'],
  dropped: DroppedPart[],
): MappedText => {
  const merged = mergeRanges(ranges);
  for (const range of merged) {
    const place = originalRange(source, range.start, range.end);
    if (place !== null) dropped.push({ kind, ...place });
  }
  return applyEdits(
    source,
    merged.map((range) => ({ ...range, text: '\n' })),
  );
};

/** Characters hidden as Unicode tags are read only to be flagged. */
const HIDDEN_TAGS = /[\u{e0020}-\u{e007e}]{4,}/gu;

/** Assessment §2.2 steps 1–5 and the removal of personal characteristics; every later offset maps back to the original turns. */
export const cleanAnswer = (
  turns: readonly string[],
  question: string,
  options: {
    /** A knowledge answer may be a list and may say parallel facts in the same words; its judge counts each fact once. */ readonly keepLists?: boolean;
    /** Facts run on without a teller, so speech without marks is not divided at the candidate's 我. */
    readonly isFacts?: boolean;
  } = {},
): CleanAnswer => {
  const dropped: DroppedPart[] = [];
  const limited = turns.map((turn) => turn.slice(0, READ_LIMIT));
  limited.forEach((turn, index) => {
    for (const match of turn.matchAll(HIDDEN_TAGS)) {
      dropped.push({
        kind: 'injection',
        turn: index,
        start: match.index,
        end: match.index + match[0].length,
      });
    }
  });
  let mapped = mapTurns(limited);
  mapped = cut(mapped, injectionRanges(mapped.text, casedText(mapped, limited)), 'injection', dropped);
  mapped = cut(mapped, copiedRanges(mapped.text, question), 'copied_question', dropped);
  mapped = applyEdits(
    mapped,
    fillerRanges(mapped.text).map((range) => ({ ...range, text: '' })),
  );
  mapped = applyEdits(mapped, identityEdits(mapped));
  if (options.isFacts !== true) mapped = applyEdits(mapped, sentenceMarks(mapped.text));
  if (options.keepLists !== true) {
    // Before lists are looked for: a counting word is no item of one.
    mapped = applyEdits(
      mapped,
      ordinalRanges(mapped.text).map((range) => ({ ...range, text: '' })),
    );
    mapped = cut(mapped, listRanges(mapped.text), 'list_dropped', dropped);
    mapped = cut(mapped, repeatedRanges(mapped.text), 'repetition', dropped);
  }
  return { mapped, dropped };
};

/** The mapped text in its original letter case, where a unit stands for exactly one original unit (base64 needs the case). */
const casedText = (mapped: MappedText, turns: readonly string[]): string => {
  if (!/[a-z0-9+/]{24}/u.test(mapped.text)) return mapped.text;
  const units: string[] = [];
  for (let i = 0; i < mapped.text.length; i++) {
    const start = mapped.starts[i] as number;
    const original = turns[mapped.turns[i] as number] as string;
    const unit = original.slice(start, start + 1);
    units.push(
      (mapped.ends[i] as number) - start === 1 && unit.toLowerCase() === mapped.text[i]
        ? unit
        : (mapped.text[i] as string),
    );
  }
  return units.join('');
};

/** The text of one typed answer as the analysers see it. */
export const judgedText = (answer: string, question: string): string =>
  cleanAnswer([answer], question).mapped.text;
