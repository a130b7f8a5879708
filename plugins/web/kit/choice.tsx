import { type ReactNode, useId } from 'react';
import './choice.css';
import { classNames } from './class-names.ts';
import { type Choice, FieldError } from './field.tsx';

interface TickProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly error?: string | null;
}

function Tick(props: TickProps & { readonly look: 'checkbox' | 'switch' }) {
  const id = useId();
  const described = [props.help ? `${id}-help` : '', props.error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div>
      <label
        className={classNames(
          'j-choice',
          props.look === 'switch' && 'j-switch',
          props.disabled && 'j-choice--off',
        )}
        htmlFor={id}
      >
        <input
          id={id}
          type="checkbox"
          role={props.look === 'switch' ? 'switch' : undefined}
          checked={props.checked}
          disabled={props.disabled}
          aria-describedby={described || undefined}
          aria-invalid={props.error ? true : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span className="j-choice__text">
          <span>{props.label}</span>
          {props.help && (
            <span className="j-choice__help" id={`${id}-help`}>
              {props.help}
            </span>
          )}
        </span>
      </label>
      <FieldError id={`${id}-error`} error={props.error} />
    </div>
  );
}

/** A tick that counts when the form is sent. */
export function Checkbox(props: TickProps) {
  return <Tick {...props} look="checkbox" />;
}

/** A tick that takes effect at once. */
export function Switch(props: TickProps) {
  return <Tick {...props} look="switch" />;
}

/** One of a few values, all in view. `cards` gives each a frame of its own. */
export function RadioGroup<Value extends string>(props: {
  readonly legend: string;
  readonly legendHidden?: boolean;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly (Omit<Choice<Value>, 'label'> & {
    readonly label: ReactNode;
    readonly help?: string;
  })[];
  readonly cards?: boolean;
  readonly error?: string | null;
}) {
  const id = useId();
  return (
    <fieldset className="j-choices" aria-describedby={props.error ? `${id}-error` : undefined}>
      <legend className={props.legendHidden ? 'j-sr' : undefined}>{props.legend}</legend>
      {props.options.map((option) => (
        <label
          key={option.value}
          className={classNames(
            'j-choice',
            props.cards && 'j-choice--card',
            option.value === props.value && 'j-choice--on',
            option.disabled && 'j-choice--off',
          )}
        >
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === props.value}
            disabled={option.disabled}
            onChange={() => props.onChange(option.value)}
          />
          <span className="j-choice__text">
            <span>{option.label}</span>
            {option.help && <span className="j-choice__help">{option.help}</span>}
          </span>
        </label>
      ))}
      <FieldError id={`${id}-error`} error={props.error} />
    </fieldset>
  );
}
