import { enFrames } from '../lexicon/en-frames.ts';
import type { Frame } from '../lexicon/zh-frames.ts';
import { zhFrames } from '../lexicon/zh-frames.ts';

/** A frame that matched. */
export interface FrameHit {
  readonly concept: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const compile = (frames: readonly Frame[]) =>
  frames.map((frame, index) => ({ id: frame.id, index, pattern: new RegExp(frame.pattern, 'gu') }));
const zh = compile(zhFrames);
const en = compile(enFrames);

const MOST_MATCHES = 40;

const run = (text: string, frames: ReturnType<typeof compile>, language: string, hits: FrameHit[]): void => {
  for (const { id, index, pattern } of frames) {
    pattern.lastIndex = 0;
    for (let count = 0; count < MOST_MATCHES; count++) {
      const match = pattern.exec(text);
      if (match === null) break;
      if (match[0] === '') {
        pattern.lastIndex++;
        continue;
      }
      const start = match.index;
      hits.push({ concept: id, key: `${language}${index}:${match[0]}`, start, end: start + match[0].length });
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
