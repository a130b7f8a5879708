import type { Range } from '../text/sentences.ts';
import type { Finding, Reading } from './reading.ts';

/** What others wanted of the candidate is not what the candidate did. */
const WANTED =
  /(?<![我咱]|我们)(?:让|叫|要求?|逼|催|暗示|劝|求|教|指示|想|说|建议)(?:我们?|俺|咱)?[^，。！？；]{0,6}$|\b(?:asked|told|wanted|pressed|ordered|expected|suggested|urged|instead of|rather than|refus\w+ to|not to|never)\b[^.!?;,]{0,24}$/u;
const LOOKED_BACK = 32;
/** 我 as the one who acts, somewhere before in the clause; 给我 as the one who takes. */
const OWN_BEFORE = /(?:^|[^给让叫跟对向把替帮求请问找教和与])我(?!家)/u;
const TAKEN = /[给分返]了?我/u;

/** Own findings of the kind, each place once. */
const ownOf = (reading: Reading, kind: string): Finding[] => {
  const kept: Finding[] = [];
  for (const [concept, list] of reading.findings) {
    if (!concept.startsWith(kind)) continue;
    for (const finding of list) {
      if (finding.negated || !(finding.own || isTold(reading, finding))) continue;
      if (kept.some((other) => other.start < finding.end && other.end > finding.start)) continue;
      kept.push(finding);
    }
  }
  return kept;
};

const isTold = (reading: Reading, { start, end, clause }: Finding): boolean =>
  TAKEN.test(reading.text.slice(start, end)) ||
  OWN_BEFORE.test(reading.text.slice(reading.clauses[clause]?.start ?? start, start));

const isWanted = (reading: Reading, { start, clause }: Finding): boolean => {
  const from = Math.max(reading.clauses[clause]?.start ?? 0, start - LOOKED_BACK);
  return WANTED.test(reading.text.slice(from, start));
};

/** What the reading tells of bent rules: what the candidate bent, and where others wanted or did so how often the candidate held. */
export interface Honesty {
  /** Dishonest deeds of the candidate's own, less the turns away from them. */
  readonly bent: { readonly value: number; readonly spans: readonly Range[] };
  /** Refusals, plain telling and putting right in the face of what others bent. */
  readonly upheld: { readonly value: number; readonly spans: readonly Range[] };
}

const NOTHING = { value: 0, spans: [] };
const MOST_TURNS = 3;

/** Whoever refuses, tells or puts right what was bent tells of honesty, however much bending the story holds. */
export const honestyOf = (reading: Reading): Honesty => {
  const isBentByAnyone = [...reading.findings.keys()].some((concept) => concept.startsWith('dishonest.'));
  if (!isBentByAnyone) return { bent: NOTHING, upheld: NOTHING };
  const turns = ownOf(reading, 'honest.');
  const spans = ownOf(reading, 'dishonest.').filter((finding) => !isWanted(reading, finding));
  const value = Math.max(0, spans.length - turns.length);
  return {
    bent: { value, spans: value > 0 ? spans : [] },
    upheld: value > 0 ? NOTHING : { value: Math.min(MOST_TURNS, turns.length), spans: turns },
  };
};
