import { expect, test } from 'vitest';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { DimensionScore, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { scoreAnswer } from '#core/scoring/score-answer.ts';
import { scorerVersion } from '#core/scoring/scorer-version.ts';
import vectors from '../../templates/vectors/words.bin';
import written from '../fixtures/scoring-runtimes/scores.json';

test('the Worker runtime gives the scores of Node, byte for byte', () => {
  const embedder = createStaticEmbedder(vectors);
  expect(scorerVersion()).toBe(written.version);
  expect(embedder.version).toBe(written.vectors);
  for (const { id, request, score } of written.cases as unknown as {
    id: string;
    request: ScoreRequest;
    score: DimensionScore;
  }[]) {
    const found = scoreAnswer(request, { version: written.version, embedder });
    expect(JSON.stringify(found), id).toBe(JSON.stringify(score));
  }
});
