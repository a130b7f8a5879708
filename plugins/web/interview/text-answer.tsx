import { useEffect, useRef, useState } from 'react';
import { Action } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import { placeOf, SendState, SkipButton } from './answer-parts.tsx';
import { useAnswerSender } from './answer-sender.ts';
import { answerWithCode } from './code/code-typing.ts';
import { CodeAnswer } from './code-chunk.tsx';
import { DictationChunk } from './dictation-chunk.tsx';
import { type Draft, useDraft } from './draft.ts';
import { durationWords } from './duration.ts';
import type { InterviewSession } from './interview-session.ts';
import { type ProcessCounter, useProcessCounter } from './process-signals.ts';
import type { QuestionStep } from './question-step.ts';

/** Longest answer the server takes. */
export const maxCharacters = 20_000;

/** Answering in writing: the draft stays on the device until the server has stored the answer. */
export function TextAnswer(props: { readonly session: InterviewSession; readonly step: QuestionStep }) {
  const { t } = useReader();
  const { session, step } = props;
  const draft = useDraft(session.kept, `${step.questionId}.${step.turn}`);
  const asksCode = step.type === 'code' && step.turn === 0;
  const heard = useDraft(session.kept, `${step.questionId}.${step.turn}.heard`);
  const code = useDraft(session.kept, `${step.questionId}.${step.turn}.code`);
  const counter = useProcessCounter();
  const sender = useAnswerSender(session, () => {
    draft.drop();
    heard.drop();
    code.drop();
  });
  const text = asksCode ? answerWithCode(draft.text, code.text) : draft.text;
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = () => {
    const found =
      text.trim() === ''
        ? t('interview.answer_empty')
        : text.length > maxCharacters
          ? t('interview.answer_too_long', { max: maxCharacters })
          : null;
    setFault(found);
    if (found) return field.current?.focus();
    sender.send({
      ...placeOf(step),
      mode: 'text',
      text,
      ...dictatedWords(heard),
      skipped: false,
      process: counter.read(),
    });
  };
  return (
    <form
      className="c-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AnswerField
        step={step}
        text={draft.text}
        state={draft.state}
        fault={fault}
        busy={sender.busy}
        counter={counter}
        fieldRef={field}
        onText={(text) => {
          setFault(null);
          draft.write(text);
        }}
      />
      <DictationChunk
        session={session}
        disabled={sender.busy}
        onWords={(words) => {
          setFault(null);
          draft.write(joined(draft.text, words));
          heard.write(joined(heard.text, words).slice(0, maxCharacters));
        }}
      />
      {asksCode && <CodeAnswer draft={code} busy={sender.busy} counter={counter} />}
      <SendState sender={sender} />
      <div className="c-actions">
        <Action look="primary" submit wide busy={sender.busy}>
          {sender.busy ? t('interview.saving') : t('interview.submit')}
        </Action>
      </div>
      {!sender.busy && <SkipButton sender={sender} step={step} counter={counter} />}
    </form>
  );
}

const joined = (before: string, words: string): string =>
  before.trim() === '' ? words : `${before}${words}`;

/** What was heard goes along with what was made of it. */
const dictatedWords = (heard: Draft): { readonly dictated?: string } =>
  heard.text === '' ? {} : { dictated: heard.text };

function AnswerField(props: {
  readonly step: QuestionStep;
  readonly text: string;
  readonly state: 'none' | 'kept' | 'page';
  readonly fault: string | null;
  readonly busy: boolean;
  readonly counter: ProcessCounter;
  readonly fieldRef: React.RefObject<HTMLTextAreaElement>;
  readonly onText: (text: string) => void;
}) {
  const { t } = useReader();
  const { step, text, fault, counter } = props;
  const before = useRef(text.length);
  useEffect(() => {
    before.current = text.length;
  }, [text]);
  return (
    <div className="c-field">
      <label htmlFor="answer">{t('interview.answer_label')}</label>
      <p className="c-choice__help" id="answer-help">
        {t('interview.answer_help')}
        {step.answerSeconds !== null &&
          ` ${t('interview.answer_suggest', { time: durationWords(step.answerSeconds, t) })}`}
      </p>
      <textarea
        id="answer"
        ref={props.fieldRef}
        className="c-text"
        aria-describedby={fault ? 'answer-help answer-fault' : 'answer-help'}
        aria-invalid={fault ? true : undefined}
        readOnly={props.busy}
        value={text}
        onPaste={(event) => counter.pasted(event.clipboardData?.getData('text').length ?? 0)}
        onInput={(event) => {
          const next = event.currentTarget.value;
          const { inputType } = event.nativeEvent as InputEvent;
          if (inputType !== 'insertFromPaste') counter.typed(next.length - before.current);
          props.onText(next);
        }}
      />
      {fault && (
        <p className="i-fault" id="answer-fault" role="alert">
          {fault}
        </p>
      )}
      <p className="c-under">
        <span>{t('interview.answer_count', { count: text.trim().length })}</span>
        <span>
          {props.state === 'kept'
            ? t('interview.draft_kept')
            : props.state === 'page'
              ? t('interview.draft_unkept')
              : t('interview.draft_none')}
        </span>
      </p>
    </div>
  );
}
