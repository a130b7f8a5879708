import { useState } from 'react';
import { Ask } from '../candidate-kit/ask.tsx';
import { Action, Note, ProblemNote } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { AnswerSender } from './answer-sender.ts';
import type { ProcessCounter } from './process-signals.ts';
import type { QuestionStep } from './question-step.ts';

/** The parts of an answer that say where it belongs. */
export const placeOf = (step: QuestionStep) => ({
  questionId: step.questionId,
  turn: step.turn,
  attempt: 0,
  recordingId: null,
});

/** Says truthfully whether the answer is stored: only the server's word counts. */
export function SendState(props: { readonly sender: AnswerSender }) {
  const { t } = useReader();
  const { problem, repeating } = props.sender;
  if (!problem) return null;
  if (repeating)
    return (
      <Note tone="warn" urgent>
        {t('interview.unsaved')}
      </Note>
    );
  return (
    <ProblemNote problem={problem}>
      <p>{t('interview.unsaved_other')}</p>
    </ProblemNote>
  );
}

/** Leaves a question out, after a question. */
export function SkipButton(props: {
  readonly sender: AnswerSender;
  readonly step: QuestionStep;
  readonly counter: ProcessCounter;
}) {
  const { t } = useReader();
  const [asking, setAsking] = useState(false);
  const { sender, step, counter } = props;
  return (
    <>
      <Action look="quiet" onClick={() => setAsking(true)}>
        {t('interview.skip')}
      </Action>
      {asking && (
        <Ask
          title={t('interview.skip_title')}
          yes={t('interview.skip_yes')}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            sender.send({ ...placeOf(step), mode: 'text', text: '', skipped: true, process: counter.read() });
          }}
        >
          <p>{t('interview.skip_help')}</p>
        </Ask>
      )}
    </>
  );
}
