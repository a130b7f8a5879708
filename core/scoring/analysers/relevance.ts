import type { ScoreRequest } from '../../ports/answer-scorer.ts';
import type { Range } from '../text/sentences.ts';
import type { Reading } from './reading.ts';

const STOP =
  /请|您|你|我|的|了|吗|呢|什么|怎么|一次|一个|一件|经历|当时|最后|后来|时候|怎样|如何|讲讲|说说|讲|说|举例|例子|遇到|碰到|处理|会|在|是|有|和|与|给|把|让|对|被|tell|about|time|what|how|you|your|did|describe|example|give|when|the|and|with|for|was|were|would|do|a|an|to|of|in|it/gu;

const KEPT_TEXTS = 512;
const kept = new Map<string, ReadonlySet<string>>();

/** The same few questions and dimensions are compared with every answer. */
const termsOf = (text: string): ReadonlySet<string> => {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= KEPT_TEXTS) kept.clear();
  const terms = readTerms(text);
  kept.set(text, terms);
  return terms;
};

/** Word-like pieces of a text: bigrams of Han runs and whole Latin words, without question words. */
const readTerms = (text: string): Set<string> => {
  const plain = text.toLowerCase().replace(STOP, ' ');
  const terms = new Set<string>();
  for (const run of plain.match(/[\u4e00-\u9fff]{2,}/gu) ?? []) {
    for (let i = 0; i + 1 < run.length; i++) terms.add(run.slice(i, i + 2));
  }
  for (const word of plain.match(/[a-z]{4,}/gu) ?? []) terms.add(word.slice(0, 6));
  return terms;
};

/** How much an answer has to do with its question (0..1), by shared pieces; meaning is added where an embedder is given. */
export const lexicalRelevance = (
  request: ScoreRequest,
  reading: Reading,
): { value: number; spans: Range[] } => {
  const keys = request.question.keys.map((key) =>
    typeof key === 'string' ? key : `${key.text.zh} ${key.text.en}`,
  );
  const asked = termsOf([request.question.text, ...keys, ...request.question.asks].join('。'));
  const wanted = termsOf(
    [request.dimension.name, request.dimension.definition, ...request.dimension.anchors.slice(2)].join('。'),
  );
  const text = reading.text;
  const spans: Range[] = [];
  let asks = 0;
  let topics = 0;
  for (const term of asked) {
    const at = text.indexOf(term);
    if (at < 0) continue;
    asks++;
    if (spans.length < 3) spans.push({ start: at, end: at + term.length });
  }
  for (const term of wanted) if (text.includes(term)) topics++;
  return { value: Math.min(1, asks * 0.12 + topics * 0.06), spans };
};
