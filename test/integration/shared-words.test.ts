import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseCandidate, eraseCandidateWork } from '#core/application/erase-candidate.ts';
import { tenantContext } from '#core/ports/services.ts';
import { answersForComparing } from '#core/report/shared-words.ts';
import {
  fullAnswers,
  openReportGround,
  type ReportGround,
  type StaffMember,
} from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let hr: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-shared-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const pages = async (applicationId: string) =>
  (await hr.client.get(`/api/v1/applications/${applicationId}/report`)).body.document;

type Point = {
  readonly kind: string;
  readonly quote: string | null;
  readonly reason: { readonly zh: string; readonly en: string };
};
const templated = (report: { pointsToVerify: readonly Point[] }): readonly Point[] =>
  report.pointsToVerify.filter(({ kind }) => kind === 'templated');

/** An own answer of somebody: nothing but the trade is shared. */
const ownWords = (n: number): string =>
  [...`${fullAnswers[2]}${n}号门店的我自己另有一套办法`].reverse().join('');

test('half of an answer word for word as in another candidate’s is a point to verify with a neutral question, and moves no score', async () => {
  const [first = ''] = fullAnswers;
  const original = await ground.handedIn({ name: '林晓彤', answers: [first, ownWords(0)] });
  const early = await ground.handedIn({
    name: '何伟',
    answers: [first, ownWords(1)],
    beside: original.applicationId,
  });
  expect(templated(await pages(early.applicationId))).toEqual([]);
  for (let i = 2; i < answersForComparing - 1; i += 1)
    await ground.handedIn({
      name: `候选人${i}`,
      answers: [ownWords(i), ownWords(i)],
      beside: original.applicationId,
    });

  const copied = await ground.handedIn({
    name: '周平',
    answers: [`您好，${first}`, ownWords(99)],
    beside: original.applicationId,
  });

  const report = await pages(copied.applicationId);
  const [point] = templated(report);
  expect(point).toMatchObject({ reason: { zh: expect.stringContaining('另外 2 位候选人') } });
  expect(point?.reason.en).toContain('2 other candidates');
  expect(first).toContain(point?.quote);
  expect(JSON.stringify(point)).not.toMatch(/林晓彤|何伟|抄|作弊|造假|cheat|copied/i);
  expect(report.result.score10).toBe((await pages(early.applicationId)).result.score10);

  const { owner } = ground.ground;
  const of = { jobVersionId: report.job.versionId, exceptCandidate: report.candidate.id, interviews: 200 };
  const told = async (context = owner) => await context.store.answers.toldElsewhere(of);
  const before = await told();
  expect(before.some(({ text }) => text.includes('国庆那天中午'))).toBe(true);
  expect(await told(tenantContext(owner.services, 'ten_other', owner.actor, 'zh'))).toEqual([]);

  const asked = await owner.store.applications.get(original.applicationId);
  await eraseCandidate(owner, asked?.candidateId ?? '', 'candidate_request');
  await eraseCandidateWork(owner.services, owner.tenantId, asked?.candidateId ?? '');
  const after = await told();
  expect(after.some(({ interviewId }) => interviewId === original.interviewId)).toBe(false);
}, 120_000);

test('one story told to two questions is a point to verify that names the first, and moves no score', async () => {
  const [story = '', other = ''] = fullAnswers;
  const short = '没有别的了。';
  const repeating = await ground.handedIn({ name: '沈静', answers: [story, story, short] });
  const report = await pages(repeating.applicationId);
  const own = await ground.handedIn({ name: '唐宁', answers: [story, other, short] });
  const repeated = (document: { pointsToVerify: readonly Point[] }) =>
    document.pointsToVerify.filter(({ reason }) => reason.en.includes('answer to question'));

  expect(repeated(report)).toHaveLength(1);
  expect(repeated(report)[0]).toMatchObject({ kind: 'repetition' });
  expect(repeated(report)[0]?.reason.zh).toContain('与第 1 题的回答逐字相同');
  expect(story).toContain(repeated(report)[0]?.quote);
  expect(repeated(await pages(own.applicationId))).toEqual([]);
});
