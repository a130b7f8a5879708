import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import { builtInDimensions, scoredDimension } from './rated-answers.ts';
import type { StabilityRow } from './stability.ts';

/** The exemplars of the built-in dimensions say the same in Chinese and in English; how far their scores differ. */
export const bothLanguagesRow = async (scorer: AnswerScorer): Promise<StabilityRow> => {
  const cases: { id: string; value: number }[] = [];
  for (const dimension of builtInDimensions().values()) {
    for (const level of ['1', '3', '5'] as const) {
      for (const [index, exemplar] of dimension.exemplars[level].entries()) {
        const scores: number[] = [];
        for (const lang of ['zh', 'en'] as const) {
          const text =
            lang === 'zh'
              ? `请讲一次最能说明您${dimension.name.zh}的经历。`
              : `Tell me about a time that shows your ${dimension.name.en}.`;
          const { score } = await scorer.score({
            lang,
            question: { text, type: 'behavioural', asks: [], keys: [] },
            dimension: scoredDimension(dimension, lang),
            turns: [{ turnId: 'answer', text: exemplar[lang] }],
          });
          scores.push(score ?? 1);
        }
        cases.push({
          id: `${dimension.code}-${level}-${index}`,
          value: Math.abs((scores[0] ?? 1) - (scores[1] ?? 1)),
        });
      }
    }
  }
  const mean = cases.reduce((sum, item) => sum + item.value, 0) / Math.max(1, cases.length);
  const beyond = cases.filter((item) => item.value > 1).sort((a, b) => b.value - a.value);
  return {
    name: 'Chinese and English of the exemplars',
    limit: 'mean ≤ .35',
    cases: cases.length,
    mean,
    worst: Math.max(...cases.map((item) => item.value)),
    held: mean <= 0.35,
    beyond: beyond.map((item) => `${item.id} ${item.value.toFixed(2)}`),
  };
};
