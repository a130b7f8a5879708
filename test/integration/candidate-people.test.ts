import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { type CandidateGround, openCandidateGround, textResume } from '../support/candidate-ground.ts';

let folder: string;
let ground: CandidateGround;
let phones = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-people-'));
  ground = await openCandidateGround(folder);
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A phone number that nobody else in this file has. */
const newPhone = (): string => {
  phones += 1;
  return `1390000${String(phones).padStart(4, '0')}`;
};

const anApplicant = (name: string, phone = newPhone(), jobId?: string) =>
  ground.applicant(textResume({ name, phone }), jobId);

/** What the form sends back when nothing was touched. */
function typedOf(view: ApplicationView) {
  const { candidate } = view;
  const { language: _l, warnings: _w, birthYear: _b, ...profile } = candidate.profile ?? ({} as never);
  return { ...profile, name: candidate.name, phone: candidate.phone, email: candidate.email };
}

const save = (view: ApplicationView, changes: object, revision = view.candidate.revision) =>
  ground.hr.client.call('PUT', `/api/v1/candidates/${view.candidate.id}/profile`, {
    body: { revision, profile: { ...typedOf(view), ...changes } },
  });

const correct = (view: ApplicationView, ruleId: string, result: string) =>
  ground.hr.client.post(`/api/v1/applications/${view.id}/screening/corrections`, {
    ruleId,
    result,
    reason: '电话确认',
  });

const ruleOf = (view: ApplicationView, ruleId: string) =>
  view.screening?.rules.find((rule) => rule.ruleId === ruleId);

test('a corrected field is marked, what was read stays, and screening is done again', async () => {
  const view = await anApplicant('沈佳怡');
  expect(ruleOf(view, 'health-certificate')?.result).toBe('unclear');

  const saved = await save(view, { city: '苏州', certificates: ['健康证'] });
  const after = await ground.application(view.id);

  expect(saved.body).toEqual({ revision: 2 });
  expect(after.duplicates).toEqual([]);
  expect(after.candidate.edits.map(({ field, by }) => [field, by])).toEqual(
    expect.arrayContaining([
      ['city', '周敏'],
      ['certificates', '周敏'],
    ]),
  );
  expect([after.candidate.city, after.read?.profile.city]).toEqual(['苏州', '杭州']);
  expect(ruleOf(after, 'health-certificate')).toMatchObject({ result: 'match', quote: '健康证' });
  expect(await ground.actionsOf(view.candidate.id)).toContain('candidate.edited');
});

test('a field put back as it was read loses its mark, and saving nothing changes nothing', async () => {
  const view = await anApplicant('罗一鸣');
  await save(view, { city: '苏州' });
  const edited = await ground.application(view.id);

  await save(edited, { city: '杭州' });
  const back = await ground.application(view.id);
  const idle = await save(back, {});

  expect(back.candidate.edits).toEqual([]);
  expect(idle.body.revision).toBe(back.candidate.revision);
});

test('two people who save at once do not overwrite each other', async () => {
  const view = await anApplicant('夏雨');

  const answers = await Promise.all([save(view, { city: '苏州' }), save(view, { city: '宁波' })]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a profile with a wrong date or an unknown field is refused by name', async () => {
  const view = await anApplicant('田甜');
  const work = [{ company: '某店', title: null, from: '2020年', to: null, text: '' }];

  const date = await save(view, { work });
  const field = await save(view, { gender: '女' });

  expect([date.status, field.status]).toEqual([422, 422]);
  expect(date.body.errors[0].field).toContain('work.0.from');
  expect(field.body.errors[0].field).toContain('gender');
});

test('a person’s word on a rule counts, survives a new screening, moves nobody, and can be taken back', async () => {
  const view = await anApplicant('彭浩');
  const rule = 'shift-availability';

  const refused = await correct(view, rule, 'mismatch');
  expect(refused.body).toMatchObject({ status: 'screened', screening: { result: 'mismatch' } });
  await save(view, { city: '嘉兴' });
  const screenedAgain = await ground.application(view.id);
  expect(ruleOf(screenedAgain, rule)).toMatchObject({ result: 'mismatch', correction: { by: '周敏' } });

  const path = `/api/v1/applications/${view.id}/screening/corrections/${rule}`;
  const { body } = await ground.hr.client.call('DELETE', path);

  expect(ruleOf(body, rule)).toMatchObject({ result: 'unclear', correction: null });
  expect(await ground.actionsOf(view.id)).toEqual(
    expect.arrayContaining(['screening.corrected', 'screening.correction_removed']),
  );
});

test('required rules alone make the result; a closed application is not judged any more', async () => {
  const view = await anApplicant('邹倩');
  const required = view.screening?.rules.filter((rule) => rule.required) ?? [];
  for (const rule of required) await correct(view, rule.ruleId, 'match');

  const judged = await ground.application(view.id);
  await ground.hr.client.post(`/api/v1/applications/${view.id}/move`, { to: 'withdrawn', reasonCode: 'pay' });
  const late = await correct(view, required[0]?.ruleId ?? '', 'mismatch');

  expect(judged.screening?.rules.some((rule) => !rule.required && rule.result === 'unclear')).toBe(true);
  expect(judged.screening?.result).toBe('match');
  expect(late.status).toBe(409);
});

test('a merge moves everything, is proposed and not done, and is undone exactly', async () => {
  const phone = newPhone();
  const other = await ground.publishedJob();
  const first = await anApplicant('蒋欣', phone);
  const second = await ground.applicant(
    textResume({ name: '蒋欣', phone: `+86 ${phone}`, more: '另一份' }),
    other,
  );
  const [proposal] = second.duplicates;
  expect(proposal).toMatchObject({ state: 'open', candidateId: first.candidate.id });
  expect(proposal?.reasons).toContain('phone');
  const path = `/api/v1/merge-suggestions/${proposal?.id}`;
  const before = await ground.application(second.id);

  const merged = await ground.hr.client.post(`${path}/merge`, { keep: first.candidate.id });
  const together = await ground.application(second.id);
  const undone = await ground.hr.client.post(`${path}/undo`, {});

  expect([merged.status, undone.status]).toEqual([204, 204]);
  expect(together.candidate.id).toBe(first.candidate.id);
  expect(together.resumes).toHaveLength(2);
  expect(together.otherApplications.map(({ id }) => id)).toEqual([first.id]);
  const after = await ground.application(second.id);
  expect(after.candidate).toMatchObject({ id: before.candidate.id, phone: before.candidate.phone });
  expect(after.resumes.map(({ id }) => id)).toEqual(before.resumes.map(({ id }) => id));
  expect(after.duplicates[0]?.state).toBe('open');
});

test('a merge that would hide an interview says so; the other way round it works', async () => {
  const phone = newPhone();
  const invited = await anApplicant('段宇航', phone);
  const plain = await ground.applicant(textResume({ name: '段宇航', phone, more: '新简历' }));
  await ground.hr.client.post(`/api/v1/applications/${invited.id}/invitation`, { lang: 'zh' });
  const path = `/api/v1/merge-suggestions/${plain.duplicates[0]?.id}/merge`;

  const hiding = await ground.hr.client.post(path, { keep: plain.candidate.id });
  const right = await ground.hr.client.post(path, { keep: invited.candidate.id });

  expect([hiding.status, hiding.body.code]).toEqual([409, 'MERGE_WOULD_HIDE']);
  expect(hiding.body.remedy).not.toContain('{');
  expect(right.status).toBe(204);
  const list = await ground.hr.client.get(`/api/v1/applications?q=${encodeURIComponent('段宇航')}`);
  expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([invited.id]);
});

test('two different people are kept apart, and that can be taken back too', async () => {
  const phone = newPhone();
  const first = await anApplicant('卢晨', phone);
  const child = await anApplicant('卢小晨', phone);
  const path = `/api/v1/merge-suggestions/${child.duplicates[0]?.id}`;

  await ground.hr.client.post(`${path}/keep-apart`, {});
  const apart = await ground.application(child.id);
  const twice = await ground.hr.client.post(`${path}/merge`, { keep: child.candidate.id });
  await save(first, { city: '苏州' });
  expect((await ground.application(first.id)).duplicates).toHaveLength(1);
  await ground.hr.client.post(`${path}/undo`, {});

  expect(apart.duplicates[0]?.state).toBe('dismissed');
  expect(twice.status).toBe(409);
  expect((await ground.application(child.id)).duplicates[0]?.state).toBe('open');
});

test('an interviewer reads without phone numbers and changes nothing', async () => {
  const view = await anApplicant('曹颖', '13911112222');
  const interviewer = await ground.staff('interviewer', '许静');

  const read = await interviewer.client.get(`/api/v1/applications/${view.id}`);
  const written = await interviewer.client.post(`/api/v1/applications/${view.id}/move`, { to: 'withdrawn' });
  const invited = await interviewer.client.post(`/api/v1/applications/${view.id}/invitation`, { lang: 'zh' });

  expect(read.body.candidate.phone).toBe('139****2222');
  expect(JSON.stringify([read.body.candidate, read.body.read.profile])).not.toContain('13911112222');
  expect([written.status, invited.status]).toEqual([403, 403]);
});

test('an interviewer reads the text of a file without what must not sway a rater, and never the file', async () => {
  const about = '性别：女  年龄：28岁  民族：汉族  籍贯：浙江绍兴  婚姻状况：已婚';
  const fileName = '吕静-女-28岁.txt';
  const view = await ground.applicant(textResume({ name: '吕静', phone: newPhone(), about, fileName }));
  const interviewer = await ground.staff('interviewer', '许静');

  const read = await interviewer.client.get(`/api/v1/applications/${view.id}`);
  const file = await interviewer.client.get(`/api/v1/resumes/${view.resume?.id}/file`);

  const said = JSON.stringify([read.body.read.pages, read.body.resume, read.body.resumes]);
  expect(said).toContain('味来餐饮');
  for (const word of ['吕静', '女', '28岁', '汉族', '绍兴', '已婚']) expect(said).not.toContain(word);
  expect([read.body.masked, file.status]).toEqual([true, 403]);
  expect([view.masked, view.resume?.fileName]).toEqual([false, fileName]);
  expect(read.body.read.pages.map((page: string[]) => page.map((line) => line.length))).toEqual(
    view.read?.pages.map((page) => page.map((line) => line.length)),
  );
});

test('an erased person is gone from rows, files and links, and what stays names nobody', async () => {
  const phone = newPhone();
  const view = await anApplicant('严可欣', phone);
  const invited = await ground.hr.client.post(`/api/v1/applications/${view.id}/invitation`, { lang: 'zh' });
  const { installation, owner } = ground.ground;
  const { services, handlers } = installation;

  const path = `/api/v1/candidates/${view.candidate.id}/erase`;
  const erased = await ground.hr.client.post(path, { reason: 'candidate_request' });
  const gone = await ground.hr.client.get(`/api/v1/applications/${view.id}`);
  const token = invited.body.url.split('/').pop();
  const opened = await ground.ground.candidate(token).get('/api/v1/interview');
  const payload = { candidateId: view.candidate.id };
  await handlers['candidate.erase'](services, owner.tenantId, payload);
  await handlers['candidate.erase'](services, owner.tenantId, payload);

  expect([erased.status, gone.status, opened.status]).toEqual([204, 404, 410]);
  const { store } = owner;
  expect(await store.candidates.get(view.candidate.id)).toMatchObject({
    name: null,
    phoneSealed: null,
    phoneKey: null,
    profile: null,
  });
  expect(await store.resumes.ofCandidate(view.candidate.id)).toEqual([]);
  const objects = services.objects(owner.tenantId);
  expect(await objects.get(`resumes/${view.resume?.id}/file`)).toBeNull();
  expect(await store.applications.get(view.id)).toMatchObject({ status: 'withdrawn', screening: null });
  expect(await ground.actionsOf(view.candidate.id)).toEqual(
    expect.arrayContaining(['candidate.erased', 'candidate.erasure_done']),
  );
  const found = await ground.hr.client.get(`/api/v1/applications?q=${phone}`);
  expect(found.body.items).toEqual([]);
});

test('erasing after the interview takes answers, scores and reports with it and keeps the consents', async () => {
  const { applicationId, interviewId } = await ground.handedIn({ name: '叶知秋' });
  const { installation, owner } = ground.ground;
  const { store } = owner;
  const application = await store.applications.get(applicationId);
  const candidateId = application?.candidateId ?? '';
  expect((await store.answers.ofInterview(interviewId)).length).toBeGreaterThan(0);

  await ground.hr.client.post(`/api/v1/candidates/${candidateId}/erase`, { reason: 'purpose_ended' });
  await installation.handlers['candidate.erase'](installation.services, owner.tenantId, { candidateId });

  expect(await store.answers.ofInterview(interviewId)).toEqual([]);
  expect(await store.reports.runs(interviewId)).toEqual([]);
  expect(await store.reports.latest(interviewId)).toBeNull();
  expect(await store.feedback.ofInterview(interviewId)).toBeNull();
  expect((await store.consents.ofInterview(interviewId)).length).toBeGreaterThan(0);
  expect(await store.interviews.get(interviewId)).toMatchObject({ state: 'withdrawn', deviceId: null });
});

test('an open appeal is answered before anybody but the candidate has the data erased', async () => {
  const { applicationId, interviewId } = await ground.handedIn({ name: '江予安' });
  const { installation, owner } = ground.ground;
  const { services } = installation;
  const at = services.clock.now().toISOString();
  await owner.store.commit([
    owner.store.feedback.addAppeal({
      id: services.ids.next('apl'),
      interviewId,
      text: '请再看一次第二题',
      state: 'open',
      dueAt: at,
      reviewerId: null,
      answer: null,
      createdAt: at,
      closedAt: null,
    }),
  ]);
  const application = await owner.store.applications.get(applicationId);
  const path = `/api/v1/candidates/${application?.candidateId}/erase`;

  const ended = await ground.hr.client.post(path, { reason: 'purpose_ended' });
  const asked = await ground.hr.client.post(path, { reason: 'candidate_request' });

  expect([ended.status, asked.status]).toEqual([409, 204]);
});
