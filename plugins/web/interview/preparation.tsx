import { useEffect, useState } from 'react';
import type { Kept } from '../candidate-kit/kept.ts';
import { Action } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import { clockFace } from './duration.ts';

/** Whether the time to prepare this place is over; kept, so that a reload does not give it again. */
export interface Preparation {
  readonly over: boolean;
  readonly secondsLeft: number | null;
  readonly finish: () => void;
}

/** The time to prepare at one place of the interview; `seconds` null has no limit, 0 none at all. */
export function usePreparation(kept: Kept, place: string, seconds: number | null): Preparation {
  const key = `prepare.${place}`;
  const [end] = useState(() => {
    const known = Number(kept.get(key));
    if (known > 0) return known;
    if (seconds === 0) return 1;
    const until = seconds === null ? Number.MAX_SAFE_INTEGER : Date.now() + seconds * 1000;
    kept.set(key, String(until));
    return until;
  });
  const [finished, setFinished] = useState(() => end <= Date.now());
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (finished || seconds === null) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= end) setFinished(true);
    }, 250);
    return () => clearInterval(timer);
  }, [finished, end, seconds]);
  return {
    over: finished,
    secondsLeft: seconds === null ? null : Math.max(0, (end - now) / 1000),
    finish: () => {
      kept.set(key, '1');
      setFinished(true);
    },
  };
}

/** What the reader sees while preparing. */
export function PreparationCard(props: { readonly preparation: Preparation }) {
  const { t } = useReader();
  const { secondsLeft, finish } = props.preparation;
  return (
    <section className="c-card" aria-labelledby="prepare">
      <h2 id="prepare">{t('interview.prepare_title')}</h2>
      {secondsLeft === null ? (
        <p>{t('interview.prepare_open')}</p>
      ) : (
        <>
          <p className="i-clock" role="timer">
            {t('interview.prepare_left', { time: clockFace(secondsLeft) })}
          </p>
          <p className="c-lead">{t('interview.prepare_help')}</p>
        </>
      )}
      <Action look="primary" wide onClick={finish}>
        {t('interview.prepare_go')}
      </Action>
    </section>
  );
}
