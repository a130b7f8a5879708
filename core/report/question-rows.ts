import { countedAnswers } from '../interview/scoring-input.ts';
import type { Answer, Recording } from '../ports/repositories/interviews.ts';
import { inBoth } from '../scoring/reasons/reason-words.ts';
import { quoteMoment } from './quote-moment.ts';
import type { ReportSubject } from './read-report.ts';
import type { ReportAnswer, ReportData } from './report.ts';
import type { QuestionRow } from './report-document.ts';

type Turn = QuestionRow['turns'][number];

/** The report's data as far as this reader may see it. */
export const shown = (subject: ReportSubject): ReportData | null =>
  subject.hidden ? null : (subject.report?.data ?? null);

function recordingRow(recording: Recording | undefined): Turn['recording'] {
  if (!recording) return null;
  const { id, mediaType, durationMs, state } = recording;
  return { id, mediaType, durationMs, available: state === 'complete' || state === 'compacted' };
}

const turnRow = (answer: Answer, recordings: readonly Recording[]): Turn => ({
  answerId: answer.id,
  turn: answer.turn,
  attempt: answer.attempt,
  probe: answer.probe,
  mode: answer.mode,
  text: answer.text,
  originalText: answer.originalText,
  textSource: answer.textSource,
  asrConfidence: answer.asrConfidence,
  skipped: answer.skipped,
  recording: recordingRow(recordings.find(({ id }) => id === answer.recordingId)),
});

/** Evidence whose words still stand at their place; after a correction of the transcript older quotes may not. */
function evidenceRows(
  subject: ReportSubject,
  judged: ReportAnswer | undefined,
  turns: readonly Answer[],
): QuestionRow['evidence'] {
  return (judged?.evidence ?? []).flatMap((evidence) => {
    const turn = turns.find(({ id }) => id === evidence.turnId);
    if (turn?.text.slice(evidence.start, evidence.end) !== evidence.quote) return [];
    const recording = subject.recordings.find(({ id }) => id === turn.recordingId);
    const { dimension, turnId, start, end, quote, supports } = evidence;
    const moment = quoteMoment(recording?.transcript ?? null, turn.text, quote, start);
    return [{ dimension, turnId, start, end, quote, supports, moment }];
  });
}

const stateOf = (turns: readonly Answer[]): QuestionRow['state'] => {
  const first = turns[0];
  if (!first) return 'not_asked';
  if (first.skipped) return 'skipped';
  return turns.every(({ text }) => text.trim() === '') ? 'technical' : 'answered';
};

/** Every question of the plan with what was said, as far as this reader may see how it was judged. */
export function questionRows(subject: ReportSubject): QuestionRow[] {
  const judged = new Map(shown(subject)?.answers.map((answer) => [answer.questionId, answer]));
  return subject.interview.plan.questions.flatMap(({ questionId }) => {
    const question = subject.version.definition.questions.find(({ id }) => id === questionId);
    if (!question) return [];
    const turns = countedAnswers(subject.answers, questionId);
    const result = judged.get(questionId);
    return [
      {
        id: questionId,
        text: { ...question.text },
        type: question.type,
        dimensions: question.dimensions.filter((code) =>
          subject.version.definition.rubric.some((row) => row.dimension.code === code),
        ),
        state: result?.state ?? stateOf(turns),
        turns: turns.map((answer) => turnRow(answer, subject.recordings)),
        evidence: evidenceRows(subject, result, turns),
        missing: [...(result?.missing ?? [])],
        whyNotHigher: (result?.whyNotHigher ?? []).map(({ dimension, reason }) => ({
          dimension,
          text: inBoth(reason),
        })),
      },
    ];
  });
}
