import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DimensionDetailsView, TrialView } from '#adapters/http/schemas/dimensions.ts';
import type { JobView } from '#adapters/http/schemas/jobs.ts';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let hr: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-dimensions-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const text = (zh: string) => ({ zh, en: zh });
const words = (name = '市场认知') => ({
  name: text(name),
  definition: text('了解本地顾客买什么、为什么买，并能用到工作里'),
  anchors: [
    '说不出顾客是谁，也没有了解过',
    '泛泛而谈，没有具体的顾客或商品',
    '说得出主要顾客和常买的商品，并按此备货',
    '走访或用数据核实顾客需要，据此调整并看到结果',
    '持续跟踪市场变化，带着同事调整，结果有数字',
  ].map(text),
  family: 'enterprising',
  redLine: false,
});
const add = async (body: object = words()) =>
  (await hr.client.post('/api/v1/dimensions', body)).body.code as string;
const details = async (code: string): Promise<DimensionDetailsView> =>
  (await hr.client.get(`/api/v1/dimensions/${code}`)).body;

test('a dimension that a job brought with it enters the library under its own code, once, and leaves it', async () => {
  const dimension = { code: 'XMARKET23', ...words() };
  const codes = async () =>
    (await hr.client.get('/api/v1/dimensions')).body.items.map((item: { code: string }) => item.code);

  const added = await hr.client.post('/api/v1/dimensions', dimension);
  const again = await hr.client.post('/api/v1/dimensions', dimension);

  expect([added.status, added.body.code, added.body.version]).toEqual([201, 'XMARKET23', 1]);
  expect([again.status, again.body.code]).toEqual([409, 'CONFLICT']);
  expect(await codes()).toContain('XMARKET23');
  expect((await hr.client.call('DELETE', '/api/v1/dimensions/XMARKET23')).status).toBe(204);
  expect(await codes()).not.toContain('XMARKET23');
});

test('each saving is a new version, and one made from an older version is refused', async () => {
  const code = await add(words('资源积累'));

  const second = await hr.client.call('PUT', `/api/v1/dimensions/${code}`, {
    body: { ...words('资源与人脉积累'), version: 1, signs: [{ polarity: 'positive', phrases: ['老客户'] }] },
  });
  const stale = await hr.client.call('PUT', `/api/v1/dimensions/${code}`, {
    body: { ...words('资源'), version: 1 },
  });

  expect([second.status, second.body.version, second.body.indicators.length]).toEqual([200, 2, 1]);
  expect([stale.status, stale.body.code]).toEqual([409, 'CONFLICT']);
  const { dimension, versions } = await details(code);
  expect(dimension.name.zh).toBe('资源与人脉积累');
  expect(versions.map(({ version, createdByName }) => [version, createdByName])).toEqual([
    [2, '周敏'],
    [1, '周敏'],
  ]);
});

test('an archived dimension is out of the palette, cannot be changed, and comes back with its versions', async () => {
  const code = await add(words('抗压能力（门店）'));
  const names = async (state: string) =>
    (await hr.client.get(`/api/v1/dimensions?state=${state}`)).body.items.map(
      (one: { code: string }) => one.code,
    );

  await hr.client.call('DELETE', `/api/v1/dimensions/${code}`);
  const changed = await hr.client.call('PUT', `/api/v1/dimensions/${code}`, {
    body: { ...words('抗压'), version: 1 },
  });

  expect(changed.status).toBe(404);
  expect([await names('available'), await names('archived')].map((all) => all.includes(code))).toEqual([
    false,
    true,
  ]);
  expect((await details(code)).archivedAt).not.toBeNull();
  expect((await hr.client.post(`/api/v1/dimensions/${code}/restore`, {})).body.version).toBe(1);
  expect((await hr.client.post(`/api/v1/dimensions/${code}/restore`, {})).status).toBe(404);
  expect(await names('available')).toContain(code);
});

test('codes of archived dimensions are not given out again', async () => {
  const first = await add(words('一号'));
  await hr.client.call('DELETE', `/api/v1/dimensions/${first}`);

  expect(await add(words('二号'))).not.toBe(first);
});

test('a published job keeps the dimension it was published with when the library gets a newer one', async () => {
  const code = await add(words('选品眼光'));
  const job: JobView = (
    await hr.client.post('/api/v1/jobs', { industry: 'catering', template: 'floor-server' })
  ).body;
  const { dimension } = await details(code);
  const [first, ...others] = job.draft.rubric;
  const draft = {
    ...job.draft,
    rubric: [{ dimension, weight: first?.weight ?? 0, jobRelatedness: '进货要懂顾客' }, ...others],
    questions: job.draft.questions.map((question, index) =>
      index === 0 || question.dimensions[0] === first?.dimension.code
        ? { ...question, dimensions: [code] }
        : question,
    ),
  };
  const saved = await hr.client.call('PUT', `/api/v1/jobs/${job.id}/draft`, {
    body: { revision: job.revision, draft },
  });
  const published = await hr.client.post(`/api/v1/jobs/${job.id}/publish`, { revision: saved.body.revision });
  await hr.client.call('PUT', `/api/v1/dimensions/${code}`, { body: { ...words('选品'), version: 1 } });

  expect(published.status).toBe(201);
  const versions = (await hr.client.get(`/api/v1/jobs/${job.id}/versions`)).body.items;
  expect(versions[0].definition.rubric[0].dimension).toMatchObject({ version: 1, name: { zh: '选品眼光' } });
  expect((await details(code)).jobs).toEqual([
    { id: job.id, title: job.title, state: 'published', inDraft: 1, inCurrentVersion: 1 },
  ]);
});

test('a shipped dimension names the packs that weigh it and cannot be saved or archived', async () => {
  const shipped = await details('COM');

  expect(shipped.own).toBe(false);
  expect(shipped.packs).toContain('automotive');
  expect((await hr.client.call('DELETE', '/api/v1/dimensions/COM')).status).toBe(404);
});

test('a sample answer is judged by the words of the dimension, and its signs are found as they stand', async () => {
  const trial = async (answer: string, signs: object[] = []) => {
    const { name, definition, anchors } = words();
    const { status, body } = await hr.client.post('/api/v1/dimension-trials', {
      dimension: { name, definition, anchors, signs },
      question: { text: '请讲一次您根据顾客需要调整商品的经历。', type: 'behavioural' },
      answer,
      lang: 'zh',
    });
    expect(status).toBe(200);
    return body as TrialView;
  };
  const told =
    '去年夏天我负责水果柜，发现写字楼的顾客中午只买小份。我连续两周记下每天卖出的份数，又问了二十位老客户（很挑剔），' +
    '然后把切块水果改成 300 克小盒，摆到收银台旁。一个月后中午销售额涨了 35%，损耗从 12% 降到 6%。';

  const full = await trial(told, [{ polarity: 'positive', phrases: ['老客户（很挑剔）'] }]);
  const thin = await trial('我很了解市场。');

  expect(full.level ?? 0).toBeGreaterThanOrEqual(3);
  expect(full.evidence.every(({ start, end, quote }) => told.slice(start, end) === quote)).toBe(true);
  expect(full.evidence.some(({ quote }) => quote.includes('老客户（很挑剔）'))).toBe(true);
  expect([thin.level, thin.state]).not.toEqual([full.level, 'scored']);
});
