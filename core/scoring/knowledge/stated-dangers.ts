import type { StaticEmbedder } from '../../embedding/static-embedder.ts';
import type { Range } from '../text/sentences.ts';
import { type ComparedAnswer, compareAnswer, coverPoints } from './point-coverage.ts';

const WARNED =
  /不(?:能|可以?|要|许|得|允许|应该?|会|敢|准|行(?!就|的话|再))|严禁|禁止|别|千万|杜绝|避免|绝不|绝对不|错误(?:的|做法)|危险|\b(?:never|not|don't|must not|do not|avoid|cannot|can't|wrong|dangerous)\b/u;
const STATED = 0.75;

/** Places where an answer states one of the dangerously wrong practices without warning against it. */
export const statedDangers = (
  dangers: readonly string[],
  answer: ComparedAnswer,
  embedder: StaticEmbedder,
): readonly Range[] =>
  answer.pieces.filter((piece) => {
    const text = answer.text.slice(piece.start, piece.end);
    if (dangers.length === 0 || WARNED.test(text)) return false;
    const compared = compareAnswer(text, embedder);
    return dangers.some((danger) => {
      if (WARNED.test(danger) !== WARNED.test(text)) return false;
      const { items } = coverPoints([{ text: danger, listed: false }], compared, '', embedder);
      return items >= STATED;
    });
  });
