import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CandidateGround,
  multipart,
  openCandidateGround,
  sampleResume,
  textResume,
} from '../support/candidate-ground.ts';

let folder: string;
let ground: CandidateGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-resumes-'));
  ground = await openCandidateGround(folder);
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

test('an uploaded file becomes a screened candidate whose facts lead back to their lines', async () => {
  const received = await ground.upload(await sampleResume('01-pdf-single.pdf'));
  expect([received.status, received.body.state, received.body.known]).toEqual([202, 'pending', false]);

  await ground.readAll();
  const { body } = await ground.hr.client.get(`/api/v1/resumes/${received.body.id}`);
  const view = await ground.application(body.applicationId);

  expect(view.candidate).toMatchObject({ name: '周明翀', phone: '13900005678', city: '武汉', edits: [] });
  expect(view.status).toBe('screened');
  expect(view.screening?.rules.length).toBeGreaterThan(0);
  const source = view.read?.sources.find((one) => one.field === 'work.0');
  const line = view.read?.pages[(source?.page ?? 1) - 1]
    ?.slice(source?.line, (source?.line ?? 0) + 2)
    .join('');
  expect(line).toContain(view.candidate.profile?.work[0]?.company);
  expect(await ground.actionsOf(received.body.id)).toEqual(['resume.uploaded']);
});

test('the same file for the same job is taken once, however often and however many at once it comes', async () => {
  const file = textResume({ name: '韩冬梅', phone: '13812340001' });

  const answers = await Promise.all([ground.upload(file), ground.upload(file), ground.upload(file)]);
  const later = await ground.upload(file);
  const elsewhere = await ground.upload(file, { jobId: await ground.publishedJob() });

  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.filter(({ body }) => !body.known)).toHaveLength(1);
  expect([later.body.id, later.body.known]).toEqual([answers[0]?.body.id, true]);
  expect(elsewhere.body.known).toBe(false);
  await ground.readAll();
});

test.each([
  ['07-pdf-image-only.pdf', 'RESUME_NEEDS_OCR'],
  ['06-pdf-password.pdf', 'RESUME_PASSWORD'],
])('%s stays in the list of unread files with its reason in both languages', async (name, code) => {
  const { body: received } = await ground.upload(await sampleResume(name));
  await ground.readAll();

  const zh = await ground.hr.client.get(`/api/v1/resumes?jobId=${ground.jobId}`);
  const en = await ground.hr.client.get('/api/v1/resumes', { 'accept-language': 'en' });

  const shown = zh.body.items.find(({ id }: { id: string }) => id === received.id);
  expect(shown).toMatchObject({ state: 'failed', problem: { code } });
  expect(shown.problem.remedy).toMatch(/[\u4e00-\u9fff]/);
  const inEnglish = en.body.items.find(({ id }: { id: string }) => id === received.id);
  expect(inEnglish.problem.remedy).not.toMatch(/[\u4e00-\u9fff]/);
});

test('a damaged file can be read again, deleted with its bytes, and uploaded anew', async () => {
  const broken = { name: '坏文件.pdf', bytes: (await sampleResume('03-pdf-table.pdf')).bytes.slice(0, 900) };
  const { body: received } = await ground.upload(broken);
  await ground.readAll();
  const path = `/api/v1/resumes/${received.id}`;
  expect((await ground.hr.client.get(path)).body.problem.code).toBe('RESUME_DAMAGED');

  const retried = await ground.hr.client.post(`${path}/retry`, {});
  expect(retried.body.state).toBe('pending');
  await ground.readAll();
  const deleted = await ground.hr.client.call('DELETE', path);

  expect(deleted.status).toBe(204);
  expect((await ground.hr.client.get(path)).status).toBe(404);
  const objects = ground.ground.installation.services.objects(ground.ground.owner.tenantId);
  expect(await objects.get(`resumes/${received.id}/file`)).toBeNull();
  expect((await ground.upload(broken)).body.known).toBe(false);
  await ground.readAll();
});

test('a file that became a candidate is not deleted and not read again', async () => {
  const view = await ground.applicant(textResume({ name: '苏小北' }));
  const path = `/api/v1/resumes/${view.resume?.id}`;

  const deleted = await ground.hr.client.call('DELETE', path);
  const retried = await ground.hr.client.post(`${path}/retry`, {});

  expect([deleted.status, retried.status]).toEqual([409, 409]);
});

test.each([
  ['nothing in it', { name: '空.pdf', bytes: new Uint8Array() }, 422, 'RESUME_EMPTY'],
  ['25 MB', { name: '大.pdf', bytes: new Uint8Array(25 * 1024 * 1024) }, 413, 'TOO_LARGE'],
])('a file with %s is refused at once', async (_what, file, status, code) => {
  const answer = await ground.upload(file);

  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('bytes of a program are named as an unsupported type, whatever the file is called', async () => {
  const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256);
  const { body } = await ground.upload({ name: '简历.pdf', bytes });
  await ground.readAll();

  const read = await ground.hr.client.get(`/api/v1/resumes/${body.id}`);

  expect(read.body.problem).toMatchObject({ code: 'UNSUPPORTED_TYPE' });
  expect(read.body.problem.remedy).toContain('DOCX');
});

test('a form without the file, or no form at all, is refused with what is missing', async () => {
  const { client } = ground.hr;
  const path = `/api/v1/jobs/${ground.jobId}/resumes`;

  const other = await client.call('POST', path, await multipart(textResume({ name: '某' }), 'document'));
  const json = await client.post(path, { file: 'text' });
  const cut = await client.call('POST', path, {
    body: 'x',
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
  });

  expect([other.status, other.body.remedy]).toEqual([400, expect.stringContaining('file')]);
  expect(json.status).toBe(415);
  expect(cut.status).toBe(400);
});

test('hidden text is shown to people and takes part in nothing', async () => {
  const view = await ground.applicant(await sampleResume('05-pdf-white-text.pdf'));

  expect(view.read?.hidden.map((part) => part.reason)).toEqual(
    expect.arrayContaining(['background_colour', 'tiny']),
  );
  const used = JSON.stringify([
    view.candidate.profile?.skills,
    view.candidate.profile?.work,
    view.read?.pages,
    view.screening,
  ]);
  for (const part of view.read?.hidden ?? []) expect(used).not.toContain(part.text);
});

test('a scan that nobody can read becomes a candidate when a person types the facts beside it', async () => {
  const jobId = await ground.publishedJob();
  const { body } = await ground.upload(await sampleResume('07-pdf-image-only.pdf'), { jobId });
  await ground.readAll();
  const profile = {
    name: '刘海燕',
    phone: '13812340002',
    email: null,
    city: '宁波',
    years: 3,
    education: [],
    work: [],
    projects: [],
    skills: [],
    certificates: ['健康证'],
  };

  const added = await ground.hr.client.post(`/api/v1/jobs/${jobId}/candidates`, {
    profile,
    language: 'zh',
    resumeId: body.id,
  });
  const again = await ground.hr.client.post(`/api/v1/jobs/${jobId}/candidates`, {
    profile,
    language: 'zh',
    resumeId: body.id,
  });

  expect([added.status, again.status]).toEqual([201, 409]);
  const view = await ground.application(added.body.applicationId);
  expect(view.resume?.id).toBe(body.id);
  expect(view.candidate.edits.map(({ field }) => field)).toContain('certificates');
  expect(view.screening?.rules.find((rule) => rule.quote === '健康证')?.result).toBe('match');
});

test('the original comes back whole, a PDF may be looked at, HTML only ever saved', async () => {
  const html = {
    name: '简历 "附件".html',
    bytes: new TextEncoder().encode('<p>姓名：王芳</p><script>1</script>'),
  };
  const views = [
    await ground.applicant(await sampleResume('02-pdf-sidebar.pdf')),
    await ground.applicant(html),
  ];
  const [pdf, page] = await Promise.all(
    views.map((view) =>
      ground.hr.client
        .get(`/api/v1/resumes/${view.resume?.id}/file?view=true`)
        .then(({ headers }) => headers),
    ),
  );

  expect(page?.get('content-length')).toBe(String(html.bytes.byteLength));
  expect(pdf?.get('content-type')).toBe('application/pdf');
  expect(pdf?.get('content-disposition')).toMatch(/^inline;/);
  expect(page?.get('content-type')).toBe('application/octet-stream');
  expect(page?.get('content-disposition')).toMatch(
    /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''/,
  );
  expect(page?.get('content-disposition')).not.toContain('""');
  for (const headers of [pdf, page]) {
    expect(headers?.get('x-content-type-options')).toBe('nosniff');
    expect(headers?.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers?.get('cache-control')).toContain('no-store');
  }
  expect(await ground.actionsOf(views[1]?.resume?.id ?? '')).toContain('resume.opened');
});

test('lists are counted, filtered, searched by name, city and phone, and paged without a gap', async () => {
  const jobId = await ground.publishedJob();
  for (const [name, phone] of [
    ['丁一', '13812345001'],
    ['丁二', '13812345002'],
    ['丁三', '13812345003'],
  ] as const) {
    await ground.applicant(textResume({ name, phone }), jobId);
  }
  const { client } = ground.hr;
  const list = async (query: string) =>
    (await client.get(`/api/v1/applications?jobId=${jobId}${query}`)).body;
  const names = (page: { items: { candidateName: string }[] }) => page.items.map((one) => one.candidateName);

  const first = await list('&limit=2');
  const second = await list(`&limit=2&cursor=${first.nextCursor}`);
  const counts = await client.get(`/api/v1/applications/counts?jobId=${jobId}&q=${encodeURIComponent('丁')}`);

  expect([...names(first), ...names(second)].sort()).toEqual(['丁一', '丁三', '丁二'].sort());
  expect(second.nextCursor).toBeNull();
  expect(counts.body).toMatchObject({ total: 3, statuses: { screened: 3 } });
  expect(names(await list(`&q=${encodeURIComponent('+86 138 1234 5002')}`))).toEqual(['丁二']);
  expect(names(await list('&q=13812345'))).toEqual([]);
  expect(names(await list(`&q=${encodeURIComponent('杭州')}&status=screened`))).toHaveLength(3);
  expect(names(await list('&status=invited,in_interview'))).toEqual([]);
  expect((await client.get('/api/v1/applications?status=nonsense')).status).toBe(400);
});
