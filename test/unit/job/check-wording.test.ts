import { expect, test } from 'vitest';
import { checkJob } from '#core/job/check-job.ts';
import { checkWording } from '#core/job/check-wording.ts';
import { aJobDraft } from '#test/support/job-drafts.ts';

test('a shipped job has nothing to be mended', () => {
  expect(checkJob(aJobDraft()).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  ['title', { title: '服务员（限男性）' }],
  ['tasks.0', { tasks: ['35岁以下，能上晚班'] }],
  ['thresholds.rationale', { thresholds: { cutHi: 5.5, cutLo: 4, rationale: '已婚已育优先' } }],
  ['fields.note', { fields: { note: '只要本地户籍' } }],
] as const)('discriminatory words in %s block publishing and name their place', (path, parts) => {
  const found = checkWording(aJobDraft(parts as never));

  expect(found.map((finding) => [finding.path, finding.severity])).toContainEqual([path, 'error']);
  expect(found[0]?.message.zh).toContain(found[0]?.wording?.quote);
});

test('words of a question, a fact and a screening rule are checked too', () => {
  const draft = aJobDraft();
  const [question] = draft.questions;
  const [fact] = draft.mustHave;
  if (!question || !fact) throw new Error('the pack has lost its questions');
  const text = { zh: '您结婚了吗？限未婚', en: 'Are you married? Unmarried only' };

  const found = checkWording({
    ...draft,
    questions: [{ ...question, text }],
    mustHave: [{ ...fact, label: { zh: '男性优先', en: 'Men preferred' } }],
    screeningRules: [
      { id: 'rule-a', kind: 'keyword', strength: 'soft', reason: '', anyOf: ['女性勿扰', '男性优先'] },
    ],
  });

  const paths = new Set(found.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  expect([...paths]).toEqual(expect.arrayContaining(['questions.0', 'mustHave.0', 'screeningRules.0']));
});

test('a legal reason lets overridable wording stand, as a warning that says so', () => {
  const draft = aJobDraft({ title: '井下作业员（限男性）' });
  const [finding] = checkWording(draft);
  if (!finding?.wording?.overridable) throw new Error('the rule on gender should leave room for the law');
  const { rule, quote } = finding.wording;

  const kept = checkWording({
    ...draft,
    wordingExceptions: [{ rule, quote, reason: '《女职工劳动保护特别规定》附录一' }],
  });

  expect(kept.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'wording.kept']]);
});

test('a reason for other words, or an empty one, changes nothing', () => {
  const draft = aJobDraft({ title: '服务员（限男性）' });
  const rule = checkWording(draft)[0]?.wording?.rule ?? '';

  for (const exception of [
    { rule, quote: '别的词', reason: '法律依据' },
    { rule, quote: '限男性', reason: ' ' },
  ]) {
    const found = checkWording({ ...draft, wordingExceptions: [exception] });
    expect(found.some(({ severity }) => severity === 'error')).toBe(true);
  }
});
