import { countedAnswers } from '../interview/scoring-input.ts';
import type { Answer, Interview } from '../ports/repositories/interviews.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import { knownText, nearCopy } from '../scoring/flags/near-copies.ts';
import { reason } from '../scoring/reasons/reason.ts';
import type { SharedWords } from './score-run.ts';

/**
 * Answers of which half or more was said word for word to an earlier question of the same interview: each question was
 * judged by itself, so a reader should know that one story stands behind several scores. To ask about, never a score.
 */
export function repeatedAnswers(
  interview: Interview,
  version: JobVersion,
  answers: readonly Answer[],
): readonly SharedWords[] {
  const asked = interview.plan.questions.map(({ questionId }) => ({
    questionId,
    text: version.definition.questions.find(({ id }) => id === questionId)?.text[interview.lang] ?? '',
    told: countedAnswers(answers, questionId),
  }));
  return asked.flatMap(({ questionId, text, told }, at) =>
    told.flatMap((answer): SharedWords[] => {
      for (const [number, earlier] of asked.slice(0, at).entries()) {
        const known = knownText(earlier.told.map((one) => one.text).join('\n'));
        const copy = nearCopy(answer.text, `${text}\n${answer.probe ?? ''}`, [known]);
        if (copy === null) continue;
        const { start, end } = copy.range;
        return [
          {
            questionId,
            flag: {
              kind: 'repetition',
              span: { turnId: answer.id, start, end, quote: answer.text.slice(start, end) },
              reason: reason('flag_told_before', {
                percent: Math.round(copy.share * 100),
                number: number + 1,
              }),
              ask: reason('ask_another_case'),
            },
          },
        ];
      }
      return [];
    }),
  );
}
