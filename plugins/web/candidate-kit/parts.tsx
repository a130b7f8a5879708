import { type ReactNode, useEffect, useRef } from 'react';
import type { ApiProblem } from '../kit/api-problem.ts';
import { classNames } from '../kit/class-names.ts';
import '../kit/button.css';
import { type CandidateWords, useReader } from './words.tsx';

/** A button with words. While busy it keeps its focus, says so and ignores clicks: nothing is sent twice. */
export function Action(props: {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly look?: 'primary' | 'normal' | 'quiet' | 'danger';
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly submit?: boolean;
}) {
  const { look = 'normal', busy = false, wide = false } = props;
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      className={classNames('j-button', look !== 'normal' && `j-button--${look}`, wide && 'j-button--wide')}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {busy && <span className="c-ring" aria-hidden="true" />}
      {props.children}
    </button>
  );
}

/** The heading of a step. It takes the focus when the step comes, so that a screen reader begins there. */
export function StepTitle(props: { readonly children: ReactNode; readonly quiet?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const quiet = props.quiet === true;
  useEffect(() => {
    if (quiet) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [quiet]);
  return (
    <h1 ref={heading} tabIndex={-1} className="c-title">
      {props.children}
    </h1>
  );
}

/** A box of words. `urgent` is spoken at once. */
export function Note(props: {
  readonly tone?: 'info' | 'good' | 'warn' | 'bad';
  readonly title?: string;
  readonly urgent?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`c-note c-note--${props.tone ?? 'info'}`} role={props.urgent ? 'alert' : undefined}>
      {props.title && <strong>{props.title}</strong>}
      {props.children}
    </div>
  );
}

/** The reader's words for a problem. */
export function problemWords(found: ApiProblem, t: CandidateWords): { title: string; remedy: string } {
  const { code, title, remedy } = found.problem;
  if (code === 'NETWORK') return { title: t('interview.network'), remedy: t('interview.network_remedy') };
  if (code === 'TIMEOUT') return { title: t('interview.timeout'), remedy: t('interview.timeout_remedy') };
  if (title === '') return { title: t('interview.unreadable'), remedy: t('interview.unreadable_remedy') };
  return { title, remedy };
}

/** Why something could not be done, spoken when it appears. */
export function ProblemNote(props: { readonly problem: ApiProblem | null; readonly children?: ReactNode }) {
  const { t } = useReader();
  if (!props.problem) return null;
  const words = problemWords(props.problem, t);
  const { errors, requestId } = props.problem.problem;
  return (
    <Note tone="bad" urgent title={words.title}>
      {errors.length === 0
        ? words.remedy && <p>{words.remedy}</p>
        : errors.map((error) => <p key={error.field}>{error.problem}</p>)}
      {requestId && (
        <p className="j-small">
          {t('interview.request_id')} <code>{requestId}</code>
        </p>
      )}
      {props.children}
    </Note>
  );
}

/** One tick with its explanation. */
export function Tick(props: {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly name: string;
  readonly error?: string | null;
}) {
  const { name } = props;
  const described = [props.help && `${name}-help`, props.error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div className={classNames('c-choice', props.error && 'c-choice--bad')}>
      <label htmlFor={name}>
        <input
          id={name}
          type="checkbox"
          checked={props.checked}
          aria-describedby={described || undefined}
          aria-invalid={props.error ? true : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      {props.help && (
        <p className="c-choice__help" id={`${name}-help`}>
          {props.help}
        </p>
      )}
      {props.error && (
        <p className="c-choice__error" id={`${name}-error`} role="alert">
          {props.error}
        </p>
      )}
    </div>
  );
}

/** One of a few values, as a row of tiles. */
export function Tiles<Value extends string>(props: {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly help?: string;
}) {
  return (
    <fieldset className="c-tiles" aria-describedby={props.help ? `${props.name}-help` : undefined}>
      <legend>{props.legend}</legend>
      <div className="c-tiles__row">
        {props.options.map((option) => (
          <label key={option.value} className={option.value === props.value ? 'c-tile c-tile--on' : 'c-tile'}>
            <input
              type="radio"
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {props.help && (
        <p className="c-choice__help" id={`${props.name}-help`}>
          {props.help}
        </p>
      )}
    </fieldset>
  );
}
