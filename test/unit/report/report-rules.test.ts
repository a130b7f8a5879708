import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProcessSignals } from '#core/interview/interview.ts';
import type { StoredTranscript } from '#core/interview/stored-transcript.ts';
import type { Answer } from '#core/ports/repositories/interviews.ts';
import { decisionReasons, goesAgainst, mayReject, nextStatus } from '#core/report/decision-reasons.ts';
import type { CandidateFeedback } from '#core/report/feedback.ts';
import { feedbackFaults } from '#core/report/feedback-wording.ts';
import { escapeHtml, html } from '#core/report/html/markup.ts';
import { processFlags } from '#core/report/process-flags.ts';
import { quoteMoment } from '#core/report/quote-moment.ts';
import type { QuestionRow } from '#core/report/report-document.ts';
import { groupEvidence, markedStretches, stretches } from '#core/report/report-words.ts';
import { inWords } from '#core/scoring/reasons/reason-words.ts';

const feedback = (tip: string): CandidateFeedback => ({
  lang: 'zh',
  summary: '感谢参加面试。',
  strengths: [{ dimension: 'SERV', text: '及时响应顾客', quote: '他比别人都懒' }],
  improvements: [],
  tip,
  levels: [],
});

const evidence = (start: number, end: number, dimension = 'SERV', supports = 'A') => ({
  dimension,
  turnId: 't1',
  start,
  end,
  quote: '',
  supports,
  moment: null,
});

const transcript: StoredTranscript = {
  text: '当时客人发火 我先道歉 最后没有投诉',
  language: 'zh',
  confidence: 0.9,
  segments: [
    { start: 0.5, end: 3, text: '当时客人发火' },
    { start: 3.2, end: 6, text: '我先道歉' },
    { start: 6.4, end: 9, text: '最后没有投诉' },
  ],
  version: 'test',
};

test.each([
  ['您比其他候选人更细心', 'comparison'],
  ['性格偏内向', 'personality'],
  ['回答时情绪不稳', 'emotion'],
  ['普通话不标准', 'appearance'],
  ['年龄偏大', 'protected'],
  ['内容可能夸大', 'honesty'],
  ['You were ranked third', 'comparison'],
  ['长'.repeat(151), 'too_long'],
])('feedback that says “%s” is held back as %s', (tip, kind) => {
  expect(feedbackFaults(feedback(tip)).map((fault) => fault.kind)).toContain(kind);
});

test("the candidate's own words in a quote are never held back", () => {
  expect(feedbackFaults(feedback('先说结论，再分点展开'))).toEqual([]);
});

test('going against the suggestion means rejecting the recommended or advancing the opposite', () => {
  expect(goesAgainst('reject', 'advance')).toBe(true);
  expect(goesAgainst('advance', 'do_not_advance')).toBe(true);
  expect(goesAgainst('hold', 'advance')).toBe(false);
  expect(goesAgainst('reject', 'hold')).toBe(false);
});

test('advancing follows the flow of the job, and nothing follows a closed application', () => {
  expect(nextStatus(['interview', 'second_round'], 'scored')).toBe('second_round');
  expect(nextStatus(['interview'], 'scored')).toBe('offer_approval');
  expect(nextStatus(['interview', 'second_round'], 'rejected')).toBeNull();
  expect(mayReject('rejected')).toBe(false);
  expect(mayReject('scored')).toBe(true);
});

test('every outcome offers a reason of its own and “other”', () => {
  for (const reasons of Object.values(decisionReasons)) {
    expect(reasons.length).toBeGreaterThan(3);
    expect(reasons).toContain('other');
  }
});

test('a quote is found at its moment, also in corrected words, and no moment is guessed', () => {
  expect(quoteMoment(transcript, transcript.text, '我先道歉', 7)).toBe(3.2);
  expect(quoteMoment(transcript, '改过的前文 我先道歉', '我先道歉', 6)).toBe(3.2);
  expect(quoteMoment(transcript, '新写的一句话', '新写的一句话', 0)).toBeNull();
  expect(quoteMoment({ ...transcript, segments: [] }, transcript.text, '我先道歉', 7)).toBeNull();
  expect(quoteMoment(null, '打字的回答', '打字', 0)).toBeNull();
});

test('cutting an answer at its evidence loses no word and marks exactly the evidence', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => evidence(Math.min(a, b), Math.max(a, b) + 1));
  fc.assert(
    fc.property(
      fc.string({ minLength: 31, maxLength: 40 }),
      fc.array(span, { maxLength: 8 }),
      (text, spans) => {
        const marked = spans.map(({ start, end }) => ({ ...evidence(start, Math.min(end, text.length)) }));
        for (const parts of [stretches(text, marked), markedStretches(text, marked)]) {
          expect(parts.map((part) => part.text).join('')).toBe(text);
          let at = 0;
          for (const part of parts) {
            for (let i = at; i < at + part.text.length; i += 1) {
              expect(part.evidence.length > 0).toBe(marked.some(({ start, end }) => i >= start && i < end));
            }
            at += part.text.length;
          }
        }
      },
    ),
  );
});

test('evidence is grouped by dimension, and a quote inside a longer one is shown once', () => {
  const question = {
    dimensions: ['SERV', 'TEAM'],
    evidence: [evidence(0, 10), evidence(2, 5), evidence(12, 15, 'SERV', 'R'), evidence(1, 3, 'TEAM')],
  } as unknown as QuestionRow;

  const groups = groupEvidence(question);

  expect(groups.map(({ dimension }) => dimension)).toEqual(['SERV', 'TEAM']);
  expect(groups[0]?.kinds.map(({ key, items }) => [key, items.length])).toEqual([
    ['reports.supports_A', 1],
    ['reports.supports_R', 1],
  ]);
});

test('markup escapes every value and keeps only markup as markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const made = html`<p title="${text}">${text}</p>`.text;
      expect(made).toBe(`<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`);
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
  expect(html`${[html`<b>${'<i>'}</b>`, null, false]}`.text).toBe('<b>&lt;i&gt;</b>');
});

test('pasting and leaving the page are neutral notes for typed answers, from a clear measure on', () => {
  const noted = (process: Partial<ProcessSignals>, mode = 'text') =>
    processFlags('q1', [
      {
        id: 'ans_1',
        mode,
        skipped: false,
        process: { typedChars: 100, pastedChars: 0, focusLosses: 0, seconds: 60, ...process },
      } as unknown as Answer,
    ]);

  expect(noted({})).toEqual([]);
  expect(noted({ pastedChars: 90 })).toEqual([]);
  expect(noted({ pastedChars: 120 }).map(({ kind }) => kind)).toEqual(['process']);
  expect(noted({ pastedChars: 30, typedChars: 2 })).toEqual([]);
  expect(noted({ focusLosses: 3 })).toEqual([]);
  expect(noted({ focusLosses: 4 })).toHaveLength(1);
  expect(noted({ focusLosses: 9 }, 'voice')).toEqual([]);
  for (const { reason } of noted({ pastedChars: 400, focusLosses: 9 }))
    expect(inWords(reason, 'zh')).not.toMatch(/造假|作弊|撒谎/);
});
