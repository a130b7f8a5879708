import type {
  DimensionScore,
  Flag,
  ScoreRequest,
  ScorerIdentity,
  WhyNotHigher,
} from '#core/ports/answer-scorer.ts';
import type { VerifiedJudgement } from './llm-answer.ts';

/** Standard error of the median of three samples until it is measured (assessment §2.5). */
const standardError = 0.35;
/** A model may see more than the rules by this much, not more (assessment §2.8). */
const mostAbove = 1;
const farApart = 2;

type Level = 1 | 2 | 3 | 4 | 5;

const words = {
  zh: {
    fallback: (reason: string) => `大模型没有给出可用的评分（${reason}），这道题由内置评分完成`,
    unseen: '大模型认为证据不足，得分来自内置评分，两者不一致',
    apart: (model: number, rules: string) => `大模型评为 ${model} 级，内置评分为 ${rules}，相差较大`,
    varied: (low: number, high: number) => `大模型几次评分不一致（${low}～${high} 级）`,
    injection: '大模型发现文中可能有写给评分系统的话',
    none: '无法评级',
    level: (n: number) => `${n} 级`,
    check: '请评分人对照原话核对这道题的得分。',
    askInjection: '这段文字是您自己写的吗？想表达什么？',
    why: (n: number) => `大模型按等级标准评为 ${n} 级，引用的原话都已核对`,
    capped: (n: number, cap: number) => `大模型评为 ${n} 级，最多只能比内置评分高一级，因此按 ${cap} 级计`,
  },
  en: {
    fallback: (reason: string) =>
      `The language model gave no usable judgement (${reason}); the embedded scorer judged this question`,
    unseen:
      'The language model saw too little evidence; the score is the embedded scorer’s and the two differ',
    apart: (model: number, rules: string) =>
      `The language model says level ${model}, the embedded scorer ${rules}: far apart`,
    varied: (low: number, high: number) => `The language model’s samples differ (levels ${low}–${high})`,
    injection: 'The language model suspects text addressed to the scorer',
    none: 'no level',
    level: (n: number) => `level ${n}`,
    check: 'Please check this score against the quoted words.',
    askInjection: 'Did you write this passage yourself? What did you mean by it?',
    why: (n: number) => `The language model chose level ${n} by the anchors; every quote was checked`,
    capped: (n: number, cap: number) =>
      `The language model said level ${n}; it may exceed the embedded scorer by one level, so ${cap} counts`,
  },
} as const;

const note = (lang: 'zh' | 'en', reason: string): Flag => ({
  kind: 'process',
  reason,
  ask: words[lang].check,
});

/** The embedded judgement in place of a model's, saying so. */
export const fallbackScore = (
  lang: 'zh' | 'en',
  floor: DimensionScore,
  model: string,
  reason: string,
): DimensionScore => ({
  ...floor,
  flags: [...floor.flags, note(lang, words[lang].fallback(reason))],
  scorer: { ...floor.scorer, insteadOf: { kind: 'llm', model, reason } },
});

/** Middle of the levels; between two the mean. */
export function median(levels: readonly number[]): number {
  const sorted = [...levels].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 1;
  return (upper + lower) / 2;
}

const toLevel = (score: number): Level => Math.min(5, Math.max(1, Math.floor(score + 0.5))) as Level;

function suspicion(lang: 'zh' | 'en', floor: DimensionScore, samples: readonly VerifiedJudgement[]): Flag[] {
  const told = floor.flags.some(({ kind }) => kind === 'injection');
  if (told || !samples.some(({ injectionSuspected }) => injectionSuspected)) return [];
  return [{ kind: 'injection', reason: words[lang].injection, ask: words[lang].askInjection }];
}

/**
 * The judgement of a model from its verified samples, held against the embedded one: the median counts, at most one level above
 * the rules; samples or scorers that lie two levels apart make it `low_confidence`, for a person (assessment §2.8).
 * @param samples at least one
 */
export function mergeSamples(
  request: ScoreRequest,
  floor: DimensionScore,
  samples: readonly VerifiedJudgement[],
  scorer: ScorerIdentity,
): DimensionScore {
  const { lang } = request;
  const levels = samples.flatMap(({ level }) => level ?? []);
  const flags = [...floor.flags, ...suspicion(lang, floor, samples)];
  if (levels.length * 2 <= samples.length) {
    const differs = floor.level !== null;
    return {
      ...floor,
      state: floor.state === 'scored' ? 'low_confidence' : floor.state,
      flags: differs ? [...flags, note(lang, words[lang].unseen)] : flags,
      analysers: { ...floor.analysers, llm_median: null },
      scorer: {
        ...floor.scorer,
        insteadOf: { kind: 'llm', model: scorer.model ?? '', reason: 'insufficient' },
      },
    };
  }
  const middle = median(levels);
  const allowed = (floor.level ?? 1) + mostAbove;
  const score = Math.min(middle, allowed);
  const level = toLevel(score);
  const doubts = doubtsOf(lang, floor, levels);
  const nearest = samples
    .filter((sample) => sample.level !== null)
    .reduce((best, sample) =>
      Math.abs((sample.level ?? 0) - score) < Math.abs((best.level ?? 0) - score) ? sample : best,
    );
  const doubtful = doubts.length > 0 || floor.level === null || flags.length > floor.flags.length;
  const confidence = confidenceOf(levels, middle, nearest.evidence.length, request);
  return {
    level,
    score,
    band: [Math.max(1, score - standardError), Math.min(5, score + standardError)],
    state: doubtful || confidence < 0.6 ? 'low_confidence' : 'scored',
    confidence: doubtful ? Math.min(0.55, confidence) : confidence,
    evidence: nearest.evidence,
    missing: nearest.missing,
    flags: [...flags, ...doubts],
    why: level === floor.level ? floor.why : whyOf(lang, level, middle, allowed),
    analysers: {
      ...floor.analysers,
      llm_low: Math.min(...levels) / 5,
      llm_median: middle / 5,
      llm_high: Math.max(...levels) / 5,
    },
    scorer,
  };
}

/** Why a person should look: the samples, or model and rules, lie far apart. */
function doubtsOf(lang: 'zh' | 'en', floor: DimensionScore, levels: readonly number[]): Flag[] {
  const [low, high, middle] = [Math.min(...levels), Math.max(...levels), median(levels)];
  const rules = floor.level === null ? words[lang].none : words[lang].level(floor.level);
  return [
    ...(Math.abs(middle - (floor.level ?? 1)) >= farApart
      ? [note(lang, words[lang].apart(middle, rules))]
      : []),
    ...(high - low >= farApart ? [note(lang, words[lang].varied(low, high))] : []),
  ];
}

function whyOf(lang: 'zh' | 'en', level: Level, middle: number, allowed: number): WhyNotHigher {
  const text = middle > allowed ? words[lang].capped(middle, allowed) : words[lang].why(level);
  return level === 5 ? { gate: null, level: null, text } : { gate: 'llm.median', level: level + 1, text };
}

/** Agreement of the samples, pieces of evidence, and how clearly the speech was heard. */
function confidenceOf(
  levels: readonly number[],
  middle: number,
  evidence: number,
  { turns }: ScoreRequest,
): number {
  const agreeing = levels.filter((level) => Math.abs(level - middle) < 1).length / levels.length;
  const speech = Math.min(1, ...turns.map((turn) => turn.asrConfidence ?? 1));
  const value = 0.4 * agreeing + 0.4 * Math.min(1, evidence / 3) + 0.2 * speech;
  return Math.round(value * 100) / 100;
}
