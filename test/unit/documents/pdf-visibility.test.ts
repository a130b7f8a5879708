import { expect, test } from 'vitest';
import { readDocument } from '#adapters/documents/read-document.ts';
import { drawn, madePdf } from './made-files.ts';

const read = async (...operators: string[]) => {
  const pdf = madePdf([[drawn('Visible words that stay', 60, 800), ...operators].join('\n')], {
    extGState: '/Clear << /ca 0 >>',
  });
  const { lines, hidden } = await readDocument(pdf);
  return { seen: lines.map((line) => line.text), hidden: hidden.map(({ text, reason }) => [text, reason]) };
};

test.each([
  ['white on white', `1 g ${drawn('Secret', 60, 700)}`, 'background_colour'],
  ['nearly white on white', `0.97 g ${drawn('Secret', 60, 700)}`, 'background_colour'],
  [
    'in the colour of the area below',
    `0 0 0.5 rg 50 690 200 30 re f ${drawn('Secret', 60, 700)}`,
    'background_colour',
  ],
  ['one point high', drawn('Secret', 60, 700, 1), 'tiny'],
  ['drawn small by the matrix', `q 0.1 0 0 0.1 0 0 cm ${drawn('Secret', 600, 7000)} Q`, 'tiny'],
  ['left of the page', drawn('Secret', -300, 700), 'off_page'],
  ['below the page', drawn('Secret', 60, -40), 'off_page'],
  ['in render mode 3', `BT /F1 11 Tf 3 Tr 60 700 Td (Secret) Tj ET`, 'invisible'],
  ['fully transparent', `q /Clear gs ${drawn('Secret', 60, 700)} Q`, 'invisible'],
  ['painted over', `${drawn('Secret', 60, 700)} 1 g 50 690 200 30 re f`, 'covered'],
  ['outside its clip', `q 300 300 10 10 re W n ${drawn('Secret', 60, 700)} Q`, 'clipped'],
])('text %s is kept apart from what people see', async (_, operators, reason) => {
  const { seen, hidden } = await read(operators);
  expect(seen).toEqual(['Visible words that stay']);
  expect(hidden).toEqual([['Secret', reason]]);
});

test('white text on a dark area is seen', async () => {
  const { seen, hidden } = await read(`0 0 0.4 rg 50 690 200 30 re f 1 g ${drawn('Heading', 60, 700)}`);
  expect(seen).toEqual(['Visible words that stay', 'Heading']);
  expect(hidden).toEqual([]);
});

test('white text on a dark area with round corners is seen', async () => {
  const round = '0 0 0.4 rg 60 690 m 200 690 l 210 690 210 720 200 720 c 60 720 l 50 720 50 690 60 690 c f';
  expect((await read(`${round} 1 g ${drawn('Heading', 65, 700)}`)).hidden).toEqual([]);
});

test('text drawn twice for boldness is read once', async () => {
  const { seen } = await read(drawn('Bold', 60, 700), drawn('Bold', 60.3, 700));
  expect(seen).toEqual(['Visible words that stay', 'Bold']);
});

test('a white shadow of visible text is not called hidden', async () => {
  const { seen, hidden } = await read(`1 g ${drawn('Shadowed', 61, 699)} 0 g ${drawn('Shadowed', 60, 700)}`);
  expect(seen).toContain('Shadowed');
  expect(hidden).toEqual([]);
});

test('the colour of an outer state comes back when the inner one ends', async () => {
  const { seen } = await read(`q 1 g Q ${drawn('After', 60, 700)}`);
  expect(seen).toContain('After');
});
