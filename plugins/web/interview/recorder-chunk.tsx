import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { Action, Note } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { InterviewSession } from './interview-session.ts';
import type { QuestionStep } from './question-step.ts';

interface Parts {
  readonly RecordedAnswer: ComponentType<{
    readonly session: InterviewSession;
    readonly step: QuestionStep;
    readonly mode: 'voice' | 'video';
  }>;
  readonly DeviceCheck: ComponentType<{ readonly mode: 'voice' | 'video' }>;
}

async function load(): Promise<Parts> {
  const [{ RecordedAnswer }, { DeviceCheck }] = await Promise.all([
    import('./recorder/recorded-answer.tsx'),
    import('./recorder/device-check.tsx'),
  ]);
  return { RecordedAnswer, DeviceCheck };
}

/** The recorder comes only when somebody wants it: most people on a weak network write. */
function useRecorder(): {
  readonly parts: Parts | null;
  readonly failed: boolean;
  readonly retry: () => void;
} {
  const [parts, setParts] = useState<Parts | null>(null);
  const [failed, setFailed] = useState(false);
  const retry = useCallback(() => {
    setFailed(false);
    load().then(setParts, () => setFailed(true));
  }, []);
  useEffect(retry, [retry]);
  return { parts, failed, retry };
}

function Waiting(props: { readonly failed: boolean; readonly retry: () => void }) {
  const { t } = useReader();
  if (!props.failed) return <p role="status">{t('interview.loading')}</p>;
  return (
    <Note tone="warn" urgent>
      <p>{t('interview.chunk_failed')}</p>
      <div className="c-actions">
        <Action onClick={props.retry}>{t('interview.retry')}</Action>
      </div>
    </Note>
  );
}

/** Answering by voice or video. */
export function SpokenAnswer(props: {
  readonly session: InterviewSession;
  readonly step: QuestionStep;
  readonly mode: 'voice' | 'video';
}) {
  const { parts, failed, retry } = useRecorder();
  if (!parts) return <Waiting failed={failed} retry={retry} />;
  return <parts.RecordedAnswer {...props} />;
}

/** Trying microphone and camera. */
export function SpokenCheck(props: { readonly mode: 'voice' | 'video' }) {
  const { parts, failed, retry } = useRecorder();
  if (!parts) return <Waiting failed={failed} retry={retry} />;
  return <parts.DeviceCheck {...props} />;
}
