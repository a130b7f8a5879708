import type { Range } from '../text/sentences.ts';
import type { Finding, Reading } from './reading.ts';

const TALK = ['claim.belief', 'claim.slogan', 'claim.group', 'claim.courtesy'] as const;
/** Lists of verbs of doing. */
export const doingLists = [
  'action.communicate',
  'action.analyse',
  'action.plan',
  'action.execute',
  'action.coach',
  'action.improve',
  'action.single',
];

/** What is left of a reading without the sentences that only profess, and how many those were. */
export interface Substance {
  readonly reading: Reading;
  /** Sentences left out. */
  readonly professed: number;
  /** Whether a place of the whole text lies in one of them. */
  readonly isProfessedAt: (position: number) => boolean;
}

/**
 * The reading without sentences that only profess (我认为…最重要, 责任重于泰山): they say nothing about what was done, so they
 * neither lift nor lower what was; padding an answer with them changes nothing.
 */
export const substanceOf = (reading: Reading): Substance => {
  const known = told.get(reading);
  if (known !== undefined) return known;
  const found = withoutTalk(reading);
  told.set(reading, found);
  return found;
};

/** Several judges ask for the same reading. */
const told = new WeakMap<Reading, Substance>();

const withoutTalk = (reading: Reading): Substance => {
  const professing = professingSentences(reading);
  if (professing.size === 0) return { reading, professed: 0, isProfessedAt: () => false };
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
    isProfessedAt: (position) => !kept.some((range) => range.start <= position && range.end > position),
  };
};

/** Kinds of finding that make a sentence more than talk. */
const TELLING = ['specific.role', 'specific.tool', 'specific.place', 'specific.speech', 'specific.time'];
const TELLING_GROUPS = ['counter.', 'passive.', 'complex.', 'system.', 'outcome.'];

const professingSentences = (reading: Reading): Set<number> => {
  const professing = new Set<number>();
  for (const concept of TALK) {
    for (const finding of reading.findings.get(concept) ?? []) professing.add(finding.sentence);
  }
  for (const index of emptySentences(reading)) professing.add(index);
  if (professing.size === 0) return professing;
  const generic = new Set((reading.findings.get('action.generic') ?? []).map((finding) => finding.start));
  const talk = TALK.flatMap((concept) => reading.findings.get(concept) ?? []);
  for (const concept of doingLists) {
    for (const finding of reading.findings.get(concept) ?? []) {
      const isTalk = finding.hypothetical && PROMISE.test(sentenceText(reading, finding.sentence));
      const isInside = talk.some((claim) => claim.start < finding.end && claim.end > finding.start);
      if (finding.own && !finding.negated && !isTalk && !isInside && !generic.has(finding.start))
        professing.delete(finding.sentence);
    }
  }
  for (const index of professing) {
    const sentence = reading.sentences[index] as Range;
    if (reading.quantities.some((q) => q.start >= sentence.start && q.end <= sentence.end))
      professing.delete(index);
  }
  return professing;
};

/** A promise about oneself in general, not a step in the case that was asked about. */
const PROMISE =
  /(?:今后|以后|未来|将来|无论|不管|不论)[^，。]{0,12}(?:我|岗位)|饱满|不断(?:学习|进步|努力|提升)|贡献|\b(?:i will always|in the future|contribute to)\b/u;

const sentenceText = (reading: Reading, index: number): string => {
  const range = reading.sentences[index];
  return range === undefined ? '' : reading.text.slice(range.start, range.end);
};

/** Sentences in which nothing at all is told: no doing, no detail, no difficulty, no outcome. */
const emptySentences = (reading: Reading): Set<number> => {
  const empty = new Set(reading.sentences.keys());
  for (const [concept, list] of reading.findings) {
    const tells =
      concept.startsWith('action.') ||
      TELLING.includes(concept) ||
      (concept !== 'complex.rationale' && TELLING_GROUPS.some((group) => concept.startsWith(group)));
    if (tells) for (const finding of list) empty.delete(finding.sentence);
  }
  return empty;
};
