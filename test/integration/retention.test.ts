import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepRetention } from '#core/company/retention-sweep.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import { type InterviewGround, openInterviewGround } from '../support/interview-ground.ts';

let folder: string;
let ground: InterviewGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-retention-'));
  ground = await openInterviewGround({ dataDir: folder });
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The installation as its clock will stand in so many days. */
function inDays(days: number): Services {
  const { services } = ground.installation;
  return { ...services, clock: { now: () => new Date(Date.now() + days * 86_400_000) } };
}

/** An application that was withdrawn on a day, today unless told, with a recording. */
async function endedApplication(name: string, mediaType: string, day = 0) {
  const { store, services } = ground.owner;
  const { applicationId, interviewId } = await ground.invite({ name });
  const at = nowOf(inDays(day));
  const recordingId = services.ids.next('rec');
  await store.commit([
    store.applications.move(applicationId, 'invited', 'withdrawn', at),
    store.recordings.add({
      id: recordingId,
      interviewId,
      questionId: 'wrong-dish',
      turn: 0,
      attempt: 0,
      mediaType,
      state: 'complete',
      segmentCount: 0,
      objectKey: null,
      bytes: 0,
      durationMs: null,
      transcriptState: 'none',
      transcript: null,
      createdAt: at,
      completedAt: at,
      erasedAt: null,
    }),
  ]);
  const candidateId = (await store.applications.get(applicationId))?.candidateId ?? '';
  return { candidateId, recordingId, applicationId };
}

const stateOf = async (recordingId: string) => (await ground.owner.store.recordings.get(recordingId))?.state;
const nameOf = async (candidateId: string) => (await ground.owner.store.candidates.get(candidateId))?.name;

test('video goes after 30 days, sound after 90, the rest after 180, and each day is worked once', async () => {
  const { tenantId } = ground.owner;
  const video = await endedApplication('林晓彤', 'video/webm');
  const sound = await endedApplication('何伟', 'audio/webm;codecs=opus');
  const sweep = (days: number) => sweepRetention(inDays(days), tenantId);

  expect(await sweep(29)).toEqual({ recordings: 0, candidates: 0, resumes: 0 });
  expect(await sweep(29.5)).toEqual({ recordings: 0, candidates: 0, resumes: 0 });
  expect(await sweep(31)).toEqual({ recordings: 1, candidates: 0, resumes: 0 });
  expect([await stateOf(video.recordingId), await stateOf(sound.recordingId)]).toEqual([
    'erased',
    'complete',
  ]);
  expect(await sweep(91)).toEqual({ recordings: 1, candidates: 0, resumes: 0 });
  expect(await nameOf(video.candidateId)).toBe('林晓彤');
  expect(await sweep(181)).toEqual({ recordings: 0, candidates: 2, resumes: 0 });
  expect([await nameOf(video.candidateId), await nameOf(sound.candidateId)]).toEqual([null, null]);
});

test('a person with an application that still runs is kept, whatever ended before', async () => {
  const { tenantId, store } = ground.owner;
  const { candidateId, applicationId } = await endedApplication('许静', 'audio/webm');
  const running = await ground.invite({ name: '许静' });
  const open = await store.applications.get(running.applicationId);

  const swept = await sweepRetention(inDays(400), tenantId);

  expect(await nameOf(open?.candidateId ?? '')).toBe('许静');
  expect(swept.candidates).toBe(1);
  expect(await nameOf(candidateId)).toBeNull();
  expect((await store.applications.get(applicationId))?.status).toBe('withdrawn');
});

test('who agreed to the talent pool is kept for a year, and no longer than agreed once that is taken back', async () => {
  const { tenantId, store, services } = ground.owner;
  const agreeing = async (name: string, ...answers: readonly boolean[]) => {
    const { candidateId, applicationId } = await endedApplication(name, 'audio/webm', 600);
    const [interview] = await store.interviews.ofApplication(applicationId);
    for (const granted of answers) {
      await store.commit([
        store.consents.add({
          id: services.ids.next('cns'),
          interviewId: interview?.id ?? '',
          kind: 'talent_pool',
          granted,
          textHash: 'x',
          locale: 'zh-CN',
          at: nowOf(services),
        }),
      ]);
    }
    return candidateId;
  };
  const stays = await agreeing('沈静', true);
  const changed = await agreeing('唐宁', true, false);

  await sweepRetention(inDays(600 + 181), tenantId);
  const halfYear = [await nameOf(stays), await nameOf(changed)];
  await sweepRetention(inDays(600 + 366), tenantId);

  expect(halfYear).toEqual(['沈静', null]);
  expect(await nameOf(stays)).toBeNull();
});

test('an application that nobody closed ends a year after its last change, and is kept as long as others from then', async () => {
  const { tenantId, store } = ground.owner;
  const { applicationId } = await ground.invite({ name: '罗敏' });
  const candidateId = (await store.applications.get(applicationId))?.candidateId ?? '';

  await sweepRetention(inDays(365 + 179), tenantId);
  expect(await nameOf(candidateId)).toBe('罗敏');
  await sweepRetention(inDays(365 + 1300), tenantId);

  expect(await nameOf(candidateId)).toBeNull();
  expect((await store.applications.get(applicationId))?.status).toBe('withdrawn');
});

test('uploads that became nobody, and people without any application, go after the same days', async () => {
  const { tenantId, store, services } = ground.owner;
  const from = 1700;
  const id = services.ids.next('res');
  const key = `resumes/${id}/file`;
  const bytes = new Blob(['张三的简历']).stream();
  await services.objects(tenantId).put(key, bytes, { maxBytes: 1000 });
  await store.commit([
    store.resumes.add({
      id,
      candidateId: null,
      jobId: null,
      fileName: '张三.pdf',
      mediaType: 'application/pdf',
      size: 15,
      contentHash: 'x',
      objectKey: key,
      state: 'failed',
      errorCode: 'RESUME_DAMAGED',
      parsedSealed: null,
      uploadedBy: null,
      createdAt: nowOf(inDays(from)),
      parsedAt: null,
    }),
  ]);
  const { applicationId } = await ground.invite({ name: '钱坤' });
  const held = await store.candidates.get((await store.applications.get(applicationId))?.candidateId ?? '');
  if (!held) throw new Error('nobody was invited');
  const alone = { ...held, id: services.ids.next('cnd'), name: '赵野', createdAt: nowOf(inDays(from)) };
  await store.commit([store.candidates.add(alone)]);

  await sweepRetention(inDays(from + 179), tenantId);
  expect([(await store.resumes.get(id))?.id, await nameOf(alone.id)]).toEqual([id, '赵野']);
  const swept = await sweepRetention(inDays(from + 181), tenantId);

  expect(swept.resumes).toBe(1);
  expect([await store.resumes.get(id), await nameOf(alone.id)]).toEqual([null, null]);
  expect(await services.objects(tenantId).get(key)).toBeNull();
});

test('what was swept stands in the log as numbers', async () => {
  const rows = await ground.owner.store.audit.list({ area: 'retention', limit: 10 });

  expect(rows.map(({ action, data }) => [action, data])).toContainEqual([
    'retention.swept',
    { recordings: 0, candidates: 2, resumes: 0 },
  ]);
});
