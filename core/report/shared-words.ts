import { countedAnswers } from '../interview/scoring-input.ts';
import type { Flag } from '../ports/answer-scorer.ts';
import type { Answer, Interview, ToldElsewhere } from '../ports/repositories/interviews.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import type { TenantContext } from '../ports/services.ts';
import { type KnownText, knownText, type NearCopy, nearCopy } from '../scoring/flags/near-copies.ts';
import { type Reason, reason } from '../scoring/reasons/reason.ts';
import type { Question } from '../template/schemas/question.ts';
import type { SharedWords } from './score-run.ts';

/** Fewer answers to a question say nothing about what everybody says there (assessment §2.6). */
export const answersForComparing = 20;

/** The newest of a job version are compared, so that the cost has an end. */
const interviewsCompared = 200;

const percentOf = ({ share }: NearCopy): number => Math.round(share * 100);

function flagOf(answer: Answer, copy: NearCopy, why: Reason): Flag {
  const { start, end } = copy.range;
  return {
    kind: 'templated',
    span: { turnId: answer.id, start, end, quote: answer.text.slice(start, end) },
    reason: why,
    ask: reason('ask_scene'),
  };
}

/** One text for each person and question, in whichever turns it was said. */
function othersOf(told: readonly ToldElsewhere[], questionId: string): KnownText[] {
  const counted = new Map<string, string>();
  for (const one of told.filter((other) => other.questionId === questionId)) {
    const held = counted.get(one.interviewId);
    counted.set(one.interviewId, held === undefined ? one.text : `${held}\n${one.text}`);
  }
  return [...counted.values()].map(knownText);
}

const examplesOf = ({ definition }: JobVersion, { dimensions }: Question, lang: 'zh' | 'en'): KnownText[] =>
  definition.rubric
    .filter(({ dimension }) => dimensions.includes(dimension.code))
    .flatMap(({ dimension }) => Object.values(dimension.exemplars).flat())
    .map((text) => knownText(text[lang]));

/**
 * Answers of which half or more stands word for word in an answer of other candidates of the same job version, or in an
 * example answer that anybody can read: something to ask about, never a score (assessment §2.6). Questions of
 * knowledge and code are left out, for right answers are alike. Nothing of other people is kept or shown.
 */
export async function sharedWords(
  { store }: TenantContext,
  interview: Interview,
  version: JobVersion,
  answers: readonly Answer[],
): Promise<readonly SharedWords[]> {
  const application = await store.applications.get(interview.applicationId);
  if (!application) return [];
  const told = await store.answers.toldElsewhere({
    jobVersionId: version.id,
    exceptCandidate: application.candidateId,
    interviews: interviewsCompared,
  });
  return interview.plan.questions.flatMap(({ questionId }) => {
    const question = version.definition.questions.find(({ id }) => id === questionId);
    if (!question || question.type === 'knowledge' || question.type === 'code') return [];
    const others = othersOf(told, questionId);
    const known = others.length + 1 >= answersForComparing ? others : [];
    const examples = examplesOf(version, question, interview.lang);
    return countedAnswers(answers, questionId).flatMap((answer): SharedWords[] => {
      const asked = `${question.text[interview.lang]}\n${answer.probe ?? ''}`;
      const same = nearCopy(answer.text, asked, known);
      if (same !== null) {
        const why = reason('flag_shared', { count: same.count, percent: percentOf(same) });
        return [{ questionId, flag: flagOf(answer, same, why) }];
      }
      const example = nearCopy(answer.text, asked, examples);
      if (example === null) return [];
      const why = reason('flag_example', { percent: percentOf(example) });
      return [{ questionId, flag: flagOf(answer, example, why) }];
    });
  });
}
