import type { QuestionType } from '../../template/schemas/question.ts';
import type { Range } from '../text/sentences.ts';
import { honestyOf } from './honesty.ts';
import type { Finding, Reading } from './reading.ts';
import { doingLists, substanceOf } from './substance.ts';
import type { Wording } from './wording.ts';

/** A count of distinct things said, with the places that show it. */
export interface Measure {
  readonly value: number;
  readonly spans: readonly Range[];
}

/** Everything the gate tables may ask about an answer. */
export type MeasureName =
  | 'actions'
  | 'kinds'
  | 'situation'
  | 'task'
  | 'outcome'
  | 'change'
  | 'complexity'
  | 'reach'
  | 'counter'
  | 'dishonest'
  | 'upheld'
  | 'passive'
  | 'claims'
  | 'relevance'
  | 'aboutness'
  | 'fit'
  | 'indicators'
  | 'contraIndicators'
  | 'structure'
  | 'reflection'
  | 'words'
  | 'hypothetical'
  | 'professed'
  | 'figures'
  | 'ledByOthers'
  | 'wording2'
  | 'wording3'
  | 'wording4'
  | 'wording5';

export type Measures = Readonly<Record<MeasureName, Measure>>;

const none: readonly Finding[] = [];
const of = (reading: Reading, concept: string): readonly Finding[] => reading.findings.get(concept) ?? none;

/** Each way of saying something once, and overlapping findings of one kind as one. */
const distinct = (findings: readonly Finding[]): Finding[] => {
  const seen = new Set<string>();
  const kept: Finding[] = [];
  let end = -1;
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (finding.start < end || seen.has(finding.key)) continue;
    seen.add(finding.key);
    kept.push(finding);
    end = finding.end;
  }
  return kept;
};

/** Share of imagined doing in a story about the past that goes without comment. */
const TOLERATED = 0.4;
const GENERIC_WEIGHT = 0.35;

/** Own, carried-out actions; verbs that describe nothing weigh little, doing of others nothing. */
const actionsOf = (
  reading: Reading,
  allowHypothetical: boolean,
): { measure: Measure; hypothetical: number } => {
  const generic = new Set(of(reading, 'action.generic').map((finding) => finding.start));
  const spans: Finding[] = [];
  let value = 0;
  let hypothetical = 0;
  let real = 0;
  const covered: Range[] = [];
  const candidates = doingLists
    .flatMap((concept) => of(reading, concept))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const seen = new Set<string>();
  for (const finding of candidates) {
    if (covered.some((range) => range.start < finding.end && range.end > finding.start)) continue;
    if (finding.negated || !finding.own) continue;
    covered.push(finding);
    if (finding.hypothetical) hypothetical++;
    else real++;
    if (finding.hypothetical && !allowHypothetical) continue;
    if (seen.has(finding.key)) continue;
    seen.add(finding.key);
    spans.push(finding);
    value += generic.has(finding.start) ? GENERIC_WEIGHT : 1;
  }
  const share = hypothetical + real === 0 ? 0 : hypothetical / (hypothetical + real);
  return { measure: { value, spans }, hypothetical: share };
};

const OWN_MARK = /[我俺咱]|本人|自己|\b(?:i|we|my|our|me|us|myself)\b/u;
const HAN = /[\u4e00-\u9fff]/u;
const THIRD_PERSON = /\b(?:they|their|them)\b/u;
/** Share of the doing in sentences that others lead: below the first it is a story with other people in it, from the second on it is theirs. */
const OTHERS_FROM = 0.55;
const OTHERS_TO = 0.72;

/** How far the doing is told of other people, 0..1; in a text without any 我 an unnamed doer counts less as the candidate. */
const ledByOthers = (reading: Reading): number => {
  let others = 0;
  let own = 0;
  let unnamed = 0;
  for (const concept of doingLists) {
    for (const finding of of(reading, concept)) {
      if (finding.negated) continue;
      const lead = reading.leadAt(finding.start);
      if (lead === 'other') others++;
      else if (lead === 'own') own++;
      else unnamed++;
    }
  }
  const isNamed = OWN_MARK.test(reading.text);
  // English does not drop its subjects: a text without any first person is about somebody else.
  if (!isNamed && !HAN.test(reading.text) && THIRD_PERSON.test(reading.text)) return 1;
  if (others < 2) return 0;
  const share = others / (others + own + unnamed * (isNamed ? 1 : 0.4));
  return Math.min(1, Math.max(0, (share - OTHERS_FROM) / (OTHERS_TO - OTHERS_FROM)));
};

const KINDS = [
  'specific.time',
  'specific.role',
  'specific.tool',
  'specific.place',
  'specific.speech',
] as const;

const kindsOf = (reading: Reading): Measure => {
  const groups: (readonly Range[])[] = KINDS.map((kind) => of(reading, kind));
  groups.push(reading.quantities);
  const present = groups.filter((group) => group.length > 0);
  return { value: present.length, spans: present.map((group) => group[0] as Range) };
};

const countOf = (
  reading: Reading,
  concepts: readonly string[],
  keep: (finding: Finding) => boolean = () => true,
): Measure => {
  const spans = distinct(concepts.flatMap((concept) => of(reading, concept)).filter(keep));
  return { value: spans.length, spans };
};

/** Kinds of handled difficulty rather than their number: six words for one obstacle are one obstacle. */
const kindsAmong = (
  reading: Reading,
  concepts: readonly string[],
  keep: (finding: Finding) => boolean,
  cap: number,
): Measure => {
  let value = 0;
  const spans: Finding[] = [];
  for (const concept of concepts) {
    const found = distinct(of(reading, concept).filter(keep));
    value += Math.min(cap, found.length);
    spans.push(...found.slice(0, cap));
  }
  return { value, spans };
};

const COMPLEX = [
  'complex.obstacle',
  'complex.differentiate',
  'complex.diagnose',
  'complex.rationale',
  'complex.contingency',
  'complex.verify',
  'complex.beyond',
];
const SYSTEM = ['system.transfer', 'system.standard', 'system.sustained', 'system.people'];
const COUNTER = ['counter.blame', 'counter.refuse', 'counter.hostile', 'counter.violate', 'counter.contempt'];
const PASSIVE = ['passive.wait', 'passive.vague-outcome', 'passive.luck'];
const CLAIMS = ['claim.belief', 'claim.slogan', 'claim.habit', 'claim.group'];

/** Weighs how an answer is told; the second argument tells whether imagined conduct counts. */
export type Weigh = (reading: Reading, isImaginedTold: boolean) => Wording;

/** Measures that need only the answer; relevance and indicators are added by their own analysers. */
export const measureReading = (
  whole: Reading,
  type: QuestionType,
  weigh: Weigh,
): Omit<Measures, 'relevance' | 'aboutness' | 'fit' | 'indicators' | 'contraIndicators'> => {
  const { reading, professed } = substanceOf(whole);
  const allowHypothetical = type !== 'behavioural';
  const { measure: actions, hypothetical } = actionsOf(reading, allowHypothetical);
  const real = (finding: Finding) => allowHypothetical || !finding.hypothetical;
  const closure = countOf(reading, ['outcome.closure', 'outcome.praise'], real);
  const changes = reading.changes;
  const wording = weigh(reading, allowHypothetical);
  const honesty = honestyOf(whole);
  const plain = (value: number): Measure => ({ value, spans: [] });
  return {
    actions,
    kinds: kindsOf(reading),
    situation: countOf(reading, ['situation']),
    task: countOf(reading, ['task']),
    outcome: { value: closure.value + changes.length, spans: [...changes, ...closure.spans] },
    change: { value: changes.length, spans: changes },
    complexity: kindsAmong(reading, COMPLEX, real, 2),
    reach: kindsAmong(reading, SYSTEM, real, 3),
    counter: countOf(reading, COUNTER, (finding) => finding.own && !finding.negated),
    dishonest: honesty.bent,
    upheld: honesty.upheld,
    passive: countOf(reading, PASSIVE),
    claims: countOf(reading, CLAIMS),
    structure: countOf(reading, ['structure.head']),
    reflection: countOf(reading, ['reflect']),
    professed: plain(professed),
    ledByOthers: plain(ledByOthers(reading)),
    figures: { value: reading.quantities.length, spans: reading.quantities },
    words: plain(reading.words),
    hypothetical: plain(allowHypothetical ? 0 : Math.max(0, hypothetical - TOLERATED) / (1 - TOLERATED)),
    wording2: plain(wording[2]),
    wording3: plain(wording[3]),
    wording4: plain(wording[4]),
    wording5: plain(wording[5]),
  };
};
