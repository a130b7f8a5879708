import type { Reading } from './reading.ts';

const TALK = ['claim.belief', 'claim.slogan', 'claim.group'] as const;
const DOING = ['communicate', 'analyse', 'plan', 'execute', 'coach', 'improve', 'single'] as const;

/**
 * The text without sentences that only profess (我认为…最重要, 责任重于泰山): they are counted as claims, and left out of what is
 * weighed by wording, so that padding an answer neither helps nor hurts what was told.
 */
export const withoutEmptyTalk = (reading: Reading): string => {
  const professing = new Set<number>();
  for (const concept of TALK) {
    for (const finding of reading.findings.get(concept) ?? []) professing.add(finding.sentence);
  }
  if (professing.size === 0) return reading.text;
  for (const group of DOING) {
    for (const finding of reading.findings.get(`action.${group}`) ?? []) {
      if (finding.own && !finding.negated && !isGeneric(reading, finding.start))
        professing.delete(finding.sentence);
    }
  }
  const kept = reading.sentences
    .filter(
      (range, index) =>
        !professing.has(index) ||
        reading.quantities.some((q) => q.start >= range.start && q.end <= range.end),
    )
    .map((range) => reading.text.slice(range.start, range.end));
  return kept.join('');
};

const isGeneric = (reading: Reading, start: number): boolean =>
  (reading.findings.get('action.generic') ?? []).some((finding) => finding.start === start);
