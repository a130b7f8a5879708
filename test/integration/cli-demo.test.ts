import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportDocument } from '#core/report/report-document.ts';
import { type CommandResult, runCommand } from '../support/command-line.ts';

let folder: string;
let result: CommandResult;
let report: ReportDocument;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-cli-demo-'));
  result = await runCommand(['demo', '--out', 'here'], { folder });
  if (result.code === 0) report = JSON.parse(await readFile(join(folder, 'here/report.json'), 'utf8'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the demonstration ends with one line that says where the two files lie, and leaves nothing else', async () => {
  expect(result.told).not.toMatch(/could not/);
  expect(result.code).toBe(0);
  expect(result.lines).toHaveLength(1);
  expect(result.lines[0]).toMatchObject({
    html: join(folder, 'here/report.html'),
    json: join(folder, 'here/report.json'),
  });
  expect((await readdir(join(folder, 'here'))).sort()).toEqual(['report.html', 'report.json']);
});

test('people see how far it is, step by step to the last', () => {
  const steps = result.told.match(/^\[\d+\/\d+\]/gm) ?? [];
  const total = Number(steps[0]?.match(/\/(\d+)/)?.[1]);

  expect(steps).toEqual(Array.from({ length: total }, (_, index) => `[${index + 1}/${total}]`));
});

test('the interview was answered by text, voice and video, and no transcript appears that no recogniser made', () => {
  const turns = report.questions.flatMap((question) => question.turns);

  expect(new Set(turns.map(({ mode }) => mode))).toEqual(new Set(['text', 'voice', 'video']));
  expect(turns.filter(({ textSource }) => textSource === 'transcript')).toEqual([]);
  expect(turns.filter(({ mode }) => mode !== 'text').every(({ recording }) => recording?.available)).toBe(
    true,
  );
});

test('the report is scored with quotes from the answers and decided by a person', () => {
  const texts = new Map(
    report.questions.flatMap(({ turns }) => turns.map(({ answerId, text }) => [answerId, text])),
  );
  const evidence = report.questions.flatMap((question) => question.evidence);

  expect(report.result?.score10).toBeTypeOf('number');
  expect(evidence.length).toBeGreaterThan(10);
  for (const { turnId, start, end, quote } of evidence) {
    expect(texts.get(turnId)?.slice(start, end)).toBe(quote);
  }
  expect(report.decisions).toHaveLength(1);
});

test('the page of the report asks nothing of any server', async () => {
  const html = await readFile(join(folder, 'here/report.html'), 'utf8');

  expect(html).toContain('林晓雯');
  expect(html).not.toMatch(/<script|<link|src="http|@import|url\(http/);
});
