import { expect, test } from 'vitest';
import { readDocument } from '#adapters/documents/read-document.ts';
import { drawn, madePdf } from './made-files.ts';

const linesOf = async (...pages: string[][]): Promise<string[]> =>
  (await readDocument(madePdf(pages.map((page) => page.join('\n'))))).lines.map((line) => line.text);

test('two columns with headings of their own are read one after the other', async () => {
  const lines = await linesOf([
    drawn('Skills', 50, 780),
    drawn('Python', 50, 760),
    drawn('Work Experience', 250, 780),
    drawn('Engineer at a company with a long name in a long line', 250, 764),
  ]);
  expect(lines).toEqual([
    'Skills',
    'Python',
    'Work Experience',
    'Engineer at a company with a long name in a long line',
  ]);
});

test('dates in a left margin are read with the line beside them', async () => {
  const lines = await linesOf([
    drawn('2019.07 - 2021.03', 50, 780),
    drawn('Alpha Ltd', 250, 780),
    drawn('Sold things to people all over the country', 250, 760),
    drawn('2015.07 - 2019.06', 50, 740),
    drawn('Beta Ltd', 250, 740),
    drawn('Bought things from people all over the country', 250, 720),
  ]);
  expect(lines[0]).toBe('2019.07 - 2021.03  Alpha Ltd');
  expect(lines[2]).toBe('2015.07 - 2019.06  Beta Ltd');
});

test('a heading in the left margin becomes a line of its own', async () => {
  const lines = await linesOf([
    drawn('Education', 50, 780),
    drawn('University of Leeds', 200, 780),
    drawn('Skills', 50, 740),
    drawn('Python, SQL and some more words for length', 200, 740),
  ]);
  expect(lines).toEqual([
    'Education',
    'University of Leeds',
    'Skills',
    'Python, SQL and some more words for length',
  ]);
});

test('a ruled table keeps its cells, and a name wrapped inside one is whole again', async () => {
  const rules = [
    ...[700, 740, 780].map((y) => `50 ${y} m 450 ${y} l S`),
    ...[50, 150, 300, 450].map((x) => `${x} 700 m ${x} 780 l S`),
  ];
  const document = await readDocument(
    madePdf([
      [
        ...rules,
        drawn('Period', 60, 755),
        drawn('Company', 160, 755),
        drawn('Title', 310, 755),
        drawn('2019.07-2021.03', 54, 715),
        drawn('Northern Consulting', 160, 722),
        drawn('Partnership', 160, 708),
        drawn('Driver', 310, 715),
      ].join('\n'),
    ]),
  );
  const rows = document.lines.map((line) => line.runs.map((run) => run.text));
  expect(rows[0]).toEqual(['Period', 'Company', 'Title']);
  expect(rows[1]?.[1]?.replace(/\s/g, ' ')).toBe('Northern Consulting Partnership');
  expect(document.lines[1]?.runs.map((run) => run.column)).toEqual([0, 1, 2]);
});

test('page numbers vanish and a page header is read once', async () => {
  const page = (body: string, number: number): string[] => [
    drawn('Resume of Tom Smith', 50, 820),
    drawn(body, 50, 500),
    drawn(`${number} / 2`, 290, 20),
  ];
  const lines = await linesOf(page('First page', 1), page('Second page', 2));
  expect(lines).toEqual(['Resume of Tom Smith', 'First page', 'Second page']);
});

test('each line knows its page', async () => {
  const { lines, pages } = await readDocument(madePdf([drawn('One', 50, 500), drawn('Two', 50, 500)]));
  expect(lines.map((line) => [line.text, line.page])).toEqual([
    ['One', 1],
    ['Two', 2],
  ]);
  expect(pages).toEqual([
    { number: 1, width: 595, height: 842 },
    { number: 2, width: 595, height: 842 },
  ]);
});
