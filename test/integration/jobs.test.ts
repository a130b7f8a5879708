import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JobView } from '#adapters/http/schemas/jobs.ts';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let hr: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-jobs-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

async function aJob(body: object = { industry: 'catering', template: 'floor-server' }): Promise<JobView> {
  const answer = await hr.client.post('/api/v1/jobs', body);
  expect(answer.status).toBe(201);
  return answer.body;
}

const save = (job: JobView, draft: Partial<JobView['draft']>, revision = job.revision) =>
  hr.client.call('PUT', `/api/v1/jobs/${job.id}/draft`, {
    body: { revision, draft: { ...job.draft, ...draft } },
  });
const publish = (job: JobView, revision = job.revision) =>
  hr.client.post(`/api/v1/jobs/${job.id}/publish`, { revision });

test('a draft saved over a colleague’s newer one is refused and changes nothing', async () => {
  const job = await aJob();

  const first = await save(job, { title: '早班服务员' });
  const stale = await save(job, { title: '晚班服务员' });

  expect([first.status, first.body.revision]).toEqual([200, 2]);
  expect([stale.status, stale.body.code]).toEqual([409, 'CONFLICT']);
  expect((await hr.client.get(`/api/v1/jobs/${job.id}`)).body.draft.title).toBe('早班服务员');
});

test('a pattern that nobody checked is not taken with a draft: one answer could hold up every company', async () => {
  const job = await aJob();
  const withPatterns = (patterns: readonly string[]) =>
    job.draft.rubric.map((row, i) => {
      const { dimension } = row;
      const own = { zh: [...patterns], en: [] };
      const indicators = dimension.indicators.map((one) => ({ ...one, patterns: own }));
      return i === 1 ? { ...row, dimension: { ...dimension, indicators } } : row;
    });

  const refused = await save(job, { rubric: withPatterns(['走访顾客', '(?:我|我)+x']) });
  const phrases = await save(job, { rubric: withPatterns(['走访顾客', '\\bC\\+\\+']) });

  expect([refused.status, refused.body.code]).toEqual([422, 'VALIDATION']);
  expect(refused.body.errors[0].field).toBe('rubric.1.dimension.indicators');
  expect(phrases.status).toBe(200);
});

test('a job of one’s own title has the trade’s dimensions and questions and asks for tasks', async () => {
  const job = await aJob({ industry: 'catering', title: '奶茶店店员' });

  expect(job.title).toBe('奶茶店店员');
  expect(job.draft.rubric.length).toBeGreaterThanOrEqual(3);
  expect(job.findings.map(({ code }) => code)).toContain('tasks.few');
});

test('discriminatory wording cannot be published, and a legal reason is logged with its person', async () => {
  const job = await aJob();
  const saved = (await save(job, { title: '服务员（限男性）' })).body as JobView;

  const refused = await publish(saved);
  const wording = saved.findings.find(({ code }) => code === 'wording')?.wording;
  const reason = '《女职工劳动保护特别规定》附录一';
  const kept = (
    await save(saved, {
      title: '服务员（限男性）',
      wordingExceptions: [{ rule: wording?.rule ?? '', quote: wording?.quote ?? '', reason }],
    })
  ).body as JobView;
  const published = await publish(kept);

  expect([refused.status, refused.body.code]).toEqual([422, 'VALIDATION']);
  expect(refused.body.remedy ?? refused.body.errors).toBeTruthy();
  expect(published.status).toBe(201);
  const rows = await ground.ground.owner.store.audit.list({ subjectId: job.id, area: 'job', limit: 5 });
  expect(rows[0]).toMatchObject({
    action: 'job.published',
    actor: { kind: 'person', id: hr.id },
    data: { version: 1, keptWording: [{ rule: wording?.rule, reason }] },
  });
});

test('versions stay as they were published and name who published them', async () => {
  const job = await aJob();
  await publish(job);
  const { body: published } = await hr.client.get(`/api/v1/jobs/${job.id}`);
  const edited = (await save(published, { title: '门店服务员' })).body as JobView;
  expect([edited.state, edited.dirty]).toEqual(['published', true]);
  await publish(edited);

  const { body } = await hr.client.get(`/api/v1/jobs/${job.id}/versions`);

  expect(
    body.items.map((version: { number: number; publishedByName: string; definition: { title: string } }) => [
      version.number,
      version.publishedByName,
      version.definition.title,
    ]),
  ).toEqual([
    [2, '周敏', '门店服务员'],
    [1, '周敏', '餐厅服务员'],
  ]);
});

test('a published job closes and opens again; a closed one is neither edited nor published', async () => {
  const job = await aJob();
  await publish(job);

  const closed = await hr.client.post(`/api/v1/jobs/${job.id}/close`, undefined);
  const edited = await save(job, { title: '改名' });
  const again = await publish(job);
  const opened = await hr.client.post(`/api/v1/jobs/${job.id}/reopen`, undefined);

  expect([closed.body.state, edited.body.code, again.body.code, opened.body.state]).toEqual([
    'closed',
    'STATE_CONFLICT',
    'STATE_CONFLICT',
    'published',
  ]);
});

test('a draft can be deleted, a job that was published cannot', async () => {
  const [draft, published] = [await aJob(), await aJob()];
  await publish(published);

  const gone = await hr.client.call('DELETE', `/api/v1/jobs/${draft.id}`);
  const kept = await hr.client.call('DELETE', `/api/v1/jobs/${published.id}`);

  expect([gone.status, kept.status]).toEqual([204, 409]);
  expect((await hr.client.get(`/api/v1/jobs/${draft.id}`)).status).toBe(404);
  expect((await hr.client.get(`/api/v1/jobs/${draft.id}/versions`)).status).toBe(404);
});

test('new jobs begin with the company’s law and its rule on who rates first', async () => {
  const owner = await ground.staff('owner', '陈总');
  const { body: profile } = await owner.client.get('/api/v1/company');
  await owner.client.call('PUT', '/api/v1/company', {
    body: { ...profile, region: 'eu', humanRatesFirst: true },
  });

  const job = await aJob();
  await owner.client.call('PUT', '/api/v1/company', { body: profile });

  expect([job.draft.region, job.draft.interview.humanRatesFirst]).toEqual(['eu', true]);
});

test('the installation says which scorer judges and that nothing recognises speech', async () => {
  const { status, body } = await hr.client.get('/api/v1/installation');

  expect(status).toBe(200);
  expect(body).toMatchObject({ scorer: { kind: 'embedded' }, transcriber: null, secure: false });
});
