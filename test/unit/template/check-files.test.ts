import { expect, test } from 'vitest';
import { checkTemplateFiles } from '#core/template/check-files.ts';
import { aPack, aQuestion, flowerLibrary } from './a-pack.ts';

const bank = {
  dimension: 'QUAL',
  version: 1,
  questions: Array.from({ length: 10 }, (_, i) =>
    aQuestion({
      id: i === 0 ? 'look-twice' : `check-${i}`,
      type: i < 6 ? 'behavioural' : 'situational',
      dimensions: ['QUAL'],
      bands: ['graduate', '1-3', '3-5', '5+'],
      text: {
        zh: `请讲第 ${i + 1} 次查出差错的经历。`,
        en: `Tell us about error number ${i + 1} you found.`,
      },
    }),
  ),
};

function check(files: Record<string, unknown>) {
  const texts = Object.entries(files).map(
    ([file, value]) => [file, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  return checkTemplateFiles(new Map(texts), flowerLibrary).map(({ file, findings }) => [
    file,
    findings.map((finding) => `${finding.code} ${finding.path}`),
  ]);
}

test('a good folder is listed file by file without findings, and other files are passed over', () => {
  expect(
    check({
      'flower-shop/pack.json': aPack(),
      'questions/QUAL.json': bank,
      'schema/x.json': '{}',
      'README.md': '#',
    }),
  ).toEqual([
    ['questions/QUAL.json', []],
    ['flower-shop/pack.json', []],
  ]);
});

test('a pack may point to a bank that lies in the same folder', () => {
  const [job] = aPack().jobs;
  const jobs = [{ ...job, questions: ['wilted-bouquet', 'valentine-rush', 'QUAL/look-twice'] }];
  const pack = { ...aPack(), jobs };
  expect(check({ 'pack.json': pack, 'questions/QUAL.json': bank })).toEqual([
    ['questions/QUAL.json', []],
    ['pack.json', []],
  ]);
  expect(check({ 'pack.json': pack })).toEqual([
    ['pack.json', ['unknown-question /jobs/0/questions/2', 'job-leaves-dimension-out /jobs/0/questions']],
  ]);
});

test('a file that lies under another name than its id is named', () => {
  expect(check({ 'shoes/pack.json': aPack(), 'questions/TEAM.json': bank })).toEqual([
    ['questions/TEAM.json', ['name-differs /dimension']],
    ['shoes/pack.json', ['name-differs /id']],
  ]);
});

test('a broken file is reported and does not hide the others', () => {
  expect(check({ 'a/pack.json': '{', 'flower-shop/pack.json': aPack() })).toEqual([
    ['a/pack.json', ['not-json ']],
    ['flower-shop/pack.json', []],
  ]);
});
