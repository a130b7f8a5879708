import { wordingIntercepts, wordingScale, wordingWeights } from '../lexicon/wording-weights.ts';

/** For each level 2–5: how much the wording is that of answers which reach it, about 0 (not) to 1 (does). */
export type Wording = Readonly<Record<2 | 3 | 4 | 5, number>>;

const NUMBER = /[\d][\d.,]*%?|百分之[零一二两三四五六七八九十百点]+|[零一二两三四五六七八九十百千万亿]+/gu;
/** 我们 is often modesty: it reads like 我. */
const WE = /[我俺咱]们|[俺咱]/gu;
const HAN_RUN = /[\u4e00-\u9fff#]+/gu;
const LATIN_WORD = /[a-z][a-z']*/gu;

/**
 * The small pieces a text is made of: pairs of neighbouring Han characters across punctuation, Latin words and their pairs.
 * Numbers are one sign, so that figures and Chinese numerals read alike.
 */
export const wordingFeatures = (text: string): Set<string> => {
  const features = new Set<string>();
  const plain = text.replace(WE, '我').replace(NUMBER, '#');
  const han = (plain.match(HAN_RUN) ?? []).join('');
  for (let i = 0; i + 1 < han.length; i++) features.add(han.slice(i, i + 2));
  const latin = plain.match(LATIN_WORD) ?? [];
  latin.forEach((word, i) => {
    features.add(word);
    const next = latin[i + 1];
    if (next !== undefined) features.add(`${word} ${next}`);
  });
  return features;
};

const parse = (): Map<string, readonly number[]> => {
  const table = new Map<string, readonly number[]>();
  for (const line of wordingWeights.split('\n')) {
    const [feature, ...numbers] = line.split('\t');
    if (feature !== undefined && feature !== '')
      table.set(
        feature,
        numbers.map((value) => Number(value) * wordingScale),
      );
  }
  return table;
};

const weights = parse();

/** Weighs the wording of a cleaned answer by weights learned from rated answers (`test/evaluate/train-wording.ts`). */
export const wordingOf = (text: string): Wording => {
  const features = wordingFeatures(text);
  const sums = [0, 0, 0, 0];
  let han = 0;
  for (const feature of features) {
    if (feature.charCodeAt(0) > 127) han++;
    const known = weights.get(feature);
    if (known !== undefined) for (let k = 0; k < 4; k++) sums[k] = (sums[k] as number) + (known[k] as number);
  }
  const size = Math.sqrt(Math.max(1, features.size));
  const share = features.size === 0 ? 1 : han / features.size;
  const at = (k: number) =>
    (sums[k] as number) / size +
    share * (wordingIntercepts.zh[k] as number) +
    (1 - share) * (wordingIntercepts.en[k] as number);
  return { 2: at(0), 3: at(1), 4: at(2), 5: at(3) };
};
