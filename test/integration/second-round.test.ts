import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDueWork } from '#core/work/run-due-work.ts';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let hr: StaffMember;
let lead: StaffMember;
let chef: StaffMember;
let colleague: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-second-round-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
  lead = await ground.staff('interviewer', '许静');
  chef = await ground.staff('interviewer', '马师傅');
  colleague = await ground.staff('employee', '何同事');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const invitation = (change: object = {}) => ({
  startsAt: inHours(48),
  minutes: 45,
  place: { kind: 'onsite', text: '西湖店二楼会议室' },
  interviewerIds: [lead.id, chef.id],
  note: '请带上健康证',
  ...change,
});
const path = (applicationId: string) => `/api/v1/applications/${applicationId}/second-rounds`;
const kindsOf = async (who: StaffMember) =>
  (await who.client.get('/api/v1/notices')).body.items.map(({ kind }: { kind: string }) => kind);
const put = (who: StaffMember, address: string, body: object) => who.client.call('PUT', address, { body });

/** Turns the stored beginning of a round back, as if it had come. */
async function begin(roundId: string): Promise<void> {
  const { services } = ground.ground.installation;
  for (const tenant of await services.system.tenants()) {
    const store = services.stores.open(tenant.id);
    const round = await store.secondRounds.get(roundId);
    if (!round) continue;
    const from = { revision: round.revision, calendarStep: round.calendar.step };
    await store.commit([store.secondRounds.update(roundId, from, { startsAt: inHours(-1) })]);
  }
}

test('arranging moves the application on, tells the interviewers, and gives words for the candidate', async () => {
  const { applicationId } = await ground.handedIn({ name: '宋雨' });
  const arranged = await hr.client.post(path(applicationId), invitation());
  const { body: application } = await hr.client.get(`/api/v1/applications/${applicationId}`);
  const [notice] = (await lead.client.get('/api/v1/notices')).body.items;
  const file = await lead.client.call('GET', `/api/v1/second-rounds/${arranged.body.id}/calendar.ics`);

  expect(arranged.status).toBe(201);
  expect(application.status).toBe('second_round');
  expect(arranged.body.candidateText.zh).toContain('西湖店二楼会议室');
  expect(arranged.body.candidateText.zh).toContain('请带上健康证');
  expect(notice).toMatchObject({
    kind: 'second_round_arranged',
    title: '请您参加宋雨的复试',
    path: `/second-rounds/${arranged.body.id}`,
  });
  expect(file.headers.get('content-type')).toContain('text/calendar');
  expect(await kindsOf(colleague)).toEqual([]);
});

test('moving tells who stays, who comes and who goes, and an old page cannot overwrite it', async () => {
  const { applicationId } = await ground.handedIn({ name: '程宇' });
  const { body: round } = await hr.client.post(path(applicationId), invitation());
  await lead.client.post(`/api/v1/second-rounds/${round.id}/confirm`, {});
  const moved = await put(hr, `/api/v1/second-rounds/${round.id}`, {
    revision: 1,
    ...invitation({ startsAt: inHours(72), interviewerIds: [lead.id] }),
  });
  const stale = await put(hr, `/api/v1/second-rounds/${round.id}`, { revision: 1, ...invitation() });

  expect(moved.body).toMatchObject({ revision: 2, interviewers: [{ id: lead.id, confirmedAt: null }] });
  expect(stale.body.code).toBe('CONFLICT');
  expect((await kindsOf(lead))[0]).toBe('second_round_moved');
  expect((await kindsOf(chef))[0]).toBe('second_round_cancelled');
});

test('interviewers who are taken are named before anything is arranged', async () => {
  const { applicationId } = await ground.handedIn({ name: '何苗' });
  const startsAt = inHours(200);
  const { body: round } = await hr.client.post(path(applicationId), invitation({ startsAt }));
  const ask = (change: object) =>
    hr.client.post('/api/v1/second-rounds/busy', {
      startsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString(),
      minutes: 30,
      interviewerIds: [lead.id],
      ...change,
    });

  expect((await ask({})).body).toMatchObject({
    calendars: 'none',
    busy: [{ personId: lead.id, name: '许静', source: 'jinji' }],
  });
  expect((await ask({ exceptId: round.id })).body.busy).toEqual([]);
  expect((await ask({ startsAt: inHours(210) })).body.busy).toEqual([]);
});

test('cancelling needs a reason, tells the interviewers, and lets another round be arranged', async () => {
  const { applicationId } = await ground.handedIn({ name: '苏晴' });
  const { body: round } = await hr.client.post(path(applicationId), invitation());
  const address = `/api/v1/second-rounds/${round.id}/cancel`;
  const bare = await hr.client.post(address, { revision: 1, reason: '  ' });
  const cancelled = await hr.client.post(address, { revision: 1, reason: '候选人临时有事' });
  const again = await hr.client.post(path(applicationId), invitation());

  expect(bare.body).toMatchObject({ code: 'VALIDATION', errors: [{ field: 'reason' }] });
  expect(cancelled.body).toMatchObject({ state: 'cancelled', cancelReason: '候选人临时有事' });
  expect(again.body).toMatchObject({ number: 2, state: 'arranged' });
  expect(await kindsOf(lead)).toContain('second_round_cancelled');
});

test('scorecards are given apart, joined for HR, and replaced by their own giver alone', async () => {
  const { applicationId } = await ground.handedIn({ name: '顾言' });
  const { body: round } = await hr.client.post(path(applicationId), invitation());
  const address = `/api/v1/second-rounds/${round.id}/scorecard`;
  const card = (score: number, recommendation = 'advance') => ({
    ratings: round.dimensions.map(({ code }: { code: string }) => ({ dimension: code, score, note: '' })),
    recommendation,
    summary: '沟通清楚，愿意学',
  });
  const early = await put(lead, address, card(4));
  await begin(round.id);
  const mine = await put(lead, address, card(4));
  const unseen = await chef.client.get(`/api/v1/second-rounds/${round.id}`);
  const half = await put(chef, address, { ...card(2), ratings: card(2).ratings.slice(1) });
  await put(chef, address, card(2.5, 'hold'));
  const stranger = await put(hr, address, card(5));
  const joined = (await hr.client.get(path(applicationId))).body.items[0];

  expect(early.body.code).toBe('STATE_CONFLICT');
  expect(mine.body.scorecards).toHaveLength(1);
  expect(unseen.body).toMatchObject({
    scorecards: [],
    joined: expect.arrayContaining([expect.objectContaining({ mean: null, raters: 0 })]),
  });
  expect(half.body.errors[0].field).toBe('ratings');
  expect(stranger.status).toBe(403);
  expect(joined.scorecards).toHaveLength(2);
  expect(joined.joined[0]).toMatchObject({ mean: 3.25, low: 2.5, high: 4, raters: 2 });
  expect((await kindsOf(hr)).filter((kind: string) => kind === 'scorecard_given')).toHaveLength(2);
});

test('people without the role, times gone by and links without https are refused by their field', async () => {
  const { applicationId } = await ground.handedIn({ name: '白露' });
  const fieldOf = async (change: object) =>
    (await hr.client.post(path(applicationId), invitation(change))).body.errors?.[0]?.field;

  expect(await fieldOf({ interviewerIds: [colleague.id] })).toBe('interviewerIds');
  expect(await fieldOf({ startsAt: inHours(-1) })).toBe('startsAt');
  expect(await fieldOf({ place: { kind: 'link', text: 'http://meet.example' } })).toBe('place/text');
  expect((await lead.client.post(path(applicationId), invitation())).status).toBe(403);
});

test('erasing the candidate takes HR’s words and the scorecards, and keeps that a round was held', async () => {
  const { applicationId } = await ground.handedIn({ name: '丁一' });
  const { body: round } = await hr.client.post(path(applicationId), invitation());
  await begin(round.id);
  await put(lead, `/api/v1/second-rounds/${round.id}/scorecard`, {
    ratings: round.dimensions.map(({ code }: { code: string }) => ({ dimension: code, score: 3, note: '' })),
    recommendation: 'hold',
    summary: '还要再看',
  });
  const { services, handlers } = ground.ground.installation;
  const { body: file } = await hr.client.get(`/api/v1/applications/${applicationId}`);
  await hr.client.post(`/api/v1/candidates/${file.candidate.id}/erase`, { reason: 'candidate_request' });
  await runDueWork(services, handlers, { limit: 100 });
  const { body: after } = await hr.client.get(`/api/v1/second-rounds/${round.id}`);
  const [notice] = (await lead.client.get('/api/v1/notices')).body.items;

  expect(after).toMatchObject({ note: null, scorecards: [], candidateName: null });
  expect(JSON.stringify(notice)).not.toContain('丁一');
});
