import { useRef, useState } from 'react';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, ProblemNote } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';

/** A few words to the company, sent once. What was written stays until it is stored. */
export function RequestForm(props: {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly button: string;
  readonly onSend: (text: string) => Promise<void>;
}) {
  const { t } = useReader();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { name } = props;
  const send = async () => {
    setMissing(text.trim() === '');
    if (text.trim() === '') return field.current?.focus();
    setBusy(true);
    setProblem(null);
    try {
      await props.onSend(text);
      setText('');
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  const described = [props.help && `${name}-help`, missing && `${name}-fault`].filter(Boolean).join(' ');
  return (
    <form
      className="c-field m-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <label htmlFor={name}>{props.label}</label>
      {props.help && (
        <p className="c-choice__help" id={`${name}-help`}>
          {props.help}
        </p>
      )}
      <textarea
        id={name}
        ref={field}
        className="c-text c-text--short"
        maxLength={2000}
        aria-describedby={described || undefined}
        aria-invalid={missing ? true : undefined}
        value={text}
        onInput={(event) => {
          setMissing(false);
          setText(event.currentTarget.value);
        }}
      />
      {missing && (
        <p className="c-choice__error" id={`${name}-fault`} role="alert">
          {t('me.text_missing')}
        </p>
      )}
      <ProblemNote problem={problem} />
      <Action submit busy={busy}>
        {props.button}
      </Action>
    </form>
  );
}
