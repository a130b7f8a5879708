import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { QuestionRow } from '#core/report/report-document.ts';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice } from '../kit/states.tsx';

type Turn = QuestionRow['turns'][number];

interface Players {
  readonly set: (recordingId: string, element: HTMLMediaElement | null) => void;
  readonly playFrom: (turnId: string, seconds: number) => void;
}

const Context = createContext<Players | null>(null);

function seek(element: HTMLMediaElement, seconds: number): void {
  const go = () => {
    element.currentTime = seconds;
    // Refused only where the browser wants a press on the player itself; the place is set all the same.
    element.play().catch(() => element.focus());
  };
  if (element.readyState >= 1) go();
  else {
    element.addEventListener('loadedmetadata', go, { once: true });
    element.load();
  }
}

/** Ties the quotes of one question to the players of its turns. */
export function PlaybackProvider(props: { readonly turns: readonly Turn[]; readonly children: ReactNode }) {
  const elements = useRef(new Map<string, HTMLMediaElement>());
  const turns = useRef(props.turns);
  turns.current = props.turns;
  const players = useMemo<Players>(
    () => ({
      set: (id, element) => {
        if (element) elements.current.set(id, element);
        else elements.current.delete(id);
      },
      playFrom: (turnId, seconds) => {
        const recording = turns.current.find(({ answerId }) => answerId === turnId)?.recording;
        const element = recording ? elements.current.get(recording.id) : undefined;
        if (!element) return;
        element.scrollIntoView({ block: 'nearest' });
        seek(element, seconds);
      },
    }),
    [],
  );
  return <Context.Provider value={players}>{props.children}</Context.Provider>;
}

/** Plays a turn's recording from a moment; null outside a `PlaybackProvider`. */
export function usePlayFrom(): Players['playFrom'] | null {
  return useContext(Context)?.playFrom ?? null;
}

/** A recording with the browser's own controls. Nothing is fetched before somebody plays it. */
export function Player(props: {
  readonly recording: NonNullable<Turn['recording']>;
  readonly mode: Turn['mode'];
  readonly label: string;
}) {
  const t = useT();
  const api = useApi();
  const players = useContext(Context);
  const [failed, setFailed] = useState(false);
  const { recording, mode, label } = props;
  if (!recording.available) return <p className="j-small j-muted">{t('reports.recording_gone')}</p>;
  const common = {
    className: 'j-player',
    controls: true,
    preload: 'none',
    src: api.address(`/recordings/${recording.id}/content`),
    onError: () => setFailed(true),
    ref: (element: HTMLMediaElement | null) => players?.set(recording.id, element),
  } as const;
  return (
    <>
      {mode === 'video' ? (
        <video {...common} playsInline aria-label={t('reports.media_video', { question: label })} />
      ) : (
        <audio {...common} aria-label={t('reports.media_voice', { question: label })} />
      )}
      {failed && (
        <Notice tone="bad" urgent>
          {t('reports.recording_failed')}
        </Notice>
      )}
    </>
  );
}
