import type {
  DimensionScore,
  Evidence,
  Flag,
  Missing,
  ScoreRequest,
  WhyNotHigher,
} from '../ports/answer-scorer.ts';
import { indicatorsOf } from './analysers/indicators.ts';
import type { MeasureName, Measures } from './analysers/measures.ts';
import { measureReading } from './analysers/measures.ts';
import type { Reading } from './analysers/reading.ts';
import { readAnswer } from './analysers/reading.ts';
import { lexicalRelevance } from './analysers/relevance.ts';
import type { Wording } from './analysers/wording.ts';
import { behaviouralGates, introductionGates, situationalGates } from './gates/conduct-gates.ts';
import type { GateResult, GateTable } from './gates/gate.ts';
import { conductScore, evaluateGates } from './gates/gate.ts';
import type { CleanAnswer } from './text/clean-answer.ts';
import { cleanAnswer } from './text/clean-answer.ts';
import { originalRange } from './text/mapped-text.ts';
import type { Range } from './text/sentences.ts';

/** What the pure scorer may use besides the request. */
export interface ScoringResources {
  /** Version printed in every score. */
  readonly version: string;
  /** Judges knowledge and code questions (key points instead of conduct). */
  readonly scoreKnowledge?: (request: ScoreRequest, version: string) => DimensionScore;
  /** Replaces the learned wording, so that it can be measured on questions that it was not learned from. */
  readonly wording?: (text: string) => Wording;
}

const tables: Readonly<Record<'behavioural' | 'situational' | 'introduction', GateTable>> = {
  behavioural: behaviouralGates,
  situational: situationalGates,
  introduction: introductionGates,
};

const LEAST_WORDS = 10;
const SEM = 0.5;

/** Judges one question × dimension from its words alone; same request and version, same result. Never throws on any text. */
export const scoreAnswer = (request: ScoreRequest, resources: ScoringResources): DimensionScore => {
  const type = request.question.type;
  if ((type === 'knowledge' || type === 'code') && resources.scoreKnowledge !== undefined) {
    return resources.scoreKnowledge(request, resources.version);
  }
  const table = tables[type === 'knowledge' || type === 'code' ? 'introduction' : type];
  const clean = cleanAnswer(
    request.turns.map((turn) => turn.text),
    request.question.text,
  );
  const reading = readAnswer(clean.mapped.text);
  const allowHypothetical = type !== 'behavioural';
  const hits = indicatorsOf(reading, request.dimension, allowHypothetical);
  const relevance = lexicalRelevance(request, reading);
  const spansOf = (polarity: 'positive' | 'negative') =>
    hits.filter((hit) => hit.polarity === polarity).map((hit) => hit.span);
  const measures: Measures = {
    ...measureReading(reading, type, resources.wording),
    relevance,
    indicators: { value: spansOf('positive').length, spans: spansOf('positive') },
    contraIndicators: { value: spansOf('negative').length, spans: spansOf('negative') },
  };
  const results = evaluateGates(table, (name) => measures[name].value);
  const answered = isAnswer(reading, measures);
  const score = answered ? Math.round(conductScore(results) * 100) / 100 : null;
  const level = score === null ? null : toLevel(score);
  const evidence = evidenceOf(request, clean, measures, hits);
  return {
    level,
    score,
    band: score === null ? [1, 5] : [Math.max(1, score - SEM), Math.min(5, score + SEM)],
    state: score === null ? 'insufficient_evidence' : 'scored',
    confidence: score === null ? 0 : Math.min(1, 0.4 + evidence.length / 10),
    evidence,
    missing: missingOf(results, level),
    flags: flagsOf(request, clean),
    why: whyOf(results, level, request.lang),
    analysers: Object.fromEntries(
      Object.entries(measures).map(([name, measure]) => [name, Math.min(1, measure.value / 6)]),
    ),
    scorer: { kind: 'embedded', version: resources.version },
  };
};

const toLevel = (score: number): 1 | 2 | 3 | 4 | 5 =>
  Math.min(5, Math.max(1, Math.floor(score + 0.5))) as 1 | 2 | 3 | 4 | 5;

const isAnswer = (reading: Reading, measures: Measures): boolean =>
  reading.words >= LEAST_WORDS &&
  (measures.actions.value + measures.relevance.value + measures.indicators.value > 0 ||
    measures.counter.value + measures.claims.value > 0);

/** The original words behind a range of the cleaned text. */
export const quoteOf = (
  request: ScoreRequest,
  clean: CleanAnswer,
  range: Range,
): Omit<Evidence, 'supports'> | null => {
  const place = originalRange(clean.mapped, range.start, range.end);
  const turn = place === null ? undefined : request.turns[place.turn];
  if (place === null || turn === undefined) return null;
  return {
    turnId: turn.turnId,
    start: place.start,
    end: place.end,
    quote: turn.text.slice(place.start, place.end),
  };
};

const SUPPORTS: readonly (readonly [MeasureName, string])[] = [
  ['actions', 'A'],
  ['change', 'R'],
  ['outcome', 'R'],
  ['situation', 'S'],
  ['task', 'T'],
  ['complexity', 'why'],
  ['reach', 'lasting'],
  ['counter', 'negative'],
];

const evidenceOf = (
  request: ScoreRequest,
  clean: CleanAnswer,
  measures: Measures,
  hits: ReturnType<typeof indicatorsOf>,
): Evidence[] => {
  const result: Evidence[] = [];
  const seen = new Set<string>();
  const add = (range: Range, supports: string) => {
    const quote = quoteOf(request, clean, range);
    if (quote === null || seen.has(`${quote.turnId}:${quote.start}:${supports}`)) return;
    seen.add(`${quote.turnId}:${quote.start}:${supports}`);
    result.push({ ...quote, supports });
  };
  for (const hit of hits) add(hit.span, hit.polarity === 'negative' ? 'negative' : hit.id);
  for (const [name, supports] of SUPPORTS)
    for (const span of measures[name].spans.slice(0, 6)) add(span, supports);
  return result.slice(0, 24);
};

const missingOf = (results: readonly GateResult[], level: number | null): Missing[] => {
  const wanted = level === null ? 2 : level + 1;
  const open = results.filter((result) => result.gate.level <= wanted && result.degree < 0.75);
  return [...new Set(open.flatMap((result) => result.gate.missing))];
};

const whyOf = (results: readonly GateResult[], level: number | null, lang: 'zh' | 'en'): WhyNotHigher => {
  if (level === null) {
    return {
      gate: 'insufficient',
      level: 1,
      text: lang === 'zh' ? '与题目有关的内容太少,无法评分' : 'too little about the question to judge',
    };
  }
  if (level === 5)
    return { gate: null, level: null, text: lang === 'zh' ? '已达最高等级' : 'highest level reached' };
  const open = results.filter((result) => result.gate.level <= level + 1).sort((a, b) => a.degree - b.degree);
  const first = open[0] as GateResult;
  const text =
    lang === 'zh'
      ? `${first.gate.explain.zh},因此未到 ${level + 1} 级`
      : `${first.gate.explain.en}, so level ${level + 1} is not reached`;
  return { gate: first.gate.id, level: level + 1, text };
};

const REASONS = {
  injection: {
    zh: ['文中有写给评分系统的指令,已不计入评分', '这段文字是您自己写的吗?想表达什么?'],
    en: [
      'text addressed to the scorer was left out',
      'Did you write this passage yourself? What did you mean by it?',
    ],
  },
  copied_question: {
    zh: ['重复了题目原文,不计入评分', '能直接讲讲您自己的做法吗?'],
    en: ['the question was repeated and is not counted', 'Could you tell what you did yourself?'],
  },
  repetition: {
    zh: ['同样的内容出现多次,只计一次', '还有其他方面可以补充吗?'],
    en: ['the same content appears several times and counts once', 'Is there anything else to add?'],
  },
  list_dropped: {
    zh: ['只罗列了词语,没有说明做法,不计入评分', '能任选其中一项,讲讲您具体怎么做的吗?'],
    en: [
      'a bare list of words without an account is not counted',
      'Could you pick one of these and tell what you did?',
    ],
  },
} as const;

/** Neutral flags for what was left out of judgement. */
export const flagsOf = (request: ScoreRequest, clean: CleanAnswer): Flag[] =>
  clean.dropped.flatMap((part) => {
    const turn = request.turns[part.turn];
    const [reason, ask] = REASONS[part.kind][request.lang];
    if (turn === undefined) return [];
    const span = {
      turnId: turn.turnId,
      start: part.start,
      end: part.end,
      quote: turn.text.slice(part.start, part.end),
    };
    return [{ kind: part.kind, span, reason, ask }];
  });
