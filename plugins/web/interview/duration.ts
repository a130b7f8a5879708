import type { CandidateWords } from '../candidate-kit/words.tsx';

/** A length of time in words: whole minutes where they are whole, else seconds. */
export const durationWords = (seconds: number, t: CandidateWords): string =>
  seconds >= 60 && seconds % 60 === 0
    ? t('interview.minutes', { count: seconds / 60 })
    : t('interview.seconds', { count: seconds });

/** A clock's face: 1:05. */
export function clockFace(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
