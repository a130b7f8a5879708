import type { Range } from '../text/sentences.ts';
import type { Finding, Reading } from './reading.ts';

const TALK = ['claim.belief', 'claim.slogan', 'claim.group'] as const;
const DOING = ['communicate', 'analyse', 'plan', 'execute', 'coach', 'improve', 'single'] as const;

/** What is left of a reading without the sentences that only profess, and how many those were. */
export interface Substance {
  readonly reading: Reading;
  /** Sentences left out. */
  readonly professed: number;
}

/**
 * The reading without sentences that only profess (我认为…最重要, 责任重于泰山): they say nothing about what was done, so they
 * neither lift nor lower what was; padding an answer with them changes nothing.
 */
export const substanceOf = (reading: Reading): Substance => {
  const professing = professingSentences(reading);
  if (professing.size === 0) return { reading, professed: 0 };
  const kept = reading.sentences.filter((_, index) => !professing.has(index));
  const inside = (range: Range) =>
    kept.some((sentence) => sentence.start <= range.start && sentence.end > range.start);
  const findings = new Map<string, Finding[]>();
  for (const [concept, list] of reading.findings) {
    const rest = list.filter((finding) => !professing.has(finding.sentence));
    if (rest.length > 0) findings.set(concept, rest);
  }
  const text = kept.map((range) => reading.text.slice(range.start, range.end)).join('');
  const share = reading.text.length === 0 ? 1 : text.length / reading.text.length;
  return {
    reading: {
      ...reading,
      text,
      findings,
      quantities: reading.quantities.filter(inside),
      changes: reading.changes.filter(inside),
      words: reading.words * share,
    },
    professed: professing.size,
  };
};

const professingSentences = (reading: Reading): Set<number> => {
  const professing = new Set<number>();
  for (const concept of TALK) {
    for (const finding of reading.findings.get(concept) ?? []) professing.add(finding.sentence);
  }
  if (professing.size === 0) return professing;
  const generic = new Set((reading.findings.get('action.generic') ?? []).map((finding) => finding.start));
  for (const group of DOING) {
    for (const finding of reading.findings.get(`action.${group}`) ?? []) {
      if (finding.own && !finding.negated && !generic.has(finding.start)) professing.delete(finding.sentence);
    }
  }
  for (const index of professing) {
    const sentence = reading.sentences[index] as Range;
    if (reading.quantities.some((q) => q.start >= sentence.start && q.end <= sentence.end))
      professing.delete(index);
  }
  return professing;
};
