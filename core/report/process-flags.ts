import type { Answer } from '../ports/repositories/interviews.ts';
import type { ReportFlag } from './report.ts';

/** From these on a note is made (assessment §2.6); below them people copy their own notes and take calls. */
const pastedShare = 0.5;
const pastedLeast = 40;
const focusLossesFrom = 4;

const words = {
  pasted: {
    zh: {
      reason: '这段回答大部分是粘贴进来的，建议核实',
      ask: '能不看稿子，再讲讲其中您印象最深的一个细节吗？',
    },
    en: {
      reason: 'most of this answer was pasted; worth asking',
      ask: 'Without notes, could you tell one detail of it that you remember best?',
    },
  },
  left: {
    zh: {
      reason: '作答时多次离开页面，建议了解原因',
      ask: '作答过程中有没有受到打扰？这件事能再说说吗？',
    },
    en: {
      reason: 'the page was left several times while answering; worth asking',
      ask: 'Was anything in the way while you answered? Could you tell it once more?',
    },
  },
} as const;

/** Neutral notes on how a typed answer was entered: never a score, never a guess at why. */
export function processFlags(
  questionId: string,
  answers: readonly Answer[],
  lang: 'zh' | 'en',
): readonly ReportFlag[] {
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
        ...words[kind][lang],
        key: `${questionId}|process|${id}:${kind}`,
        questionId,
      }));
    });
}
