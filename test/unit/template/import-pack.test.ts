import { expect, test } from 'vitest';
import { exportBundle, exportFolder } from '#core/template/export-pack.ts';
import { importFolder, importPack } from '#core/template/import-pack.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { aPack, aQuestion, flowerLibrary } from './a-pack.ts';

const words = { zh: '市场认知', en: 'Market sense' };
const ownDimension: Dimension = {
  code: 'XMKT',
  version: 3,
  name: words,
  definition: words,
  family: 'enterprising',
  anchors: [words, words, words, words, words],
  indicators: [],
  exemplars: { '1': [], '3': [], '5': [] },
  redLine: false,
};
const builtIn = (code: string): Dimension => ({ ...ownDimension, code, version: 1 });
const source = {
  dimensions: [ownDimension, builtIn('SERV'), builtIn('TEAM'), builtIn('QUAL'), builtIn('SAFE')],
  questionBanks: [
    { dimension: 'XMKT', version: 1, questions: [aQuestion({ id: 'trend', dimensions: ['XMKT'] })] },
  ],
};
const base = aPack();
const pack = aPack({
  rubric: base.rubric.map((item, i) => (i === 2 ? { ...item, dimension: 'XMKT' } : item)),
  questions: base.questions.map((question) =>
    question.dimensions.includes('QUAL') ? { ...question, dimensions: ['XMKT'] } : question,
  ),
  jobs: base.jobs.map((job) => ({ ...job, questions: ['wilted-bouquet', 'valentine-rush', 'XMKT/trend'] })),
});

test('a bundle carries the own dimensions and banks, and names the built-in ones with their version', () => {
  const bundle = exportBundle(pack, source);
  expect(bundle.dimensions).toEqual([ownDimension]);
  expect(bundle.questionBanks).toEqual(source.questionBanks);
  expect(bundle.requires).toEqual([
    { dimension: 'SERV', version: 1 },
    { dimension: 'TEAM', version: 1 },
  ]);
});

test('what was exported as one file comes back unchanged', () => {
  const bundle = exportBundle(pack, source);
  expect(importPack(JSON.stringify(bundle), flowerLibrary)).toEqual({ bundle, findings: [] });
});

test('what was exported as a folder comes back unchanged but for the schema paths', () => {
  const files = exportFolder(pack, source);
  expect([...files.keys()]).toEqual([
    'manifest.json',
    'pack.json',
    'dimensions/XMKT.json',
    'questions/XMKT.json',
  ]);
  const { bundle, findings } = importFolder(files, flowerLibrary);
  expect(findings).toEqual([]);
  expect(bundle && exportBundle(bundle.pack, source)).toEqual(exportBundle(pack, source));
  expect(bundle?.dimensions[0]?.$schema).toBe('../../schema/dimension.json');
});

test('a lone pack file is imported as well', () => {
  expect(importPack(base, flowerLibrary).bundle?.pack).toEqual(base);
});

test('an older pack inside a bundle is upgraded', () => {
  const { formatVersion: _absent, ...old } = pack;
  const imported = importPack({ ...exportBundle(pack, source), pack: old }, flowerLibrary);
  expect(imported.bundle?.pack.formatVersion).toBe(1);
});

test('a dimension that this system lacks stops the import, another version of it only warns', () => {
  const bundle = {
    ...exportBundle(pack, source),
    requires: [
      { dimension: 'LUCK', version: 1 },
      { dimension: 'TEAM', version: 2 },
    ],
  };
  const { findings } = importPack(bundle, flowerLibrary);
  expect(findings.map(({ severity, code, path }) => [severity, code, path])).toEqual([
    ['error', 'required-dimension-missing', '/requires/0'],
    ['warning', 'dimension-version-differs', '/requires/1'],
  ]);
});

test('an import can’t replace a built-in dimension', () => {
  const bundle = { ...exportBundle(pack, source), dimensions: [ownDimension, builtIn('SERV')] };
  const imported = importPack(bundle, flowerLibrary);
  expect(imported.bundle).toBeNull();
  expect(imported.findings.map((finding) => finding.code)).toEqual(['built-in-dimension']);
});

test('faults of a bundle and of a folder are named with their place', () => {
  const rubric = pack.rubric.map((item) => ({ ...item, weight: 10 }));
  const bundle = { ...exportBundle(pack, source), pack: { ...pack, rubric } };
  expect(importPack(bundle, flowerLibrary).findings.map((finding) => finding.path)).toEqual(['/pack/rubric']);
  const files = exportFolder(pack, source);
  files.set('pack.json', '{');
  files.set('notes.exe', 'MZ');
  expect(importFolder(files, flowerLibrary).findings.map((finding) => finding.path)).toEqual([
    'pack.json#',
    'notes.exe',
  ]);
});

test('a folder without a pack is refused', () => {
  expect(importFolder(new Map([['a.txt', 'x']]), flowerLibrary).findings[0]?.code).toBe('pack-missing');
});
