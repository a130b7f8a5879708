import { useRef } from 'react';
import { useReader } from '../../candidate-kit/words.tsx';
import type { Draft } from '../draft.ts';
import type { ProcessCounter } from '../process-signals.ts';

/** Words beside a recording: the candidate's own points, or the recogniser's words to be corrected. */
export function PointsField(props: {
  readonly draft: Draft;
  readonly counter: ProcessCounter;
  readonly label: string;
  readonly help: string;
}) {
  const { t } = useReader();
  const { draft, counter } = props;
  const before = useRef(draft.text.length);
  return (
    <div className="c-field">
      <label htmlFor="points">{props.label}</label>
      <p className="c-choice__help" id="points-help">
        {props.help}
      </p>
      <textarea
        id="points"
        className="c-text c-text--short"
        aria-describedby="points-help"
        maxLength={20_000}
        value={draft.text}
        onPaste={(event) => counter.pasted(event.clipboardData?.getData('text').length ?? 0)}
        onInput={(event) => {
          const next = event.currentTarget.value;
          counter.typed(next.length - before.current);
          before.current = next.length;
          draft.write(next);
        }}
      />
      <p className="c-under">
        <span>{t('interview.answer_count', { count: draft.text.trim().length })}</span>
      </p>
    </div>
  );
}
