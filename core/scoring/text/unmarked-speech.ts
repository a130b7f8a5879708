import type { Edit } from './mapped-text.ts';
import type { Range } from './sentences.ts';
import { runsOf, unitSet, unitsOf } from './unit-kinds.ts';

const ALNUM = 'abcdefghijklmnopqrstuvwxyz0123456789';
const isLatinSpeech = unitSet(unitsOf(`${ALNUM} '%$€£-`));
const isAmongHan = unitSet(unitsOf(`${ALNUM} %.-`));
const isHanSpeech = (unit: number): boolean => (unit >= 0x4e00 && unit <= 0x9fff) || isAmongHan(unit);
/** A run this long without any mark or blank (Latin: without any mark) is recognised speech, not writing. */
const LONG_HAN = 48;
const LONG_LATIN = 160;
const HAN_PAIR = /[\u4e00-\u9fff]{2}/u;
/** Pieces shorter than this are no sentences. */
const LEAST_HAN = 8;
const LEAST_LATIN = 28;

/** What people begin a new sentence with. */
const OPENS =
  /(?:后来|最后|最终|然后|接着|于是|结果|现在|所以|但是|不过|回来|第[一二三]天|当天|当晚|那天|那次|之后|因为|如果|要是|平时|另外|其实)|我(?!们?的|家|这|那)/gu;
/** After these 我 is an object or belongs to what stands before. */
const HOLDS =
  /[跟给对向把让叫请问找帮和与被为替陪教带催等看拉劝比用靠从在到由骂怪听按去见派诉醒服抚释谢是说讲写夸夸当由连所时候如果要因为但而就]$/u;
const OPENS_LATIN =
  /\s(?=(?:(?:and|so|but|then) )?i (?!was told|am not)[a-z']+|(?:finally|eventually|in the end|after that|afterwards|later|since then|he said|she said|they said|they asked|my manager|my boss)\b)/gu;
const HOLDS_LATIN =
  /\b(?:and|so|but|then|when|if|because|that|what|how|as|before|after|until|where|which|who|than|while|since|whether|think|thought|said|why|the|a|an|of|to|for|with)$/u;

const longRuns = (text: string): Range[] => {
  const isHan = HAN_PAIR.test(text);
  const [belongs, least] = isHan ? [isHanSpeech, LONG_HAN] : [isLatinSpeech, LONG_LATIN];
  return runsOf(text, belongs, least);
};

/**
 * Marks for speech that was written down without any: before words that open a new clause, and before the candidate as its subject. Whoever dictates is then read as whoever types (assessment §2.2-6).
 */
export const sentenceMarks = (text: string): Edit[] => {
  const edits: Edit[] = [];
  for (const { start: from, end } of longRuns(text)) {
    const run = text.slice(from, end);
    const isHan = HAN_PAIR.test(run);
    if (isHan && /[\u4e00-\u9fff] [\u4e00-\u9fff]/u.test(run)) continue;
    let last = 0;
    for (const match of run.matchAll(isHan ? OPENS : OPENS_LATIN)) {
      if (match.index - last < (isHan ? LEAST_HAN : LEAST_LATIN)) continue;
      if (run.length - match.index < (isHan ? LEAST_HAN : LEAST_LATIN)) continue;
      if ((isHan ? HOLDS : HOLDS_LATIN).test(run.slice(Math.max(0, match.index - 10), match.index))) continue;
      last = match.index;
      const start = from + match.index;
      edits.push({
        start,
        end: start + 1,
        text: isHan ? `，${text[start]}` : '. ',
      });
    }
  }
  return edits;
};
