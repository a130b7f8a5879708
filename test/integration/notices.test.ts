import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let hr: StaffMember;
let colleague: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-notices-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
  colleague = await ground.staff('employee', '许静');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string;
  readonly readAt: string | null;
}

const itemsOf = async (who: StaffMember, query = ''): Promise<readonly Item[]> =>
  (await who.client.get(`/api/v1/notices${query}`)).body.items;

test('a scored interview tells those who decide, with the name and the way to the report, and nobody else', async () => {
  const { applicationId } = await ground.handedIn({ name: '宋雨' });
  const items = await itemsOf(hr);

  expect(items[0]).toMatchObject({
    kind: 'report_ready',
    title: '宋雨的面试报告好了',
    path: `/reports/${applicationId}`,
    readAt: null,
  });
  expect(await itemsOf(colleague)).toEqual([]);
});

test('where people rate before they see scores, the notice asks for a rating and names nobody', async () => {
  await ground.handedIn({ name: '程宇', interview: { humanRatesFirst: true } });
  const [newest] = await itemsOf(hr);

  expect(newest?.kind).toBe('rating_needed');
  expect(newest?.title).not.toContain('程宇');
});

test('notices are read in the language of the reader, counted, and marked by their owner alone', async () => {
  const { body: counted } = await hr.client.get('/api/v1/notices/unread');
  const english = await hr.client.call('GET', '/api/v1/notices', { headers: { 'accept-language': 'en' } });
  const [first] = await itemsOf(hr);
  const foreign = await colleague.client.post('/api/v1/notices/read', { ids: [first?.id] });
  const still = await hr.client.get('/api/v1/notices/unread');
  const marked = await hr.client.post('/api/v1/notices/read', { ids: [first?.id] });
  const all = await hr.client.post('/api/v1/notices/read', {});

  expect(counted.unread).toBeGreaterThanOrEqual(2);
  expect(english.body.items.map(({ title }: Item) => title).join()).toContain('interview report is ready');
  expect(foreign.body.unread).toBe(0);
  expect(still.body.unread).toBe(counted.unread);
  expect(marked.body.unread).toBe(counted.unread - 1);
  expect(all.body.unread).toBe(0);
  expect(await itemsOf(hr, '?unread=true')).toEqual([]);
  expect((await itemsOf(hr)).length).toBe(counted.unread);
});

test('without an office platform no card is made, and the settings say so', async () => {
  const { body: own } = await hr.client.get('/api/v1/notices/settings');
  const { body: sent } = await hr.client.get('/api/v1/messages');

  expect(own).toMatchObject({ cardsPossible: false, own: { cards: true, off: [] } });
  expect(sent.items).toEqual([]);
});

test('a person chooses their cards, the company its quiet hours, and HR may only read those', async () => {
  const own = await colleague.client.call('PUT', '/api/v1/notices/settings', {
    body: { cards: true, off: ['report_ready'] },
  });
  const owner = await ground.staff('owner', '陈总');
  const rules = { quietFrom: '22:00', quietTo: '07:30', digestMinutes: 30, off: ['scorecard_given'] };
  const saved = await owner.client.call('PUT', '/api/v1/messages/settings', { body: rules });
  const refused = await hr.client.call('PUT', '/api/v1/messages/settings', { body: rules });
  const wrong = await owner.client.call('PUT', '/api/v1/messages/settings', {
    body: { ...rules, quietFrom: '25:00' },
  });

  expect(own.body.own.off).toEqual(['report_ready']);
  expect(saved.body).toEqual(rules);
  expect([refused.status, wrong.status]).toEqual([403, 422]);
  expect((await colleague.client.get('/api/v1/notices/settings')).body.companyOff).toEqual([
    'scorecard_given',
  ]);
});
