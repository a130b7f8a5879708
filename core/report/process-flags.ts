import type { Answer } from '../ports/repositories/interviews.ts';
import { reason } from '../scoring/reasons/reason.ts';
import type { ReportFlag } from './report.ts';

/** From these on a note is made (assessment §2.6); below them people copy their own notes and take calls. */
const pastedShare = 0.5;
const pastedLeast = 40;
const focusLossesFrom = 4;

const words = {
  pasted: { reason: reason('flag_pasted'), ask: reason('ask_without_notes') },
  left: { reason: reason('flag_left_page'), ask: reason('ask_disturbed') },
} as const;

/** Neutral notes on how a typed answer was entered: never a score, never a guess at why. */
export function processFlags(questionId: string, answers: readonly Answer[]): readonly ReportFlag[] {
  return answers
    .filter(({ mode, skipped }) => mode === 'text' && !skipped)
    .flatMap(({ id, process }) => {
      const { pastedChars, typedChars, focusLosses } = process;
      const mostlyPasted =
        pastedChars >= pastedLeast && pastedChars > pastedShare * (pastedChars + typedChars);
      const kinds = [
        ...(mostlyPasted ? (['pasted'] as const) : []),
        ...(focusLosses >= focusLossesFrom ? (['left'] as const) : []),
      ];
      return kinds.map((kind) => ({
        kind: 'process' as const,
        ...words[kind],
        key: `${questionId}|process|${id}:${kind}`,
        questionId,
      }));
    });
}
