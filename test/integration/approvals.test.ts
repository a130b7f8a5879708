import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let hr: StaffMember;
let boss: StaffMember;
let head: StaffMember;
let other: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-approvals-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
  boss = await ground.staff('owner', '陈建国');
  head = await ground.staff('employee', '许静');
  other = await ground.staff('employee', '郑凯');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const terms = {
  position: '门店服务员',
  department: '前厅部',
  salary: '月薪 6000 元 + 提成',
  monthlyPay: 6000,
  startDate: '2026-12-01',
  probation: '3 个月',
  location: '杭州',
  note: '',
};
const person = (one: StaffMember) => ({ kind: 'person', key: `staff:${one.id}` });
const step = (id: string, approvers: object[], more: object = {}) => ({
  id,
  approvers,
  rule: 'and',
  timeoutHours: null,
  escalateTo: null,
  ...more,
});

const put = (who: StaffMember, path: string, body: object) => who.client.call('PUT', path, { body });

let number = 0;
async function setChain(steps: object[], enabled = true, kind = 'offer'): Promise<void> {
  const before = (await boss.client.get('/api/v1/approval-chains')).body.items.find(
    (one: { kind: string }) => one.kind === kind,
  );
  const { status, body } = await put(boss, `/api/v1/approval-chains/${kind}`, {
    number: before.number,
    enabled,
    steps,
    platform: null,
  });
  expect([status, body.number]).toEqual([200, before.number + 1]);
}

/** An application that was scored, with a saved offer. */
async function anOffer(): Promise<string> {
  number += 1;
  const { applicationId } = await ground.handedIn({ name: `王芳${number}` });
  const saved = await put(hr, `/api/v1/applications/${applicationId}/offer`, { terms, revision: 0 });
  expect(saved.status).toBe(200);
  return applicationId;
}

const offerOf = async (id: string) => (await hr.client.get(`/api/v1/applications/${id}/offer`)).body;
const statusOf = async (id: string) => (await hr.client.get(`/api/v1/applications/${id}`)).body.status;
const ask = (id: string) => hr.client.post(`/api/v1/applications/${id}/offer/approval`, {});
const decide = (who: StaffMember, id: string, body: object) =>
  who.client.post(`/api/v1/approvals/${id}/decision`, body);
const waiting = async (who: StaffMember): Promise<string[]> =>
  (await who.client.get('/api/v1/approvals')).body.items.map((item: { id: string }) => item.id);

test('without a chain an offer needs nobody, and goes to the candidate, is accepted, and ends in hiring', async () => {
  const id = await anOffer();

  expect((await hr.client.get(`/api/v1/applications/${id}/offer/plan`)).body).toMatchObject({
    way: 'none',
    problem: null,
  });
  expect((await ask(id)).body.current).toMatchObject({ state: 'approved', approval: null });
  for (const to of ['sent', 'accepted']) {
    expect((await hr.client.post(`/api/v1/applications/${id}/offer/move`, { to })).body.current.state).toBe(
      to,
    );
  }
  expect(await statusOf(id)).toBe('offered');
  await hr.client.post(`/api/v1/applications/${id}/move`, { to: 'hired' });

  expect(await statusOf(id)).toBe('hired');
});

test('a chain is asked step by step, shows who decides before it is sent, and writes its result into the offer', async () => {
  await setChain([step('one', [person(head)]), step('two', [person(boss), person(other)], { rule: 'or' })]);
  const id = await anOffer();

  const plan = (await hr.client.get(`/api/v1/applications/${id}/offer/plan`)).body;
  const names = (one: { approvers: { person: { name: string } }[] }) =>
    one.approvers.map(({ person: p }) => p.name);
  expect(plan).toMatchObject({ way: 'own', problem: null });
  expect(plan.steps.map(names)).toEqual([['许静'], ['陈建国', '郑凯']]);

  const sent = (await ask(id)).body.current;
  const approval = sent.approval.id;
  expect(sent.state).toBe('in_approval');
  expect(await statusOf(id)).toBe('offer_approval');
  expect([await waiting(head), await waiting(boss)]).toEqual([[approval], []]);
  expect((await decide(boss, approval, { verdict: 'agreed' })).body.code).toBe('APPROVAL_NOT_YOURS');

  await decide(head, approval, { verdict: 'agreed', reason: '同意' });
  expect([await waiting(head), await waiting(other)]).toEqual([[], [approval]]);
  await decide(other, approval, { verdict: 'agreed' });

  const { current } = await offerOf(id);
  expect(current).toMatchObject({ state: 'approved', approval: { state: 'approved' } });
  expect(current.approval.acts.map(({ act }: { act: string }) => act)).toEqual(['asked', 'agreed', 'agreed']);
  expect(await waiting(boss)).toEqual([]);
});

test('a refusal needs a reason, ends the request, and the next version of the offer can be sent again', async () => {
  await setChain([step('one', [person(head), person(other)])]);
  const id = await anOffer();
  const first = (await ask(id)).body.current.approval.id;

  expect((await decide(head, first, { verdict: 'refused' })).status).toBe(400);
  await decide(head, first, { verdict: 'refused', reason: '薪资超出预算' });
  expect((await decide(other, first, { verdict: 'agreed' })).status).toBe(409);
  expect((await offerOf(id)).current.state).toBe('refused');
  await put(hr, `/api/v1/applications/${id}/offer`, {
    terms: { ...terms, salary: '月薪 5500 元' },
    revision: 0,
  });
  const again = (await ask(id)).body;

  expect(again.current).toMatchObject({ number: 2, state: 'in_approval' });
  expect(again.earlier).toMatchObject([{ number: 1, state: 'refused', approvalId: first }]);
});

test('two who decide in the same moment never both count', async () => {
  await setChain([step('one', [person(head), person(other)], { rule: 'or' })]);
  const id = await anOffer();
  const approval = (await ask(id)).body.current.approval.id;

  const both = await Promise.all([
    decide(head, approval, { verdict: 'agreed' }),
    decide(other, approval, { verdict: 'refused', reason: '不同意' }),
  ]);

  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { acts } = (await offerOf(id)).current.approval;
  expect(acts).toHaveLength(2);
});

test('a request is passed on, taken back, and its offer is a draft again', async () => {
  await setChain([step('one', [person(head)])]);
  const id = await anOffer();
  const approval = (await ask(id)).body.current.approval.id;

  expect(
    (await head.client.post(`/api/v1/approvals/${approval}/pass-on`, { to: `staff:${hr.id}` })).status,
  ).toBe(400);
  await head.client.post(`/api/v1/approvals/${approval}/pass-on`, {
    to: `staff:${other.id}`,
    reason: '出差',
  });
  expect(await waiting(head)).not.toContain(approval);
  expect(await waiting(other)).toContain(approval);
  expect((await other.client.post(`/api/v1/approvals/${approval}/withdraw`, {})).status).toBe(403);
  const back = await hr.client.post(`/api/v1/approvals/${approval}/withdraw`, {});

  expect(back.body.state).toBe('withdrawn');
  expect((await offerOf(id)).current.state).toBe('draft');
  expect((await other.client.get(`/api/v1/approvals/${approval}`)).status).toBe(200);
});

test('people whom it does not concern see nothing of a request, and its terms are not readable in the database', async () => {
  await setChain([step('one', [person(head)])]);
  const id = await anOffer();
  const approval = (await ask(id)).body.current.approval.id;

  expect((await head.client.get(`/api/v1/approvals/${approval}`)).body.content.fields).toContainEqual({
    field: 'salary',
    value: terms.salary,
  });
  expect((await other.client.get(`/api/v1/approvals/${approval}`)).status).toBe(404);
  expect((await other.client.get('/api/v1/approvals?box=all')).status).toBe(403);
  const row = await ground.ground.owner.store.approvals.get(approval);
  const [offer] = await ground.ground.owner.store.offers.ofApplication(id);
  expect(JSON.stringify([row, offer])).not.toMatch(/(?<![0-9a-f])6000(?![0-9a-f])/);
});

test('somebody away is represented, and a problem is told before anything is sent', async () => {
  await setChain([step('one', [person(head)])]);
  const today = new Date().toISOString().slice(0, 10);
  const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const from = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await put(head, '/api/v1/approvals/delegation', { to: `staff:${other.id}`, from, until });
  const id = await anOffer();

  const plan = (await hr.client.get(`/api/v1/applications/${id}/offer/plan`)).body;
  expect(plan.steps[0].approvers).toMatchObject([{ person: { name: '郑凯' }, inPlaceOf: { name: '许静' } }]);
  expect(today <= until).toBe(true);
  await head.client.call('DELETE', '/api/v1/approvals/delegation');
  await setChain([step('one', [{ kind: 'direct_leader' }])]);
  const stuck = (await hr.client.get(`/api/v1/applications/${id}/offer/plan`)).body;

  expect(stuck).toMatchObject({
    problem: 'no_directory',
    steps: [{ problems: [{ problem: 'no_directory' }] }],
  });
  expect((await ask(id)).body.code).toBe('APPROVAL_UNRESOLVED');
  expect((await offerOf(id)).current.state).toBe('draft');
});

test('an application that leaves the flow takes its request along', async () => {
  await setChain([step('one', [person(head)])]);
  const id = await anOffer();
  const approval = (await ask(id)).body.current.approval.id;

  await hr.client.post(`/api/v1/applications/${id}/move`, { to: 'withdrawn', reasonCode: 'other_offer' });

  expect(await waiting(head)).not.toContain(approval);
  expect((await hr.client.get(`/api/v1/approvals/${approval}`)).body.state).toBe('withdrawn');
});
