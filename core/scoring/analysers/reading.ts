import { agentLists } from '../lexicon/agents.ts';
import { enActions, enGenericActions } from '../lexicon/en-actions.ts';
import { enAttitudes, enEffects } from '../lexicon/en-attitudes.ts';
import { enConduct } from '../lexicon/en-conduct.ts';
import { enResults } from '../lexicon/en-results.ts';
import type { PhraseHit, PhraseList, PhraseMatcher } from '../lexicon/phrase-matcher.ts';
import { compilePhrases } from '../lexicon/phrase-matcher.ts';
import { settingLists } from '../lexicon/settings.ts';
import { specificLists } from '../lexicon/specifics.ts';
import { zhActions, zhGenericActions } from '../lexicon/zh-actions.ts';
import { zhAttitudes, zhEffects } from '../lexicon/zh-attitudes.ts';
import { zhConduct } from '../lexicon/zh-conduct.ts';
import { zhResults } from '../lexicon/zh-results.ts';
import type { Range } from '../text/sentences.ts';
import { clausesOf, sentencesOf } from '../text/sentences.ts';
import { isNegated, type Lead, trackAgents } from './agency.ts';
import type { FrameHit } from './frames.ts';
import { frameHits } from './frames.ts';
import type { Quantity } from './numbers.ts';
import { changesOf, quantitiesOf } from './numbers.ts';
import { plainVerbs } from './plain-verbs.ts';

/** Every list of both languages: mixed text is read with both and takes the union. Its content is part of the scorer's version. */
export const allLists: readonly PhraseList[] = [
  ...agentLists,
  ...specificLists,
  ...settingLists,
  ...zhActions,
  zhGenericActions,
  ...zhConduct,
  ...zhResults,
  ...zhAttitudes,
  ...zhEffects,
  ...enActions,
  enGenericActions,
  ...enConduct,
  ...enResults,
  ...enAttitudes,
  ...enEffects,
];

let compiled: PhraseMatcher | undefined;

/** Compiled with the first answer: it takes a tenth of a second, which a start need not wait for. */
const phraseMatcher = (): PhraseMatcher => {
  compiled ??= compilePhrases(allLists);
  return compiled;
};

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
  /** Whom the sentence named last before this place. */
  readonly leadAt: (position: number) => Lead;
}

/** Reads a cleaned text: one pass over all lexicons, then agents and moods by position. */
export const readAnswer = (text: string): Reading => {
  const clauses = clausesOf(text);
  const sentences = sentencesOf(text);
  const findings = new Map<string, Finding[]>();
  const track = trackAgents(text, sentences);
  const place = { clause: 0, sentence: 0 };
  for (const hit of allHits(text, clauses)) {
    place.clause = advance(clauses, place.clause, hit.start);
    place.sentence = advance(sentences, place.sentence, hit.start);
    track.meet(hit, place.sentence);
    const finding: Finding = {
      concept: hit.concept,
      key: hit.key,
      start: hit.start,
      end: hit.end,
      clause: place.clause,
      sentence: place.sentence,
      own: track.isOwn(hit.start),
      negated: isNegated(text, hit.start, clauses[place.clause]?.start ?? 0),
      hypothetical: track.isHypothetical(hit.start),
    };
    const list = findings.get(hit.concept);
    if (list === undefined) findings.set(hit.concept, [finding]);
    else list.push(finding);
  }
  const han = countHan(text);
  const latin = (text.match(/[a-z0-9']+/gu) ?? []).length;
  return {
    text,
    clauses,
    sentences,
    findings,
    quantities: quantitiesOf(text),
    changes: changesOf(text),
    words: han / 1.6 + latin,
    ownAt: track.ownAt,
    hypotheticalAt: track.hypotheticalAt,
    leadAt: track.leadAt,
  };
};

const countHan = (text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) count++;
  }
  return count;
};

const advance = (ranges: readonly Range[], from: number, position: number): number => {
  let index = from;
  while (index + 1 < ranges.length && (ranges[index + 1] as Range).start <= position) index++;
  return index;
};

/** Phrases, frames and plain verbs in order of their place; where they begin together in this order. */
const allHits = (text: string, clauses: readonly Range[]): FrameHit[] => {
  const phrases = longestPerList(phraseMatcher().find(text));
  const others = frameHits(text);
  others.push(...plainVerbs(text, clauses));
  others.sort((a, b) => a.start - b.start);
  const hits: FrameHit[] = [];
  let next = 0;
  for (const phrase of phrases) {
    for (; next < others.length && (others[next] as FrameHit).start < phrase.start; next++) {
      hits.push(others[next] as FrameHit);
    }
    hits.push(phrase);
  }
  for (; next < others.length; next++) hits.push(others[next] as FrameHit);
  return hits;
};

/** Of hits of one list that begin at the same place only the longest stays; hits arrive in order of their start. */
const longestPerList = (hits: readonly PhraseHit[]): PhraseHit[] => {
  const kept: PhraseHit[] = [];
  let groupFrom = 0;
  let groupStart = -1;
  for (let h = 0; h < hits.length; h++) {
    const hit = hits[h] as PhraseHit;
    if (hit.start !== groupStart) {
      groupFrom = kept.length;
      groupStart = hit.start;
    }
    let rival = -1;
    for (let i = groupFrom; i < kept.length; i++) if ((kept[i] as PhraseHit).list === hit.list) rival = i;
    if (rival < 0) kept.push(hit);
    else if ((kept[rival] as PhraseHit).end < hit.end) kept[rival] = hit;
  }
  return kept;
};
