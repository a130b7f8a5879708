import { expect, test } from 'vitest';
import { chooseFollowUp, type FollowUpInput } from '#core/interview/follow-up.ts';
import type { DimensionScore, Missing } from '#core/ports/answer-scorer.ts';

/** A score of which only what a follow-up looks at is said. */
const score = (missing: readonly Missing[], change: Partial<DimensionScore> = {}): DimensionScore =>
  ({ level: 2, state: 'scored', missing, flags: [], ...change }) as DimensionScore;

const input = (change: Partial<FollowUpInput> = {}): FollowUpInput => ({
  question: { type: 'behavioural', probes: [] },
  score: score(['A', 'R']),
  lang: 'zh',
  asked: [],
  budget: 2,
  ...change,
});

test("the candidate's own action is asked for before the result", () => {
  expect(chooseFollowUp(input())?.missing).toBe('A');
});

test('nothing is asked when nothing is missing', () => {
  expect(chooseFollowUp(input({ score: score([]) }))).toBeNull();
});

test('the same words are never asked twice, and never more than the budget', () => {
  const first = chooseFollowUp(input());
  const second = chooseFollowUp(input({ asked: [first?.text ?? ''] }));

  expect(second?.missing).toBe('R');
  expect(chooseFollowUp(input({ asked: [first?.text ?? '', second?.text ?? ''] }))).toBeNull();
});

test('an answer off the topic, a copied question and an injection get no follow-up', () => {
  for (const kind of ['off_topic', 'copied_question', 'injection'] as const) {
    const flags = [{ kind, reason: '', ask: '' }] as unknown as DimensionScore['flags'];
    expect(chooseFollowUp(input({ score: score(['A'], { flags }) }))).toBeNull();
  }
});

test('knowledge and code are not probed: prompting would give points away', () => {
  for (const type of ['knowledge', 'code'] as const) {
    expect(chooseFollowUp(input({ question: { type, probes: [] } }))).toBeNull();
  }
});

test("a question's own follow-up comes before the catalogue's, in the language of the interview", () => {
  const probes = [{ missing: 'A', text: { zh: '您当时先做了什么?', en: 'What did you do first?' } }] as const;

  expect(
    chooseFollowUp(input({ question: { type: 'behavioural', probes: [...probes] }, lang: 'en' }))?.text,
  ).toBe('What did you do first?');
});

test('an imagined case is never asked how it turned out, a reason or a risk is', () => {
  const question = { type: 'situational' as const, probes: [] };

  expect(chooseFollowUp(input({ question, score: score(['R', 'S']) }))).toBeNull();
  expect(chooseFollowUp(input({ question, score: score(['R', 'why']) }))?.missing).toBe('why');
});
