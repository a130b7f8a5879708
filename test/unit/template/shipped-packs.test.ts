import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPack } from '#core/template/check-pack.ts';
import { exportBundle } from '#core/template/export-pack.ts';
import { importPack } from '#core/template/import-pack.ts';
import { loadPack } from '#core/template/load-pack.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import { shippedLibrary } from './a-pack.ts';

const root = new URL('../../../templates/', import.meta.url);
const library = shippedLibrary();

/** The default weights of the product's assessment handbook. */
const weights: Readonly<Record<string, string>> = {
  manufacturing: 'SAFE25 QUAL20 PROB20 RESP20 TEAM15',
  retail: 'SERV30 SELL20 COM20 STRESS15 TEAM15',
  catering: 'SERV30 STRESS20 TEAM20 RESP15 SAFE15',
  'it-internet': 'TECH30 PROB25 LOGIC15 LEARN15 TEAM15',
  education: 'COM25 LIS20 SERV15 RESP20 LEARN20',
  healthcare: 'SAFE25 TECH25 LIS20 STRESS15 RESP15',
  biopharma: 'TECH30 QUAL25 SAFE20 DATA15 INTEG10',
  logistics: 'EXEC20 SAFE25 RESP20 STRESS15 ADAPT20',
  finance: 'INTEG25 LOGIC20 SELL20 COM15 DATA20',
  'real-estate': 'SELL30 RES20 STRESS15 COM20 MKT15',
  'property-management': 'SERV30 LIS20 SAFE20 ADAPT15 RESP15',
  hotel: 'SERV30 COM20 ADAPT20 LIS15 STRESS15',
  'e-commerce': 'DATA25 EXEC20 MKT20 ADAPT20 COM15',
  'customer-service': 'LIS25 SERV25 STRESS25 COM15 QUAL10',
  construction: 'SAFE30 PLAN20 QUAL20 PROB15 RESP15',
  automotive: 'SELL25 SERV25 TECH20 COM15 INTEG15',
  'energy-power': 'SAFE35 TECH25 QUAL15 ADAPT15 TEAM10',
  'media-advertising': 'INNO25 COM20 MKT20 STRESS15 TEAM20',
  'local-services': 'MKT25 RES20 SELL20 STRESS20 EXEC15',
  'public-sector': 'LOGIC20 PLAN20 COM15 ADAPT20 SERV15 INTEG10',
  agriculture: 'TECH25 PROB20 RESP20 PLAN20 LEARN15',
  beauty: 'SERV30 SELL20 LIS20 TECH20 INTEG10',
  'domestic-eldercare': 'LIS25 RESP25 SAFE25 SERV25',
  'foreign-trade': 'COM25 SELL20 ADAPT20 DATA15 PLAN20',
  'hr-administration': 'COM20 PLAN20 INTEG20 SERV20 DATA20',
};
const ids = Object.keys(weights);

function packOf(id: string): IndustryPack {
  const loaded = loadPack(readFileSync(new URL(`${id}/pack.json`, root), 'utf8'));
  if (!loaded.ok) throw new Error(`${id}: ${JSON.stringify(loaded.findings)}`);
  return loaded.value;
}

test('exactly the 25 packs are shipped', () => {
  const shipped = readdirSync(root).filter((name) => existsSync(new URL(`${name}/pack.json`, root)));
  expect(shipped.sort()).toEqual([...ids].sort());
});

test.each(ids)('the pack %s has no finding at all', (id) => {
  const pack = packOf(id);
  expect(pack.id).toBe(id);
  expect(pack.$schema).toBe('../schema/industry-pack.json');
  expect(checkPack(pack, library)).toEqual([]);
});

test.each(ids)('the pack %s keeps the default weights', (id) => {
  const stated = packOf(id).rubric.map((item) => `${item.dimension}${item.weight}`);
  expect(stated.sort()).toEqual(weights[id]?.split(' ').sort());
});

test.each(ids)(
  'the pack %s offers at least eight questions, of several kinds, each with asks, keys and probes',
  (id) => {
    const { questions } = packOf(id);
    expect(questions.length).toBeGreaterThanOrEqual(8);
    const types = new Set(questions.map((question) => question.type));
    expect([...types]).toEqual(expect.arrayContaining(['behavioural', 'situational']));
    for (const question of questions) {
      expect(question.asks.length, question.id).toBeGreaterThanOrEqual(2);
      expect(question.keys.length, question.id).toBeGreaterThanOrEqual(3);
      expect(question.probes.length, question.id).toBeGreaterThanOrEqual(1);
    }
  },
);

test.each(ids)('every usual post of %s has tasks and five questions that cover its whole rubric', (id) => {
  const pack = packOf(id);
  const own = new Map(pack.questions.map((question) => [question.id, question]));
  expect(pack.jobs.length).toBeGreaterThanOrEqual(2);
  for (const job of pack.jobs) {
    expect(job.tasks.length, job.id).toBeGreaterThanOrEqual(4);
    expect(job.questions.length, job.id).toBe(5);
    const covered = new Set(job.questions.flatMap((question) => own.get(question)?.dimensions ?? []));
    expect([...covered].sort(), job.id).toEqual(pack.rubric.map((item) => item.dimension).sort());
  }
});

test.each(ids)('the pack %s asks for the arrival date and states industry fields on the job', (id) => {
  const pack = packOf(id);
  expect(pack.mustHave.some((fact) => fact.kind === 'arrival_date')).toBe(true);
  expect(pack.fields.filter((field) => field.on === 'job').length).toBeGreaterThanOrEqual(3);
  expect(pack.fields.some((field) => field.on === 'candidate')).toBe(true);
});

test.each(ids)('the pack %s survives a trip through export and import', (id) => {
  const pack = packOf(id);
  const bundle = exportBundle(pack, { dimensions: [], questionBanks: [] });
  const { bundle: back, findings } = importPack(JSON.stringify(bundle), library);
  expect(findings).toEqual([]);
  const { $schema: _path, ...content } = pack;
  expect(back?.pack).toEqual(content);
});

test('IT asks for code, and every code or knowledge question has a reference or enough key points', () => {
  expect(packOf('it-internet').questions.some((question) => question.type === 'code')).toBe(true);
  for (const id of ids) {
    for (const question of packOf(id).questions) {
      if (question.type !== 'knowledge' && question.type !== 'code') continue;
      expect(question.keys.length, `${id}/${question.id}`).toBeGreaterThanOrEqual(4);
    }
  }
});

test('no two packs share the words of a question', () => {
  const seen = new Map<string, string>();
  for (const id of ids) {
    for (const question of packOf(id).questions) {
      expect(seen.get(question.text.zh), `${id}/${question.id}`).toBeUndefined();
      seen.set(question.text.zh, `${id}/${question.id}`);
    }
  }
});
