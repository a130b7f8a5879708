import { enFrames } from '../lexicon/en-frames.ts';
import { enDishonest, enHonest, zhDishonest, zhHonest } from '../lexicon/honesty.ts';
import type { Frame } from '../lexicon/zh-frames.ts';
import { zhFrames } from '../lexicon/zh-frames.ts';
import { createPatternSet, type PatternSet } from '../patterns/pattern-set.ts';

/** A frame that matched. */
export interface FrameHit {
  readonly concept: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface FrameSet {
  readonly frames: readonly Frame[];
  /** Compiled with the first answer, so that a start stays quick. */
  set?: PatternSet;
}

const zh: FrameSet = { frames: [...zhFrames, ...zhDishonest, ...zhHonest] };
const en: FrameSet = { frames: [...enFrames, ...enDishonest, ...enHonest] };

const MOST_MATCHES = 40;

const run = (text: string, compiled: FrameSet, language: string, hits: FrameHit[]): void => {
  const { frames } = compiled;
  compiled.set ??= createPatternSet(frames.map(({ pattern }) => ({ source: pattern })));
  const { set } = compiled;
  set.over(text);
  for (let index = 0; index < frames.length; index++) {
    const concept = (frames[index] as Frame).id;
    let from = 0;
    for (let count = 0; count < MOST_MATCHES; count++) {
      const end = set.next(index, from);
      if (end < 0) break;
      const start = set.begun();
      from = end === start ? end + 1 : end;
      if (end === start) continue;
      hits.push({ concept, key: `${language}${index}:${text.slice(start, end)}`, start, end });
    }
  }
};

/** All frames of the languages that the text uses. */
export const frameHits = (text: string): FrameHit[] => {
  const hits: FrameHit[] = [];
  if (/[\u4e00-\u9fff]/u.test(text)) run(text, zh, 'z', hits);
  if (/[a-z]{3}/u.test(text)) run(text, en, 'e', hits);
  return hits;
};
