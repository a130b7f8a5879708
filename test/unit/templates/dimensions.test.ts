import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDimension } from '#core/template/check-dimension.ts';
import { loadDimension } from '#core/template/load-template.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';

const folder = new URL('../../../templates/dimensions/', import.meta.url);
const codes =
  'ADAPT COM DATA EXEC INFL INNO INTEG LEAD LEARN LIS LOGIC MKT MOTI PLAN PROB QUAL RES RESP SAFE SELL SERV STRESS TEAM TECH'.split(
    ' ',
  );

function dimensionOf(code: string): Dimension {
  const loaded = loadDimension(readFileSync(new URL(`${code}.json`, folder), 'utf8'));
  if (!loaded.ok) throw new Error(`${code}: ${JSON.stringify(loaded.findings)}`);
  return loaded.value;
}

/** Rough clauses, enough to see whether an exemplar speaks the language of its indicators. */
function hits(dimension: Dimension, answer: string, lang: 'zh' | 'en', polarity: 'positive' | 'negative') {
  const clauses = answer.split(lang === 'zh' ? /[，。；：？！]/u : /[.,;:?!]/u);
  return dimension.indicators.filter(
    (indicator) =>
      indicator.polarity === polarity &&
      indicator.patterns[lang].some((source) =>
        clauses.some((clause) => new RegExp(source, 'iu').test(clause)),
      ),
  ).length;
}

test('exactly the 24 dimensions are shipped', () => {
  expect(readdirSync(folder).sort()).toEqual(codes.map((code) => `${code}.json`));
});

test.each(codes)('the dimension %s has no finding at all', (code) => {
  const dimension = dimensionOf(code);
  expect(dimension.code).toBe(code);
  expect(dimension.$schema).toBe('../schema/dimension.json');
  expect(checkDimension(dimension)).toEqual([]);
});

test('a low level asks for a person only in integrity and safety', () => {
  expect(codes.filter((code) => dimensionOf(code).redLine)).toEqual(['INTEG', 'SAFE']);
});

test('no two dimensions share a name, a definition or an anchor', () => {
  const texts = codes
    .map(dimensionOf)
    .flatMap(({ name, definition, anchors }) =>
      [name, definition, ...anchors].flatMap((text) => [text.zh, text.en]),
    );
  expect(new Set(texts).size).toBe(texts.length);
});

test.each(codes)('the examples of %s are recognised by its own indicators in both languages', (code) => {
  const dimension = dimensionOf(code);
  for (const lang of ['zh', 'en'] as const) {
    const mean = (level: '1' | '3' | '5', polarity: 'positive' | 'negative') => {
      const counts = dimension.exemplars[level].map((text) => hits(dimension, text[lang], lang, polarity));
      return counts.reduce((sum, count) => sum + count, 0) / counts.length;
    };
    expect(mean('3', 'positive'), `${lang} 3`).toBeGreaterThanOrEqual(1);
    expect(mean('5', 'positive'), `${lang} 5`).toBeGreaterThanOrEqual(3);
    expect(mean('1', 'negative'), `${lang} 1`).toBeGreaterThanOrEqual(1);
    expect(mean('5', 'negative'), `${lang} 5 negative`).toBeLessThan(mean('1', 'negative'));
  }
});

test('no pattern slows down on a long hostile clause', () => {
  const hostile = ['我先'.repeat(1000), '他'.repeat(2000), 'asked him '.repeat(300), ' '.repeat(2000)];
  const started = performance.now();
  for (const { indicators } of codes.map(dimensionOf)) {
    for (const { patterns } of indicators) {
      for (const source of [...patterns.zh, ...patterns.en]) {
        const pattern = new RegExp(source, 'iu');
        for (const clause of hostile) pattern.test(clause);
      }
    }
  }
  expect(performance.now() - started).toBeLessThan(15_000);
});
