import type { DimensionScore } from '#core/ports/answer-scorer.ts';
import { inWords } from '#core/scoring/reasons/reason-words.ts';
import { createScorer } from '../scorer.ts';
import { readTemplateLibrary } from '../template-files.ts';
import { loadEmbedder } from '../word-vectors.ts';
import { answerLines } from './answer-lines.ts';
import { type Command, readArguments } from './command.ts';
import { type ScoreLine, scoreLineReader } from './score-request.ts';

/** 1..5 as people see it: 0..10 in halves (assessment.md §1.6). */
const outOfTen = (score: number): number => Math.round(((score - 1) / 4) * 10 * 2) / 2;

/** The line that answers a scored line (design.md §4.1), its sentences in the language of the answer. */
export function scoreAnswerLine(
  id: string | number,
  result: DimensionScore,
  lang: 'zh' | 'en',
): Record<string, unknown> {
  const { kind, version, model } = result.scorer;
  return {
    id,
    level: result.level,
    score: result.score,
    score10: result.score === null ? null : outOfTen(result.score),
    band: result.band,
    state: result.state,
    confidence: result.confidence,
    evidence: result.evidence.map(({ turnId, start, end, quote, supports }) => ({
      turnId,
      start,
      end,
      quote,
      supports,
    })),
    missing: result.missing,
    flags: result.flags.map(({ kind: flag, span, reason, ask }) => ({
      kind: flag,
      ...(span ? { start: span.start, end: span.end, quote: span.quote } : {}),
      reason: inWords(reason, lang),
      ask: inWords(ask, lang),
    })),
    why: result.why.reason === null ? '' : inWords(result.why.reason, lang),
    scorer: { kind, version, ...(model === undefined ? {} : { model }) },
  };
}

/** The scorer with everything that a line needs, loaded once. */
async function openScoring(): Promise<(value: unknown) => Promise<Record<string, unknown>>> {
  const [scorer, { dimensions }] = await Promise.all([createScorer(loadEmbedder), readTemplateLibrary()]);
  const read: (value: unknown) => ScoreLine = scoreLineReader(dimensions);
  return async (value) => {
    const { id, request } = read(value);
    return scoreAnswerLine(id, await scorer.score(request), request.lang);
  };
}

/** `jinji score`: judges answers by the embedded scorer. */
export const command: Command = {
  usage: ['score < answers.jsonl > scores.jsonl'],
  help: {
    zh: [
      '用内置评分器为回答评分：不联网、不需要密钥，同样的回答永远得到同样的分数。',
      '从标准输入逐行读取 JSON，按相同顺序逐行输出：',
      '  {"id", "lang"?: "zh"|"en", "question": {"text", "type", "asks"?, "keys"?, "reference"?}, "dimension", "answer", "resume"?}',
      '  type 为 behavioural | situational | knowledge | introduction | code',
      '  dimension 为内置维度代码(如 "COM")，或 {"name", "definition", "anchors"?: 5 条， "indicators"?}',
      '出错的行输出 {"id", "line", "error"}，不影响其他行。',
    ].join('\n'),
    en: [
      'Judges answers with the embedded scorer: no network, no key, the same answer always gets the same score.',
      'Reads JSON Lines from standard input and answers line by line in the same order:',
      '  {"id", "lang"?: "zh"|"en", "question": {"text", "type", "asks"?, "keys"?, "reference"?}, "dimension", "answer", "resume"?}',
      '  type is behavioural | situational | knowledge | introduction | code',
      '  dimension is a built-in code ("COM") or {"name", "definition", "anchors"?: 5 texts, "indicators"?}',
      'A line that fails is answered by {"id", "line", "error"} and does not stop the others.',
    ].join('\n'),
  },
  async run(args, terminal) {
    readArguments(args, {});
    return answerLines(terminal, await openScoring());
  },
};
