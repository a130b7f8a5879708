import { readFileSync } from 'node:fs';
import type { ScoreRequest } from '#core/ports/answer-scorer.ts';
import { createScorer } from '#plugins/host/scorer.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { builtInDimensions, scoredDimension } from '../evaluate/rated-answers.ts';
import { goldenLines } from '../evaluate/rated-lines.ts';
import { alternate, printResult, resultOf } from './rounds.ts';

/** Scoring a five-question interview of 2,500 characters against plain word segmentation of the same text. */
const interviews = 12;
const repeats = 8;
const characters = 2500;
const questions = 5;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The yardstick: every word of every answer is looked at once, answer by answer. */
function segment(texts: readonly string[]): number {
  let count = 0;
  for (const text of texts) for (const { isWordLike } of words.segment(text)) if (isWordLike) count += 1;
  return count;
}

/** Five answers of 500 characters each, with a number that no other interview has: nothing can be remembered. */
function interview(number: number): readonly ScoreRequest[] {
  const dimensions = builtInDimensions();
  const lines = goldenLines().filter(
    ({ lang, question, attack }) => lang === 'zh' && question.type !== 'knowledge' && attack === null,
  );
  const chosen = [...new Set(lines.map(({ question }) => question.text))].map((text) =>
    lines.filter(({ question }) => question.text === text),
  );
  return Array.from({ length: questions }, (_, index) => {
    const answers = chosen[(number * questions + index) % chosen.length] ?? [];
    const [first] = answers;
    const dimension = first && dimensions.get(first.dimension);
    if (!first || !dimension) throw new Error('the development answers are not as expected');
    const long = `那是第${number}次。${answers.map(({ answer }) => answer).join('后来又有一次,')}`;
    return {
      lang: 'zh',
      question: { ...first.question, asks: [] },
      dimension: scoredDimension(dimension, 'zh'),
      turns: [{ turnId: 't1', text: long.repeat(2).slice(0, characters / questions) }],
    };
  });
}

const scorer = createScorer(loadEmbedder);
const warm = interview(10_000);
for (let i = 0; i < 20; i += 1) for (const request of warm) await scorer.score(request);
segment(warm.flatMap(({ turns }) => turns.map(({ text }) => text)));

const texts = (requests: readonly ScoreRequest[]) =>
  requests.flatMap(({ turns }) => turns.map(({ text }) => text));
const sets = (round: number) =>
  Array.from({ length: interviews }, (_, i) => interview(round * interviews + i));

const rounds = await alternate(
  repeats,
  async (round) => {
    const made = sets(round);
    const start = performance.now();
    for (const requests of made) for (const request of requests) await scorer.score(request);
    return (performance.now() - start) / interviews;
  },
  async (round) => {
    const made = sets(round).map(texts);
    const start = performance.now();
    for (const answers of made) segment(answers);
    return (performance.now() - start) / interviews;
  },
);

const heap = process.memoryUsage();
printResult(
  resultOf(
    {
      bench: 'score',
      what: `scoring a five-question interview of ${characters} characters`,
      unit: 'ms',
      yardstickIs:
        "Intl.Segmenter('zh') over the same answers, one at a time (test/bench/score.bench.ts, segment)",
      notes: {
        interviewsPerSecond: Math.round(
          1000 / (rounds.map(([ms]) => ms).sort((a, b) => a - b)[repeats >> 1] ?? 1),
        ),
        heapMegabytes: Math.round((heap.heapUsed + heap.arrayBuffers) / 2 ** 20),
        vectorsMegabytes: Math.round(
          readFileSync(new URL('../../templates/vectors/words.bin', import.meta.url)).length / 2 ** 20,
        ),
      },
    },
    rounds,
    { better: 'less', atMost: 4 },
  ),
);
