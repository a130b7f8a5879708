import { useEffect, useState } from 'react';
import { IconButton } from './button.tsx';
import { Field, type FieldWords, fieldWords } from './field.tsx';
import { useT } from './i18n.tsx';
import { parseWholeNumber } from './whole-number.ts';

/** A whole number with buttons for one step less and more. What is typed counts when it lies inside the limits. */
export function NumberInput(
  props: FieldWords & {
    readonly value: number;
    readonly onChange: (value: number) => void;
    readonly min: number;
    readonly max: number;
    readonly step?: number;
    readonly unit?: string;
    readonly disabled?: boolean;
  },
) {
  const {
    label,
    labelHidden,
    help,
    error,
    optional,
    value,
    onChange,
    min,
    max,
    step = 1,
    unit,
    disabled,
  } = props;
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  // A value from outside (undo, rebalancing) replaces what was being typed.
  useEffect(() => setTyped((text) => (text !== null && Number(text) === value ? text : null)), [value]);
  const wrong = typed !== null && parseWholeNumber(typed, min, max) === null;
  const words = fieldWords({
    label,
    labelHidden,
    help,
    optional,
    error: wrong ? t('common.number_range', { min, max }) : error,
  });
  return (
    <Field {...words}>
      {(control) => (
        <div className="j-number">
          <IconButton
            icon="minus"
            label={`${label}:${t('common.number_down')}`}
            disabled={disabled === true || value <= min}
            onClick={() => onChange(Math.max(min, value - step))}
          />
          <input
            {...control}
            className="j-input j-num"
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            step={step}
            disabled={disabled}
            value={typed ?? String(value)}
            onInput={(event) => {
              const text = event.currentTarget.value;
              setTyped(text);
              const number = parseWholeNumber(text, min, max);
              if (number !== null && number !== value) onChange(number);
            }}
            onBlur={() => setTyped(null)}
          />
          {unit && <span className="j-number__unit">{unit}</span>}
          <IconButton
            icon="add"
            label={`${label}:${t('common.number_up')}`}
            disabled={disabled === true || value >= max}
            onClick={() => onChange(Math.min(max, value + step))}
          />
        </div>
      )}
    </Field>
  );
}
