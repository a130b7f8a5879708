import { useT } from './i18n.tsx';
import { Icon } from './icons.tsx';
import './stepper.css';

/** Where the reader is in a sequence of steps. Steps up to `reached` can be opened again. */
export function Stepper(props: {
  readonly label: string;
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  readonly current: number;
  readonly reached?: number;
  readonly onOpen?: (index: number) => void;
}) {
  const t = useT();
  const { steps, current, onOpen } = props;
  const reached = props.reached ?? current;
  return (
    <nav className="j-steps" aria-label={props.label}>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.id}
            data-state={index < current ? 'done' : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            {onOpen && index !== current && index <= reached ? (
              <button type="button" onClick={() => onOpen(index)}>
                {index < current && <Icon name="check" size={16} />}
                {step.label}
              </button>
            ) : (
              <span>{step.label}</span>
            )}
          </li>
        ))}
      </ol>
      <p className="j-steps__short">
        {t('common.step_of', { current: current + 1, total: steps.length })} · {steps[current]?.label}
      </p>
    </nav>
  );
}
