import type { ScoreRequest, WhyNotHigher } from '../../ports/answer-scorer.ts';
import type { GateResult } from '../gates/gate.ts';
import type { KnowledgeMeasure } from './knowledge-gates.ts';
import type { Coverage } from './point-coverage.ts';
import type { ReferenceScore } from './reference-score.ts';

const NAMED_POINTS = 3;
const POINT_UNITS = 40;

const highest = (lang: 'zh' | 'en'): WhyNotHigher => ({
  gate: null,
  level: null,
  text: lang === 'zh' ? '已达最高等级' : 'highest level reached',
});

const absent = (coverage: Coverage): readonly string[] =>
  [...coverage.points]
    .filter((point) => point.degree < 0.5 && point.weight > 0 && !point.contradicted)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, NAMED_POINTS)
    .map((point) => point.point.slice(0, POINT_UNITS));

const contrary = (coverage: Coverage): readonly string[] =>
  coverage.points
    .filter((point) => point.contradicted)
    .slice(0, NAMED_POINTS)
    .map((point) => point.point.slice(0, POINT_UNITS));

const percent = (share: number): number => Math.round(share * 100);

/** Why an answer compared with a reference is not one level higher. */
export const whyReference = (
  request: ScoreRequest,
  coverage: Coverage,
  result: ReferenceScore,
  level: number,
): WhyNotHigher => {
  const zh = request.lang === 'zh';
  if (level === 5) return highest(request.lang);
  if (result.verdict === 'wrong') {
    const text = zh ? '判断与参考答案相反' : 'the verdict is the opposite of the reference';
    return { gate: `knowledge.${level + 1}.verdict`, level: level + 1, text };
  }
  const wrong = contrary(coverage);
  if (wrong.length > 0) {
    const text = zh ? `与要点相反：${wrong.join('；')}` : `contrary to: ${wrong.join('; ')}`;
    return { gate: `knowledge.${level + 1}.contrary`, level: level + 1, text };
  }
  const lacking = absent(coverage);
  if (level === 4 && result.share >= 0.9) {
    const text = zh ? '要点齐全，但没有结合实例说明' : 'the points are complete, but no example applies them';
    return { gate: 'knowledge.5.example', level: 5, text };
  }
  const covered = percent(result.share);
  const text = zh
    ? `要点覆盖约 ${covered}%${lacking.length > 0 ? `，未提到：${lacking.join('；')}` : ''}`
    : `about ${covered}% of the points${lacking.length > 0 ? `; not mentioned: ${lacking.join('; ')}` : ''}`;
  return { gate: `knowledge.${level + 1}.coverage`, level: level + 1, text };
};

/** Why an answer judged by gates is not one level higher: the weakest open gate, with the key points still missing. */
export const whyKnowledge = (
  request: ScoreRequest,
  coverage: Coverage,
  results: readonly GateResult<KnowledgeMeasure>[],
  level: number,
): WhyNotHigher => {
  if (level === 5) return highest(request.lang);
  const zh = request.lang === 'zh';
  const [weakest] = results
    .filter((result) => result.gate.level <= level + 1)
    .sort((a, b) => a.degree - b.degree);
  if (weakest === undefined) return highest(request.lang);
  const lacking = request.question.keys.length > 0 && level < 4 ? absent(coverage) : [];
  const rest =
    lacking.length === 0
      ? ''
      : zh
        ? `；未提到：${lacking.join('；')}`
        : `; not mentioned: ${lacking.join('; ')}`;
  return { gate: weakest.gate.id, level: level + 1, text: `${weakest.gate.explain[request.lang]}${rest}` };
};
