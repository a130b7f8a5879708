import { expect, test } from 'vitest';
import { loadPack } from '#core/template/load-pack.ts';
import { loadDimension } from '#core/template/load-template.ts';
import { aPack, aQuestion } from './a-pack.ts';

function findingsOf(input: unknown) {
  const loaded = loadPack(input);
  return loaded.ok ? [] : loaded.findings.map((finding) => [finding.path, finding.code]);
}

test('a valid pack is read from a value and from text, with or without a byte order mark', () => {
  const pack = aPack();
  for (const input of [pack, JSON.stringify(pack), `\uFEFF${JSON.stringify(pack)}`]) {
    expect(loadPack(input)).toEqual({ ok: true, value: pack });
  }
});

test('a file from before the format was numbered is upgraded', () => {
  const { formatVersion: _absent, ...old } = aPack();
  expect(loadPack(old)).toEqual({ ok: true, value: aPack() });
});

test('a file of a newer format is refused instead of guessed at', () => {
  expect(findingsOf({ ...aPack(), formatVersion: 99 })).toEqual([['/formatVersion', 'format-version']]);
  expect(findingsOf({ ...aPack(), formatVersion: 'latest' })).toEqual([['/formatVersion', 'format-version']]);
});

test('an unknown field is refused with its path', () => {
  const pack = { ...aPack(), questions: [{ ...aQuestion(), colour: 'red' }, ...aPack().questions.slice(1)] };
  expect(findingsOf(pack)).toEqual([['/questions/0/colour', 'schema-additional-properties']]);
});

test('each fault is named with the field, in both languages', () => {
  const loaded = loadPack({
    ...aPack(),
    id: 'Flower Shop',
    rubric: [{ dimension: 'serv', weight: 0, jobRelatedness: { zh: '', en: 'x' } }],
    flow: ['interview', 'interview'],
    reportLayout: { sections: ['weather', 'limits', 'decision'], emphasis: [], chart: 'pie' },
  });
  const findings = loaded.ok ? [] : loaded.findings;
  expect(findings.map((finding) => finding.path).sort()).toEqual([
    '/flow',
    '/id',
    '/reportLayout/chart',
    '/reportLayout/sections/0',
    '/rubric',
    '/rubric/0/dimension',
    '/rubric/0/jobRelatedness/zh',
    '/rubric/0/weight',
  ]);
  for (const { message } of findings) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en).not.toMatch(/\p{Script=Han}/u);
  }
});

test('text that is no JSON names the line and column', () => {
  const loaded = loadPack('{\n  "id": "a",\n  oops\n}');
  expect(loaded.ok ? '' : loaded.findings[0]?.message.en).toMatch(/line 3/);
});

test.each([
  ['null', null],
  ['a list', []],
  ['a number', 7],
  ['an empty text', ''],
  ['nothing', undefined],
])('%s is refused without a crash', (_name, input) => {
  const loaded = loadPack(input);
  expect(loaded.ok).toBe(false);
});

test('a text of many emoji is measured in characters, not in UTF-16 units', () => {
  const summary = { zh: '花'.repeat(1000) + '🌸'.repeat(1000), en: 'flowers' };
  expect(findingsOf(aPack({ summary }))).toEqual([]);
  expect(findingsOf(aPack({ summary: { ...summary, zh: `${summary.zh}🌸` } }))).toEqual([
    ['/summary/zh', 'schema-max-length'],
  ]);
});

test('a field called like a built-in of JavaScript is an unknown field like any other', () => {
  const text = JSON.stringify(aPack()).replace('{', '{"__proto__":{"admin":true},');
  expect(findingsOf(text)).toEqual([['/__proto__', 'schema-additional-properties']]);
});

test('a dimension with four anchors is refused', () => {
  const anchor = { zh: '反例', en: 'counter-example' };
  const loaded = loadDimension({
    code: 'XMKT',
    version: 1,
    name: anchor,
    definition: anchor,
    family: 'leading',
    anchors: [anchor, anchor, anchor, anchor],
    indicators: [],
    exemplars: { '1': [], '3': [], '5': [] },
    redLine: false,
  });
  expect(loaded.ok ? [] : loaded.findings.map((finding) => finding.path)).toEqual(['/anchors']);
});
