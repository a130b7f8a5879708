import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDimension } from '#core/template/check-dimension.ts';
import { loadDimension } from '#core/template/load-template.ts';
import { patternRisk } from '#core/template/pattern-risk.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';

const file = new URL('../../../templates/dimensions/SERV.json', import.meta.url);

function aDimension(change: Partial<Dimension> = {}): Dimension {
  const loaded = loadDimension(readFileSync(file, 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
  return { ...loaded.value, ...change };
}

function withPattern(zh: string, en = 'called (him|her)'): Dimension {
  const [first, ...rest] = aDimension().indicators;
  if (first === undefined) throw new Error('no indicator');
  return aDimension({ indicators: [{ ...first, patterns: { zh: [zh], en: [en] } }, ...rest] });
}

const codes = (dimension: Dimension) => checkDimension(dimension).map(({ code, path }) => `${code} ${path}`);

test('a worked-out dimension has no finding', () => {
  expect(codes(aDimension())).toEqual([]);
});

test('two anchors with the same words are an error, a thin one a warning', () => {
  const [one, two, three, , five] = aDimension().anchors;
  if (!one || !two || !three || !five) throw new Error('no anchors');
  const anchors = [
    one,
    two,
    three,
    { zh: two.zh, en: 'Something else altogether.' },
    { zh: '很优秀', en: five.en },
  ];
  expect(codes(aDimension({ anchors }))).toEqual(['repeated /anchors/3/zh', 'anchor-thin /anchors/4/zh']);
});

test('too few indicators and exemplars are warnings, because the dimension still works', () => {
  const bare = aDimension({ indicators: [], exemplars: { '1': [], '3': [], '5': [] } });
  expect(codes(bare)).toEqual([
    'few-positive-indicators /indicators',
    'few-negative-indicators /indicators',
    'few-exemplars /exemplars/1',
    'few-exemplars /exemplars/3',
    'few-exemplars /exemplars/5',
  ]);
  expect(checkDimension(bare).every((finding) => finding.severity === 'warning')).toBe(true);
});

test('an indicator id used twice is named', () => {
  const { indicators } = aDimension();
  expect(codes(aDimension({ indicators: [...indicators, ...indicators.slice(0, 1)] }))).toContain(
    `repeated /indicators/${indicators.length}/id`,
  );
});

test.each([
  ['a broken pattern', '道歉(', 'pattern-invalid'],
  ['a pattern that matches the empty clause', '(道歉)?', 'pattern-matches-empty'],
  ['a lookbehind', '(?<!不)道歉', 'pattern-lookbehind'],
  ['a repetition inside a repetition', '(道+歉?)+了', 'pattern-backtracking'],
])('%s is an error', (_name, zh, code) => {
  expect(codes(withPattern(zh))).toEqual([`${code} /indicators/0/patterns/zh/0`]);
});

test.each([
  ['(a+)+', 'backtracking'],
  ['(?:ab?)*c', 'backtracking'],
  ['(x{2,5})+y', 'backtracking'],
  ['((a|b*))+c', 'backtracking'],
  ['(ab)+c', null],
  ['(a+b?)c', null],
  ['(a+){2}c', null],
  ['[(+*]+\\)+x', null],
  ['从.{1,12}(降|减)(到|至)?', null],
] as const)('the risk of %s is %s', (source, risk) => {
  expect(patternRisk(source)).toBe(risk);
});

test('a pattern that knows only one of the pronouns is a warning in either language', () => {
  expect(codes(withPattern('安抚他'))).toEqual(['pattern-one-sided /indicators/0/patterns/zh/0']);
  expect(codes(withPattern('安抚[他她]', 'calmed him'))).toEqual([
    'pattern-one-sided /indicators/0/patterns/en/0',
  ]);
});

test('the word 其他 is no pronoun', () => {
  expect(codes(withPattern('其他(门店|班组)照用'))).toEqual([]);
});

test('an indicator without any pattern in a language is a warning', () => {
  const [first, ...rest] = aDimension().indicators;
  if (first === undefined) throw new Error('no indicator');
  const mute = { ...first, patterns: { zh: [], en: first.patterns.en } };
  expect(codes(aDimension({ indicators: [mute, ...rest] }))).toEqual([
    'indicator-without-pattern /indicators/0/patterns/zh',
  ]);
});

test('full-width letters are an error that names the plain form', () => {
  const [finding] = checkDimension(aDimension({ name: { zh: '服务ＶＩＰ', en: 'VIP service' } }));
  expect(finding).toMatchObject({ severity: 'error', code: 'full-width-latin', path: '/name/zh' });
  expect(finding?.message.zh).toContain('「VIP」');
});
