import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteApplicant } from '#core/interview/invite.ts';
import { type CandidateGround, openCandidateGround, textResume } from '../support/candidate-ground.ts';

let folder: string;
let ground: CandidateGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-invitations-'));
  ground = await openCandidateGround(folder);
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const pathOf = (id: string) => `/api/v1/applications/${id}/invitation`;
const tokenOf = (url: string): string => url.split('/').pop() ?? '';
const opens = async (url: string): Promise<number> =>
  (await ground.ground.candidate(tokenOf(url)).get('/api/v1/interview')).status;

test('an invitation gives a link that opens, the same one on repeat, and each showing is audited', async () => {
  const view = await ground.applicant(textResume({ name: '顾清' }));
  const { client } = ground.hr;

  const first = await client.post(pathOf(view.id), { lang: 'zh', linkDays: 3 });
  const again = await client.post(pathOf(view.id), { lang: 'zh' });
  const shown = await client.post(`${pathOf(view.id)}/show`, {});
  const after = await ground.application(view.id);

  expect(first.status).toBe(201);
  expect(first.body.url).toMatch(/^http:\/\/127\.0\.0\.1\/i\/[\w-]{22}$/);
  expect([again.body.url, shown.body.url]).toEqual([first.body.url, first.body.url]);
  const days = (Date.parse(first.body.expiresAt) - Date.parse(first.body.createdAt)) / 86_400_000;
  expect(days).toBe(3);
  expect(await opens(first.body.url)).toBe(200);
  expect(after).toMatchObject({ status: 'invited', interviews: [{ open: true, link: { state: 'active' } }] });
  expect(JSON.stringify(after)).not.toContain(tokenOf(first.body.url));
  expect(await ground.actionsOf(first.body.interviewId)).toEqual(
    expect.arrayContaining(['interview.invited', 'interview.link_shown']),
  );
});

test('a new link ends the one before, and a revoked one is not shown but can be renewed', async () => {
  const view = await ground.applicant(textResume({ name: '纪宁' }));
  const { client } = ground.hr;
  const first = await client.post(pathOf(view.id), { lang: 'zh' });

  const renewed = await client.post(`${pathOf(view.id)}/renew`, { linkDays: 10 });
  expect([await opens(first.body.url), await opens(renewed.body.url)]).toEqual([410, 200]);

  await client.post(`${pathOf(view.id)}/revoke`, {});
  expect(await opens(renewed.body.url)).toBe(410);
  const shown = await client.post(`${pathOf(view.id)}/show`, {});
  expect([shown.status, shown.body.code]).toEqual([410, 'LINK_REVOKED']);
  expect((await ground.application(view.id)).interviews[0]?.link?.state).toBe('revoked');

  const back = await client.post(`${pathOf(view.id)}/renew`, {});
  expect(await opens(back.body.url)).toBe(200);
});

test('somebody who did not come loses the link and may be invited again; nobody is rejected by a move', async () => {
  const view = await ground.applicant(textResume({ name: '姚远' }));
  const { client } = ground.hr;
  const first = await client.post(pathOf(view.id), { lang: 'zh' });
  const move = (body: object) => client.post(`/api/v1/applications/${view.id}/move`, body);

  const rejected = await move({ to: 'rejected' });
  const missed = await move({ to: 'no_show', reasonCode: 'did_not_come', note: '两次没有接电话' });
  const hired = await move({ to: 'hired' });
  const again = await client.post(pathOf(view.id), { lang: 'en' });

  expect([rejected.status, hired.status]).toEqual([422, 409]);
  expect(missed.body).toMatchObject({ status: 'no_show', interviews: [{ state: 'expired', open: false }] });
  expect(await opens(first.body.url)).toBe(410);
  expect(again.status).toBe(201);
  expect(again.body.interviewId).not.toBe(first.body.interviewId);
  const { events } = await ground.application(view.id);
  expect(events.map(({ to }) => to)).toEqual(['applied', 'screened', 'invited', 'no_show', 'invited']);
  expect(events[3]).toMatchObject({ actorName: '周敏', reasonCode: 'did_not_come', note: '两次没有接电话' });
});

test('two clicks on one step take it once', async () => {
  const view = await ground.applicant(textResume({ name: '秦风' }));
  const step = () => ground.hr.client.post(`/api/v1/applications/${view.id}/move`, { to: 'withdrawn' });

  const answers = await Promise.all([step(), step()]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await ground.application(view.id)).events.filter(({ to }) => to === 'withdrawn')).toHaveLength(1);
});

test('nobody under 16 is invited, and a misread year of birth can be corrected', async () => {
  const year = new Date().getUTCFullYear();
  const view = await ground.applicant(textResume({ name: '小雨', about: `出生年月：${year - 15}年3月` }));
  expect(view.candidate.minor).toBe('too_young');

  const refused = await ground.hr.client.post(pathOf(view.id), { lang: 'zh' });
  const direct = await inviteApplicant(ground.ground.owner, view.id, { lang: 'zh' }).catch((error) => error);
  const { language: _l, warnings: _w, ...profile } = view.candidate.profile ?? ({} as never);
  await ground.hr.client.call('PUT', `/api/v1/candidates/${view.candidate.id}/profile`, {
    body: {
      revision: 1,
      profile: { ...profile, name: '小雨', phone: null, email: null, birthYear: year - 25 },
    },
  });
  const invited = await ground.hr.client.post(pathOf(view.id), { lang: 'zh' });

  expect(direct).toMatchObject({ code: 'CANDIDATE_TOO_YOUNG' });
  expect([refused.status, refused.body.code]).toEqual([422, 'CANDIDATE_TOO_YOUNG']);
  expect(invited.status).toBe(201);
  expect((await ground.application(view.id)).candidate.profile?.birthYear).toBeNull();
});

test('opening the screening card is recorded for the person who opened it', async () => {
  const view = await ground.applicant(textResume({ name: '童话' }));

  await ground.hr.client.post(`/api/v1/applications/${view.id}/screening/opened`, {});

  const views = await ground.ground.owner.store.decisions.views(view.id);
  expect(views).toMatchObject([{ personId: ground.hr.id, kind: 'screening' }]);
});

test('a person turns somebody down before the interview only after opening the card, and can take it back', async () => {
  const view = await ground.applicant(textResume({ name: '程诺' }));
  const { client } = ground.hr;
  const invited = await client.post(pathOf(view.id), { lang: 'zh' });
  const decide = () =>
    client.post(`/api/v1/applications/${view.id}/decisions`, {
      outcome: 'reject',
      reasonCode: 'must_have_missing',
    });

  const unread = await decide();
  await client.post(`/api/v1/applications/${view.id}/screening/opened`, {});
  const decided = await decide();
  const rejected = await ground.application(view.id);
  const back = await client.post(`/api/v1/applications/${view.id}/reopen`, { note: '证件已补齐' });

  expect([unread.body.code, decided.status, back.status]).toEqual(['REPORT_NOT_VIEWED', 201, 200]);
  expect(rejected).toMatchObject({ status: 'rejected', interviews: [{ state: 'expired', open: false }] });
  expect(await opens(invited.body.url)).toBe(410);
  expect(await ground.application(view.id)).toMatchObject({ status: 'screened', mayInvite: true });
});
