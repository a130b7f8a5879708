import { describe, expect, test } from 'vitest';
import type { DimensionScore } from '#core/ports/answer-scorer.ts';
import type { Calibration } from '#core/ports/repositories/quality.ts';
import { calibrated, calibrationsAt, proposeCalibrations } from '#core/quality/calibrations.ts';
import type { RatedAnswer } from '#core/quality/rated-answers.ts';
import { fitCalibration } from '#core/scoring/agreement/calibration-map.ts';

const answer = (index: number, raw: number, people: number): RatedAnswer => ({
  interviewId: `int_${index}`,
  applicationId: `app_${index}`,
  questionId: 'q1',
  dimension: 'COM',
  family: 'behavioural',
  machine: { raw, counted: raw, scorerVersion: 'v1' },
  ratings: [{ raterId: 'per_1', score: people, blind: true }],
});

const score = (level: 1 | 2 | 3 | 4 | 5, version = 'v1'): DimensionScore => ({
  level,
  score: level,
  band: [level - 0.5, level + 0.5],
  state: 'scored',
  confidence: 0.8,
  evidence: [],
  missing: [],
  flags: [],
  why: { gate: null, level: null, reason: null },
  analysers: {},
  scorer: { kind: 'embedded', version },
});

const calibration = (over: Partial<Calibration>): Calibration => ({
  id: 'cal_1',
  family: 'behavioural',
  scorerVersion: 'v1',
  map: fitCalibration(
    'behavioural',
    'v1',
    Array.from({ length: 200 }, (_, i) => ({ raw: 1 + (i % 4), people: 2 + (i % 4) })),
  ),
  adoptedBy: 'per_1',
  adoptedAt: '2026-01-01T00:00:00.000Z',
  retiredBy: null,
  retiredAt: null,
  ...over,
});

describe('a proposed map', () => {
  test('of a scorer that is one level too strict may be adopted, and brings unseen interviews closer', () => {
    const [proposal] = proposeCalibrations(
      Array.from({ length: 40 }, (_, i) => answer(i, 1 + (i % 4), 2 + (i % 4))),
    );

    expect(proposal?.adoptable).toBe(true);
    expect(proposal?.errorNow).toBeCloseTo(1);
    expect(proposal?.errorThen).toBeLessThan(0.7);
  });

  test('of ratings that only scatter may not be adopted', () => {
    const noise = [1, 5, 2, 4, 3];
    const [proposal] = proposeCalibrations(
      Array.from({ length: 40 }, (_, i) => answer(i, 3, noise[i % noise.length] ?? 3)),
    );

    expect(proposal?.adoptable).toBe(false);
  });

  test('is not made from fewer than thirty blind ratings', () => {
    const [proposal] = proposeCalibrations(
      Array.from({ length: 29 }, (_, i) => answer(i, 1 + (i % 4), 2 + (i % 4))),
    );

    expect(proposal?.adoptable).toBe(false);
  });
});

describe('a map in force', () => {
  test('moves the score, keeps the raw one and names itself', () => {
    const result = calibrated(score(3), 'behavioural', [calibration({})]);

    expect(result).toMatchObject({ raw: 3, score: 4, level: 4 });
    expect(result.scorer.calibration).toBe(calibration({}).map.version);
  });

  test('leaves other question types, other scorers and missing scores alone', () => {
    const other = score(3, 'v2');
    const none: DimensionScore = { ...score(3), level: null, score: null, state: 'insufficient_evidence' };

    expect(calibrated(other, 'behavioural', [calibration({})])).toBe(other);
    expect(calibrated(none, 'behavioural', [calibration({})])).toBe(none);
    expect(calibrated(score(3), 'situational', [calibration({})])).toMatchObject({ score: 3 });
  });

  test('never lowers the better of two answers below the other', () => {
    const maps = [calibration({})];
    const scores = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5].map(
      (raw) => calibrated({ ...score(3), score: raw }, 'behavioural', maps).score ?? 0,
    );

    expect([...scores].sort((a, b) => a - b)).toEqual(scores);
  });

  test('holds for job versions published while it was in force, so that their candidates are measured alike', () => {
    const retired = calibration({ retiredAt: '2026-03-01T00:00:00.000Z' });

    expect(calibrationsAt([retired], '2025-12-31T00:00:00.000Z')).toEqual([]);
    expect(calibrationsAt([retired], '2026-02-01T00:00:00.000Z')).toEqual([retired]);
    expect(calibrationsAt([retired], '2026-03-02T00:00:00.000Z')).toEqual([]);
  });
});
