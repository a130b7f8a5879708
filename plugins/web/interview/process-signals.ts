import { useEffect, useMemo, useRef } from 'react';
import type { AnswerBody } from '#adapters/http/schemas/interview.ts';

/** Counts how an answer comes about: neutral facts, told to the candidate and never scored (assessment §1.8). */
export interface ProcessCounter {
  readonly typed: (characters: number) => void;
  readonly pasted: (characters: number) => void;
  readonly read: () => AnswerBody['process'];
}

/** A counter that begins when the answer does. */
export function useProcessCounter(): ProcessCounter {
  const counts = useRef({ typed: 0, pasted: 0, lost: 0, since: Date.now() });
  useEffect(() => {
    const lost = () => {
      if (document.visibilityState === 'hidden') counts.current.lost += 1;
    };
    document.addEventListener('visibilitychange', lost);
    return () => document.removeEventListener('visibilitychange', lost);
  }, []);
  return useMemo(
    () => ({
      typed: (characters) => {
        counts.current.typed += Math.max(0, characters);
      },
      pasted: (characters) => {
        counts.current.pasted += characters;
      },
      read: () => {
        const { typed, pasted, lost, since } = counts.current;
        return {
          typedChars: Math.min(1_000_000, typed),
          pastedChars: Math.min(1_000_000, pasted),
          focusLosses: Math.min(10_000, lost),
          seconds: Math.min(1_000_000, Math.round((Date.now() - since) / 1000)),
        };
      },
    }),
    [],
  );
}
