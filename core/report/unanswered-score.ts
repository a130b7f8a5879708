import type { DimensionScore, DimensionState, ScorerIdentity } from '../ports/answer-scorer.ts';
import type { Answer } from '../ports/repositories/interviews.ts';

const words: Readonly<
  Record<'skipped' | 'not_asked' | 'technical', { readonly zh: string; readonly en: string }>
> = {
  skipped: { zh: '候选人跳过了这道题', en: 'The candidate skipped this question' },
  not_asked: { zh: '这道题没有问到', en: 'This question was not asked' },
  technical: {
    zh: '有录音录像但没有文字，需人工查看',
    en: 'There is a recording but no words: a person has to look',
  },
};

/**
 * The judgement of a question that has no words to judge: not asked, skipped and cut off by technology are three
 * different things, and none of them is a low score. Null when there are words.
 */
export function unansweredScore(
  counted: readonly Answer[],
  scorer: ScorerIdentity,
  lang: 'zh' | 'en',
): DimensionScore | null {
  const state = stateOf(counted);
  if (state === null) return null;
  return {
    level: null,
    score: null,
    band: [1, 5],
    state,
    confidence: 0,
    evidence: [],
    missing: [],
    flags: [],
    why: { gate: null, level: null, text: words[state][lang] },
    analysers: {},
    scorer,
  };
}

function stateOf(
  counted: readonly Answer[],
): Extract<DimensionState, 'skipped' | 'not_asked' | 'technical'> | null {
  const first = counted[0];
  if (!first) return 'not_asked';
  if (first.skipped) return 'skipped';
  return counted.every((answer) => answer.text.trim() === '') ? 'technical' : null;
}
