import { describe, expect, test } from 'vitest';
import { followRate } from '#core/quality/follow-rate.ts';
import { measureQuality } from '#core/quality/measure-quality.ts';
import type { RatedAnswer } from '#core/quality/rated-answers.ts';

const rated = (
  index: number,
  given: Readonly<Record<string, number>>,
  machine: number | null,
  blind = true,
): RatedAnswer => ({
  interviewId: `int_${index}`,
  applicationId: `app_${index}`,
  questionId: 'q1',
  dimension: 'COM',
  family: 'behavioural',
  machine: machine === null ? null : { raw: machine, counted: machine, scorerVersion: 'v1' },
  ratings: Object.entries(given).map(([raterId, score]) => ({ raterId, score, blind })),
});

describe('a rater beside the others', () => {
  test('who always gives one level more is shown as lenient by one level, and as agreeing in order', () => {
    const answers = [1, 2, 3, 4, 2, 3].map((level, i) => rated(i, { mild: level + 1, plain: level }, level));
    const quality = measureQuality(answers);
    const mild = quality.raters.find(({ raterId }) => raterId === 'mild');

    expect(mild?.people?.bias.difference).toBeCloseTo(1);
    expect(mild?.people?.bias.correlation).toBeCloseTo(1);
    expect(mild?.people?.agreement.exact).toBe(0);
    expect(mild?.machine?.bias.difference).toBeCloseTo(1);
    expect(quality.pairs).toHaveLength(1);
    expect(quality.pairs[0]?.agreement.adjacent).toBe(1);
    expect(quality.scorers[0]?.comparison.bias.difference).toBeCloseTo(-0.5);
  });

  test('ratings given after seeing other scores are counted but never measured', () => {
    const answers = [1, 2, 3].map((level, i) => rated(i, { late: level }, level, false));
    const [late] = measureQuality(answers).raters;

    expect(late).toMatchObject({ rated: 3, blind: 0, people: null, machine: null });
    expect(measureQuality(answers).scorers).toEqual([]);
  });
});

describe('a second rater', () => {
  test('is wanted where one person and the machine lie 1.5 levels apart', () => {
    const quality = measureQuality([rated(1, { one: 4.5 }, 3), rated(2, { one: 4.4 }, 3)]);

    expect(quality.secondRater).toEqual([{ applicationId: 'app_1', dimensions: ['COM'] }]);
  });

  test('is not wanted any more once two people have rated', () => {
    expect(measureQuality([rated(1, { one: 5, two: 4 }, 1)]).secondRater).toEqual([]);
  });
});

describe('decisions beside suggestions', () => {
  test('below two overrides in a hundred a blind audit is advised, and not before a hundred decisions', () => {
    const rows = (count: number, others: number) => [
      { suggestion: 'advance', outcome: 'advance' as const, count },
      { suggestion: 'do_not_advance', outcome: 'advance' as const, count: others },
    ];

    expect(followRate(rows(99, 1))).toEqual({ decisions: 100, overrides: 1, blindAuditAdvised: true });
    expect(followRate(rows(98, 2)).blindAuditAdvised).toBe(false);
    expect(followRate(rows(98, 1)).blindAuditAdvised).toBe(false);
  });
});
