import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import './field.css';
import { useT } from './i18n.tsx';
import { Icon } from './icons.tsx';

/** What every field shows around its control. */
export interface FieldWords {
  readonly label: string;
  /** Keeps the label for assistive technology only. */
  readonly labelHidden?: boolean;
  readonly help?: ReactNode;
  /** What is wrong and how to mend it; null or empty when right. */
  readonly error?: string | null | undefined;
  /** Shows `选填` beside the label. */
  readonly optional?: boolean;
}

/** Attributes that tie a control to its label, help and error. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label, help and error around any control. The control gets its attributes as an argument. */
export function Field(props: FieldWords & { readonly children: (control: ControlIds) => ReactNode }) {
  const t = useT();
  const id = useId();
  const described = [props.help ? `${id}-help` : '', props.error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className="j-field">
      <label className={props.labelHidden ? 'j-sr' : 'j-field__label'} htmlFor={id}>
        {props.label}
        {props.optional && <span className="j-field__mark">{t('common.optional')}</span>}
      </label>
      {props.children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': props.error ? true : undefined,
      })}
      {props.help && (
        <div className="j-field__help" id={`${id}-help`}>
          {props.help}
        </div>
      )}
      <FieldError id={`${id}-error`} error={props.error} />
    </div>
  );
}

/** The line below a control that says what is wrong; spoken when it appears. */
export function FieldError(props: { readonly id: string; readonly error?: string | null | undefined }) {
  return (
    <div id={props.id} aria-live="polite" hidden={!props.error}>
      {props.error && (
        <span className="j-field__error">
          <Icon name="alert" size={16} />
          {props.error}
        </span>
      )}
    </div>
  );
}

type Managed = 'className' | 'value' | 'onChange' | 'id';

interface TextValue {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text. */
export function TextInput(
  props: FieldWords & TextValue & Omit<InputHTMLAttributes<HTMLInputElement>, Managed>,
) {
  const { label, labelHidden, help, error, optional, value, onChange, ...native } = props;
  return (
    <Field {...fieldWords({ label, labelHidden, help, error, optional })}>
      {(control) => (
        <input
          type="text"
          {...native}
          {...control}
          className="j-input"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(
  props: FieldWords & TextValue & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Managed>,
) {
  const { label, labelHidden, help, error, optional, value, onChange, ...native } = props;
  return (
    <Field {...fieldWords({ label, labelHidden, help, error, optional })}>
      {(control) => (
        <textarea
          rows={4}
          {...native}
          {...control}
          className="j-input"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

/** One of several values, as the system's own list. */
export function Select<Value extends string>(
  props: FieldWords & {
    readonly value: Value;
    readonly onChange: (value: Value) => void;
    readonly options: readonly Choice<Value>[];
  } & Omit<SelectHTMLAttributes<HTMLSelectElement>, Managed>,
) {
  const { label, labelHidden, help, error, optional, value, onChange, options, ...native } = props;
  return (
    <Field {...fieldWords({ label, labelHidden, help, error, optional })}>
      {(control) => (
        <div className="j-select">
          <select
            {...native}
            {...control}
            className="j-input"
            value={value}
            onChange={(event) => onChange(event.currentTarget.value as Value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron" size={18} />
        </div>
      )}
    </Field>
  );
}

/** Gathers the words of a field from a component's own props, leaving out what was not given. */
export function fieldWords(words: { [Key in keyof FieldWords]: FieldWords[Key] | undefined }): FieldWords {
  const given = Object.entries(words).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as FieldWords;
}
