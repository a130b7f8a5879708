import { expect, test } from 'vitest';
import type { JobDefinition } from '#core/job/job-definition.ts';
import type { DimensionScore, Flag } from '#core/ports/answer-scorer.ts';
import { buildReport, type ReportInput } from '#core/report/build-report.ts';
import { reason } from '#core/scoring/reasons/reason.ts';

const weights = { SERV: 40, TEAM: 35, SAFE: 25 } as const;
type Code = keyof typeof weights;
const codes = Object.keys(weights) as Code[];

const job = {
  rubric: codes.map((code) => ({ weight: weights[code], dimension: { code, redLine: false } })),
  thresholds: { cutHi: 6.5, cutLo: 4 },
} as unknown as JobDefinition;

const strong: DimensionScore = {
  level: 5,
  score: 4.8,
  band: [4.3, 5],
  state: 'scored',
  confidence: 0.9,
  evidence: [],
  missing: [],
  flags: [],
  why: { gate: null, level: null, reason: reason('highest') },
  analysers: {},
  scorer: { kind: 'embedded', version: 'test' },
};

const repetition: Flag = {
  kind: 'repetition',
  span: { turnId: 't', start: 0, end: 2, quote: '我先' },
  reason: reason('flag_told_before', { percent: 100, number: 1 }),
  ask: reason('ask_another_case'),
};

/** One question for each dimension, all answered at the top; the named ones with what was told before. */
const reportOf = (repeated: readonly Code[], ratings: ReportInput['ratings'] = []) =>
  buildReport({
    job,
    questions: [],
    answers: [],
    items: codes.map((code) => ({ questionId: `q-${code}`, dimension: code, result: strong })),
    across: [],
    shared: repeated.map((code) => ({ questionId: `q-${code}`, flag: repetition })),
    ratings,
    runIds: [],
    now: '2026-03-02T08:00:00.000Z',
  });

test('top answers of their own are recommended', () => {
  expect(reportOf([])).toMatchObject({ suggestion: 'advance', reason: 'above_cut' });
});

test('nobody is recommended on one story told to most questions; the score stays as it is', () => {
  const told = reportOf(['TEAM', 'SAFE']);
  expect(told).toMatchObject({ suggestion: 'hold', reason: 'told_before' });
  expect(told.score10).toBe(reportOf([]).score10);
});

test('a story repeated where little weight rests on it does not stand in the way', () => {
  expect(reportOf(['SAFE']).suggestion).toBe('advance');
});

test('once a person has rated the repeated ones, the suggestion follows the scores', () => {
  const rated = (['TEAM', 'SAFE'] as const).map((dimension) => ({
    questionId: `q-${dimension}`,
    dimension,
    score: 4.5,
    note: '',
  }));
  expect(reportOf(['TEAM', 'SAFE'], [rated]).suggestion).toBe('advance');
});
