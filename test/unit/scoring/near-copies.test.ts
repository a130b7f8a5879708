import { expect, test } from 'vitest';
import { knownText, nearCopy } from '#core/scoring/flags/near-copies.ts';
import { goldenLines } from '#test/evaluate/rated-lines.ts';

const question = '请讲一次您处理顾客投诉的经历。';
const answer =
  '去年国庆那天中午店里排了四十多桌，一位带老人的客人等了五十分钟还没上菜，当众发火。我先蹲下来道歉，核对后厨发现单子漏打了两道菜，马上请厨师长加急，每五分钟回来告诉他进度，十二分钟后菜齐了。';

test('an answer taken over with other marks and a few other words is found, with the longest stretch of the candidate’s own text', () => {
  const copied = `各位好，${answer.replace(/，/gu, ' ').replace('四十多桌', '五十多桌').replace('厨师长', '主厨')}就是这样。`;

  const found = nearCopy(copied, question, [
    knownText(answer),
    knownText('完全不同的一段话，讲的是仓库盘点。'),
  ]);

  expect(found?.count).toBe(1);
  expect(found?.share ?? 0).toBeGreaterThan(0.6);
  const quote = copied.slice(found?.range.start, found?.range.end);
  expect(quote.length).toBeGreaterThan(20);
  expect(answer.replace(/，/gu, ' ')).toContain(quote);
});

test('two people who tell the same kind of story in their own words are not alike', () => {
  const lines = goldenLines().filter(({ lang, attack }) => lang === 'zh' && attack === null);
  const alike = lines.flatMap((line) => {
    const others = lines.filter(
      (other) =>
        other.id !== line.id && other.question.text === line.question.text && other.paraphraseOf === null,
    );
    const found =
      line.paraphraseOf === null
        ? nearCopy(
            line.answer,
            line.question.text,
            others.map((one) => knownText(one.answer)),
          )
        : null;
    return found === null ? [] : [line.id];
  });

  expect(lines.length).toBeGreaterThan(100);
  expect(alike).toEqual([]);
});

test('words of the question and short answers are alike in everybody', () => {
  expect(nearCopy(answer, answer, [knownText(answer)])).toBeNull();
  expect(nearCopy('我先道歉，再补送。', question, [knownText('我先道歉，再补送。')])).toBeNull();
});

test('English words are compared as words, not as letters', () => {
  const told =
    'Last October forty tables were waiting and a guest with his old mother shouted at us, so I knelt down, said sorry, checked the kitchen and found that two dishes had never been printed; I asked the chef to hurry, told him every five minutes how far we were, and twelve minutes later the food was on the table and he thanked the whole team before leaving.';
  expect(nearCopy(told.toUpperCase(), question, [knownText(told)])?.share).toBe(1);
  expect(nearCopy(told, question, [knownText(told.split(' ').reverse().join(' '))])).toBeNull();
});

test('two hundred long answers are compared in a fraction of a second', () => {
  const long = answer.repeat(20);
  const texts = Array.from({ length: 200 }, (_, i) => `${i}号候选人说：${[...long].reverse().join('')}`);
  const started = performance.now();
  const known = texts.map(knownText);
  for (let i = 0; i < 5; i += 1) nearCopy(long, question, known);
  expect(performance.now() - started).toBeLessThan(3000);
});
