import { useEffect, useRef, useState } from 'react';
import { useReader } from '../../candidate-kit/words.tsx';

/** Loudness 0..1 of a piece of sound: root mean square, stretched so that usual speech fills half. */
export function loudness(samples: Uint8Array): number {
  let sum = 0;
  for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
  return Math.min(1, Math.sqrt(sum / Math.max(1, samples.length)) * 4);
}

/** Seconds of silence after which the page says so. */
const quietAfter = 6;

/** Shows that the microphone hears something, and says when it hears nothing. */
export function LevelMeter(props: { readonly stream: MediaStream }) {
  const { t } = useReader();
  const bar = useRef<HTMLMeterElement>(null);
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    const Context = window.AudioContext;
    if (!Context || props.stream.getAudioTracks().length === 0) return;
    const context = new Context();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(props.stream).connect(analyser);
    context.resume().catch(() => undefined); // without it the bar stays still, the recording works
    const samples = new Uint8Array(analyser.fftSize);
    let heard = Date.now();
    const timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      const level = loudness(samples);
      if (bar.current) bar.current.value = level;
      if (level > 0.02) heard = Date.now();
      setQuiet(context.state === 'running' && Date.now() - heard > quietAfter * 1000);
    }, 100);
    return () => {
      clearInterval(timer);
      context.close().catch(() => undefined); // already closed with its page
    };
  }, [props.stream]);
  return (
    <div className="r-level">
      <meter ref={bar} min={0} max={1} aria-label={t('interview.level')} />
      <p className="r-level__quiet" role="status">
        {quiet ? t('interview.level_quiet') : ''}
      </p>
    </div>
  );
}
