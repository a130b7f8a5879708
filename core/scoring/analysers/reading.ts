import { agentLists } from '../lexicon/agents.ts';
import { enActions, enGenericActions } from '../lexicon/en-actions.ts';
import { enConduct } from '../lexicon/en-conduct.ts';
import { enResults } from '../lexicon/en-results.ts';
import type { PhraseHit, PhraseList } from '../lexicon/phrase-matcher.ts';
import { compilePhrases } from '../lexicon/phrase-matcher.ts';
import { specificLists } from '../lexicon/specifics.ts';
import { zhActions, zhGenericActions } from '../lexicon/zh-actions.ts';
import { zhConduct } from '../lexicon/zh-conduct.ts';
import { zhResults } from '../lexicon/zh-results.ts';
import type { Range } from '../text/sentences.ts';
import { clausesOf, sentencesOf } from '../text/sentences.ts';
import type { Quantity } from './numbers.ts';
import { changesOf, quantitiesOf } from './numbers.ts';

/** Every list of both languages: mixed text is read with both and takes the union. Its content is part of the scorer's version. */
export const allLists: readonly PhraseList[] = [
  ...agentLists,
  ...specificLists,
  ...zhActions,
  zhGenericActions,
  ...zhConduct,
  ...zhResults,
  ...enActions,
  enGenericActions,
  ...enConduct,
  ...enResults,
];

const matcher = compilePhrases(allLists);

/** One phrase of the lexicon found in the answer, with who acts and in which mood. */
export interface Finding {
  /** Id of the list, e.g. `action.analyse`. */
  readonly concept: string;
  /** The same for all ways of saying the same thing. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly clause: number;
  readonly sentence: number;
  readonly own: boolean;
  readonly negated: boolean;
  readonly hypothetical: boolean;
}

/** An answer read once: all analysers work on this. Offsets point into the cleaned text. */
export interface Reading {
  readonly text: string;
  readonly clauses: readonly Range[];
  readonly sentences: readonly Range[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly quantities: readonly Quantity[];
  readonly changes: readonly Range[];
  /** Content units: Han characters / 1.6 plus Latin words. */
  readonly words: number;
  /** Whether the candidate is the one who acts at this place. */
  readonly ownAt: (position: number) => boolean;
  /** Whether the place lies in something imagined or promised. */
  readonly hypotheticalAt: (position: number) => boolean;
}

const AFTER_PREPOSITION = /[跟给对向把让叫请问找帮和与被为替陪教带催盯等看拉劝比用靠从在到由骂怪听按]$/u;
const ORGANISATION =
  /^(?:网点|店|厂|公司|团队|部门|小区|站|班|集体|单位|医院|学校|酒店|项目|工地|那边|这边|领导|老板|经理|主管|站长|店长|班长|组长|师傅|同事|客户)/u;
const LATIN_LEAD =
  /(?:^|[.!?,;:"\n]|\b(?:and|but|so|then|because|that|when|if|since|while|where|what|as|before|after|until|or|which|who|how|why))\s*$/u;

type Holder = 'own' | 'other';

/** Who a subject word makes the agent, or null when it is an object or an attribute. */
const subjectOf = (text: string, hit: PhraseHit, concept: string): Holder | null => {
  const after = text.slice(hit.end, hit.end + 4);
  const before = text.slice(Math.max(0, hit.start - 12), hit.start);
  if (concept === 'agent.own') {
    if (/^自己/u.test(text.slice(hit.start, hit.end))) return null;
    if (/^(?:们)?的/u.test(after) || AFTER_PREPOSITION.test(before)) return null;
    return ORGANISATION.test(after) ? 'other' : 'own';
  }
  if (/[a-z]$/u.test(text.slice(hit.start, hit.end))) {
    return LATIN_LEAD.test(before) ? 'other' : null;
  }
  if (/^(?:的|那|这|们的)/u.test(after) || AFTER_PREPOSITION.test(before)) return null;
  return 'other';
};

const NEGATED_BEFORE =
  /(?:没有|没|不|未|别|无法|从不|懒得|不肯|不敢|不想|不会|不能|不用)(?:怎么|再|去|太|能|会|想|肯|敢|给|跟他|好好)?$/u;
const FALSE_NEGATION =
  /(?:不光|不仅|不但|不是|不断|不久|不错|不过|差不多|不然|要不|只不|不得不|不到)(?:怎么|再|去)?$/u;
const NEGATED_BEFORE_LATIN =
  /\b(?:not|never|didn't|don't|doesn't|wasn't|weren't|couldn't|wouldn't|can't|cannot|won't|haven't|without)\s+(?:[a-z]+\s+)?$/u;

const isNegated = (text: string, start: number, clauseStart: number): boolean => {
  const before = text.slice(Math.max(clauseStart, start - 22), start);
  if (NEGATED_BEFORE.test(before) && !FALSE_NEGATION.test(before)) return true;
  return NEGATED_BEFORE_LATIN.test(before);
};

const STRONG_HYPOTHETICAL =
  /^(?:我们?(?:会|就会|应该|可能会|可以|将|想我|肯定会|一定会|打算|准备去|希望)|会|应该会|可以|争取|力争|i would|i'd|i will|i'll|i should|i could|i might|we)/u;
const HYPOTHETICAL_REACH = 70;
const CONDITION_REACH = 16;
const OTHER_REACH = 18;

/** Reads a cleaned text: one pass over all lexicons, then agents and moods by position. */
export const readAnswer = (text: string): Reading => {
  const clauses = clausesOf(text);
  const sentences = sentencesOf(text);
  const hits = longestPerList(matcher.find(text));
  const findings = new Map<string, Finding[]>();
  const place = { clause: 0, sentence: 0 };
  let agent: Holder = 'own';
  let agentAt = -1;
  let hypotheticalUntil = -1;
  const agents: { at: number; own: boolean }[] = [];
  const imagined: Range[] = [];
  for (const hit of hits) {
    const concept = matcher.lists[hit.list] as string;
    while (place.clause + 1 < clauses.length && (clauses[place.clause + 1] as Range).start <= hit.start) {
      place.clause++;
    }
    while (
      place.sentence + 1 < sentences.length &&
      (sentences[place.sentence + 1] as Range).start <= hit.start
    ) {
      place.sentence++;
      agent = 'own';
      agents.push({ at: (sentences[place.sentence] as Range).start, own: true });
    }
    const clauseStart = clauses[place.clause]?.start ?? 0;
    const sentenceEnd = sentences[place.sentence]?.end ?? text.length;
    if (concept.startsWith('agent.')) {
      const subject = subjectOf(text, hit, concept);
      if (subject !== null) {
        [agent, agentAt] = [subject, hit.end];
        agents.push({ at: hit.start, own: subject === 'own' });
      }
    }
    if (concept === 'mood.hypothetical') {
      const strong = STRONG_HYPOTHETICAL.test(text.slice(hit.start, hit.end));
      const reach = strong ? HYPOTHETICAL_REACH : CONDITION_REACH;
      hypotheticalUntil = Math.max(hypotheticalUntil, Math.min(sentenceEnd, hit.end + reach));
      imagined.push({ start: hit.start, end: hypotheticalUntil });
    }
    const leadsWithOwn = /^(?:我|俺|咱)/u.test(text.slice(hit.start, hit.start + 1));
    const own = leadsWithOwn || agent === 'own' || hit.start - agentAt > OTHER_REACH;
    const finding: Finding = {
      concept,
      key: `${hit.list}.${hit.phrase}`,
      start: hit.start,
      end: hit.end,
      clause: place.clause,
      sentence: place.sentence,
      own,
      negated: isNegated(text, hit.start, clauseStart),
      hypothetical: hit.start < hypotheticalUntil,
    };
    const list = findings.get(concept);
    if (list === undefined) findings.set(concept, [finding]);
    else list.push(finding);
  }
  const han = (text.match(/[\u3400-\u9fff]/gu) ?? []).length;
  const latin = (text.match(/[a-z0-9']+/gu) ?? []).length;
  return {
    text,
    clauses,
    sentences,
    findings,
    quantities: quantitiesOf(text),
    changes: changesOf(text),
    words: han / 1.6 + latin,
    ownAt: (position) => {
      let last: { at: number; own: boolean } | undefined;
      for (const change of agents) {
        if (change.at > position) break;
        last = change;
      }
      return last === undefined || last.own || position - last.at > OTHER_REACH + 4;
    },
    hypotheticalAt: (position) => imagined.some((range) => range.start <= position && range.end > position),
  };
};

/** Of hits of one list that begin at the same place only the longest stays; hits arrive in order of their start. */
const longestPerList = (hits: readonly PhraseHit[]): PhraseHit[] => {
  const kept: PhraseHit[] = [];
  let groupFrom = 0;
  for (const hit of hits) {
    if (kept[groupFrom]?.start !== hit.start) groupFrom = kept.length;
    let rival = -1;
    for (let i = groupFrom; i < kept.length; i++) if ((kept[i] as PhraseHit).list === hit.list) rival = i;
    if (rival < 0) kept.push(hit);
    else if ((kept[rival] as PhraseHit).end < hit.end) kept[rival] = hit;
  }
  return kept;
};
