import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { Action, Note } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { Draft } from './draft.ts';
import type { ProcessCounter } from './process-signals.ts';

interface CodeProps {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly counter: ProcessCounter;
}

/** The field for code comes only with a question that asks for some; meanwhile the words can be written. */
export function CodeAnswer(props: CodeProps) {
  const { t } = useReader();
  const [Field, setField] = useState<ComponentType<CodeProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    import('./code/code-field.tsx').then(
      ({ CodeField }) => setField(() => CodeField),
      () => setFailed(true),
    );
  }, []);
  useEffect(load, [load]);
  if (Field) return <Field {...props} />;
  if (!failed) return <p role="status">{t('interview.loading')}</p>;
  return (
    <Note tone="warn" urgent>
      <p>{t('interview.code_failed')}</p>
      <div className="c-actions">
        <Action onClick={load}>{t('interview.retry')}</Action>
      </div>
    </Note>
  );
}
