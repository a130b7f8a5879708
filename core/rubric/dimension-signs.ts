import type { Dimension, Indicator } from '../template/schemas/dimension.ts';
import type { LocalizedText } from '../template/schemas/shared.ts';

/** Words that speak for or against a dimension of the company's own: ways of saying one behaviour, taken as they stand. */
export interface DimensionSign {
  readonly polarity: Indicator['polarity'];
  /** Phrases, the first of which names the behaviour. */
  readonly phrases: readonly string[];
}

/** Signs at most of each polarity; together they stay below what a dimension may carry. */
export const signLimit = 20;

/** Letters of a sign's phrases at most. */
export const phraseLength = 60;

const asciiWord = /^\w/;

/** A phrase as a pattern that finds it as it stands; Latin words only whole. */
function patternOf(phrase: string): string {
  const literal = phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = asciiWord.test(phrase) ? '\\b' : '';
  const after = asciiWord.test(phrase.slice(-1)) ? '\\b' : '';
  return `${before}${literal}${after}`;
}

const phraseOf = (pattern: string): string =>
  pattern.replace(/^\\b|\\b$/g, '').replace(/\\([.*+?^${}()|[\]\\/])/g, '$1');

/** Whether a pattern finds one phrase as it stands and nothing else. */
export const isPhrasePattern = (pattern: string): boolean => patternOf(phraseOf(pattern)) === pattern;

/** Signs as indicators of a dimension. No pattern is taken from people: each phrase is escaped. */
export function indicatorsOfSigns(signs: readonly DimensionSign[]): Indicator[] {
  return signs.flatMap(({ polarity, phrases }, index) => {
    const kept = phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== '');
    const [first] = kept;
    if (first === undefined) return [];
    const text: LocalizedText = { zh: first, en: first };
    const patterns = kept.map(patternOf);
    return [{ id: `own-${index + 1}`, text, polarity, patterns: { zh: patterns, en: patterns } }];
  });
}

/** The signs of a company's own dimension, as its form shows them. */
export function signsOf(dimension: Pick<Dimension, 'indicators'>): DimensionSign[] {
  return dimension.indicators.map(({ polarity, patterns }) => ({
    polarity,
    phrases: patterns.zh.map(phraseOf),
  }));
}

/** Signs of one polarity as lines to edit: a line each, other ways of saying it after a slash. */
export const linesOfSigns = (signs: readonly DimensionSign[], polarity: Indicator['polarity']): string =>
  signs
    .filter((sign) => sign.polarity === polarity)
    .map(({ phrases }) => phrases.join(' / '))
    .join('\n');

/** Reads lines back: empty ones are left out, phrases are cut to their length, and what is over the limit stays out. */
export function signsOfLines(lines: string, polarity: Indicator['polarity']): DimensionSign[] {
  return lines
    .split('\n')
    .map((line) =>
      line
        .split(/[/／]/)
        .map((phrase) => phrase.trim().slice(0, phraseLength))
        .filter((phrase) => phrase !== ''),
    )
    .filter((phrases) => phrases.length > 0)
    .slice(0, signLimit)
    .map((phrases) => ({ polarity, phrases: phrases.slice(0, 8) }));
}
