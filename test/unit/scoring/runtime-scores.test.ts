import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { DimensionScore, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { scoreAnswer } from '#core/scoring/score-answer.ts';
import { scorerVersion } from '#core/scoring/scorer-version.ts';

const path = new URL('../../fixtures/scoring-runtimes/scores.json', import.meta.url);
const written: {
  version: string;
  vectors: string;
  cases: { id: string; request: ScoreRequest; score: DimensionScore }[];
} = JSON.parse(readFileSync(path, 'utf8'));
const embedder = createStaticEmbedder(
  readFileSync(new URL('../../../templates/vectors/words.bin', import.meta.url)),
);

test('the scores that every runtime is held to are those of this version on Node', () => {
  expect({ version: scorerVersion(), vectors: embedder.version }).toEqual({
    version: written.version,
    vectors: written.vectors,
  });
  for (const { id, request, score } of written.cases) {
    const found = scoreAnswer(request, { version: written.version, embedder });
    expect(JSON.stringify(found), id).toBe(JSON.stringify(score));
  }
});
