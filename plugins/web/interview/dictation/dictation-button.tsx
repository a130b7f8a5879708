import { useEffect, useRef, useState } from 'react';
import type { Dictation } from '#core/ports/client-bridge.ts';
import { Action, Note } from '../../candidate-kit/parts.tsx';
import { useReader } from '../../candidate-kit/words.tsx';
import type { InterviewSession } from '../interview-session.ts';
import { type Listener, openListener } from './open-listener.ts';

type Phase = 'idle' | 'opening' | 'listening' | 'understanding' | 'failed';

/** Speaks instead of typing: the words come into the field, where the candidate corrects them before handing in. */
export function DictationButton(props: {
  readonly session: InterviewSession;
  readonly disabled: boolean;
  readonly onWords: (words: string) => void;
}) {
  const { t } = useReader();
  const listener = useListener(props.session);
  const { phase, begin, end, cancel, empty } = useDictation(listener, props.onWords);
  if (listener === null || props.disabled) return null;
  return (
    <div className="c-stack" data-dictation={phase}>
      {phase === 'listening' ? (
        <>
          <p role="status">{t('interview.dictate_listening')}</p>
          <div className="c-actions">
            <Action look="primary" onClick={end}>
              {t('interview.dictate_end')}
            </Action>
            <Action onClick={cancel}>{t('interview.dictate_cancel')}</Action>
          </div>
        </>
      ) : (
        <div className="c-actions">
          <Action busy={phase === 'opening' || phase === 'understanding'} onClick={begin}>
            {phase === 'understanding' ? t('interview.dictate_understanding') : t('interview.dictate')}
          </Action>
        </div>
      )}
      {phase === 'failed' && <Note tone="warn">{t('interview.dictate_failed')}</Note>}
      {empty && <Note tone="warn">{t('interview.dictate_empty')}</Note>}
      <p className="c-choice__help">{t('interview.dictate_help')}</p>
    </div>
  );
}

function useListener(session: InterviewSession): Listener | null {
  const [listener, setListener] = useState<{ readonly listen: Listener } | null>(null);
  const first = useRef(session);
  useEffect(() => {
    let here = true;
    openListener(first.current).then(
      (listen) => here && setListener(listen && { listen }),
      // Without it everybody can type.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  return listener?.listen ?? null;
}

function useDictation(listener: Listener | null, onWords: (words: string) => void) {
  const [phase, setPhase] = useState<Phase>('idle');
  const [empty, setEmpty] = useState(false);
  const running = useRef<Dictation | null>(null);
  const latest = useRef(onWords);
  latest.current = onWords;
  // A page that is left stops listening.
  useEffect(() => () => running.current?.cancel(), []);
  const take = (words: string) => {
    running.current = null;
    setPhase('idle');
    setEmpty(words.trim() === '');
    if (words.trim() !== '') latest.current(words.trim());
  };
  const fail = (error: unknown) => {
    running.current = null;
    setPhase((error as { readonly name?: string }).name === 'BridgeCancelled' ? 'idle' : 'failed');
  };
  return {
    phase,
    empty,
    begin() {
      if (!listener) return;
      setEmpty(false);
      setPhase('opening');
      listener().then((dictation) => {
        running.current = dictation;
        dictation.onEnd(take);
        setPhase('listening');
      }, fail);
    },
    end() {
      setPhase('understanding');
      running.current?.stop().then(take, fail);
    },
    cancel() {
      running.current?.cancel();
      running.current = null;
      setPhase('idle');
    },
  };
}
