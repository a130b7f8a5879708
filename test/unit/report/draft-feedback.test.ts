import { expect, test } from 'vitest';
import type { JobDefinition } from '#core/job/job-definition.ts';
import type { Answer } from '#core/ports/repositories/interviews.ts';
import { draftFeedback } from '#core/report/draft-feedback.ts';
import type { ReportData } from '#core/report/report.ts';

const long =
  '我先道歉，马上跑到后厨请师傅把酸菜鱼插队先做，又送了两碟小菜和饮料垫着，跟客人说八分钟能上，结果七分钟就端上去了，客人赶上了火车，后来还在网上给了五星好评。';

const answer = (text: string) => ({ id: 'ans_1', text }) as Answer;

function feedbackOn(text: string, quotes: readonly string[]) {
  const report = {
    dimensions: [{ code: 'SERV', state: 'scored', score: 4, score10: 7.5, band10: [6.5, 8.5], level: 4 }],
    answers: [
      {
        evidence: quotes.map((quote) => ({
          turnId: 'ans_1',
          dimension: 'SERV',
          supports: 'A',
          quote,
          start: text.indexOf(quote),
          end: text.indexOf(quote) + quote.length,
        })),
      },
    ],
  } as unknown as ReportData;
  const job = {
    title: '服务员',
    rubric: [
      {
        dimension: {
          code: 'SERV',
          name: { zh: '服务意识', en: 'Service' },
          anchors: [1, 2, 3, 4, 5].map((level) => ({ zh: `第${level}级`, en: `Level ${level}` })),
        },
      },
    ],
  } as unknown as JobDefinition;
  return draftFeedback(job, report, [answer(text)], 'zh');
}

test('a strength is shown with the sentence that holds most of its evidence, not with a fragment', () => {
  const text = '那天人很多。我先道歉，再把菜补上。后来没事了。';
  expect(feedbackOn(text, ['道歉', '把菜补上', '没事']).strengths[0]?.quote).toBe('我先道歉，再把菜补上。');
});

test('a long sentence is cut at the end of a clause', () => {
  const quote = feedbackOn(long, ['马上跑到后厨']).strengths[0]?.quote ?? '';
  expect(quote).toBe(
    '马上跑到后厨请师傅把酸菜鱼插队先做，又送了两碟小菜和饮料垫着，跟客人说八分钟能上，结果七分钟就端上去了，客人赶上了火车…',
  );
});

test('without evidence there is no quote', () => {
  expect(feedbackOn(long, []).strengths[0]?.quote).toBeNull();
});
