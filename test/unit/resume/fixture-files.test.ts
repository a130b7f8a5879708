import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type ResumeScores, scoreResumes } from '../../evaluate/resumes.ts';

let scores: ResumeScores;

beforeAll(async () => {
  scores = await scoreResumes(fileURLToPath(new URL('../../fixtures/resumes', import.meta.url)));
});

test('every file but the picture is read, the one with a password by its password', () => {
  expect(scores.files).toBe(15);
  expect(scores.misses.filter((miss) => /RESUME_|Error/.test(miss))).toEqual([]);
});

test.each([
  ['name', 0.97],
  ['phone', 0.98],
  ['email', 0.98],
  ['city', 0.95],
  ['education', 0.95],
  ['major', 0.95],
  ['work', 0.95],
  ['skills', 0.9],
  ['certificates', 0.9],
  ['hidden', 1],
])('%s reaches F1 %f on the fixture files', (field, least) => {
  expect(scores.f1[field]).toBeGreaterThanOrEqual(least);
});
