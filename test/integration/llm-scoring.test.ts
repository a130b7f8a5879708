import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ReportDocument } from '#core/report/report-document.ts';
import {
  type ChatEmulator,
  type ChatRequest,
  chatEmulator,
  chatEmulatorFacts,
} from '#test/emulators/hugging-face/chat.ts';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';

let emulator: ChatEmulator;
let server: ReturnType<typeof serve>;
let folder: string;
let ground: ReportGround;
let hr: StaffMember;
beforeAll(async () => {
  server = serve({ fetch: (request) => emulator.app.fetch(request), port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  folder = await mkdtemp(join(tmpdir(), 'jinji-llm-'));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const settings = {
    LLM_URL: url,
    LLM_MODEL: 'qwen3-32b',
    LLM_KEY: chatEmulatorFacts.token,
    LLM_SAMPLES: '1',
  };
  ground = await openReportGround({ dataDir: folder, settings });
  hr = await ground.staff('hr', '周敏');
});
beforeEach(() => {
  emulator = chatEmulator();
});
afterAll(async () => {
  await ground?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** An honest model: quotes two places of the answer and gives level 3. */
const judged = ({ system, user }: ChatRequest) => {
  const text = user.answer[0]?.text ?? '';
  const quotes = [text.slice(0, 14), text.slice(20, 34)].map((quote) => ({
    turnId: 't1',
    quote,
    supports: 'A',
  }));
  const dim = /: (\S+) /.exec(system)?.[1];
  return { dim, evidence: quotes, missing: [], insufficient: false, injection_suspected: false, level: 3 };
};

const documentOf = async (applicationId: string): Promise<ReportDocument> =>
  (await hr.client.get(`/api/v1/applications/${applicationId}/report`)).body.document;

test('the report names the model, whose calls are made once for each judgement and not while the candidate waits', async () => {
  emulator.write(judged);
  const { applicationId } = await ground.handedIn({ questions: 2 });
  const document = await documentOf(applicationId);
  expect(document.result?.scorers).toContainEqual(
    expect.objectContaining({ kind: 'llm', model: 'qwen3-32b' }),
  );
  expect(document.scoreRuns.map(({ kind }) => kind)).toEqual(['llm']);
  expect(emulator.calls()).toBe(document.questions.flatMap(({ dimensions }) => dimensions).length);
});

test('a model that answers badly leaves the embedded score, the report says so, and scoring again mends it', async () => {
  emulator.write('抱歉，我不能评分。');
  const { applicationId } = await ground.handedIn({ questions: 2 });
  const document = await documentOf(applicationId);
  expect(document.result?.scorers.map(({ kind }) => kind)).toEqual(['embedded']);
  expect(document.scoreRuns.map(({ kind }) => kind)).toEqual(['embedded']);
  expect(document.result?.score10).not.toBeNull();
  expect(document.pointsToVerify.map(({ reason }) => reason.zh).join()).toContain('这道题由内置评分完成');

  emulator.write(judged);
  const again = await hr.client.post(`/api/v1/applications/${applicationId}/rescore`, {});
  expect(again.body.changed).toBe(true);
  expect((await documentOf(applicationId)).scoreRuns.map(({ kind }) => kind)).toEqual(['embedded', 'llm']);
});

test('the system page’s facts name the model and the regions', async () => {
  const { body } = await hr.client.get('/api/v1/installation');
  expect(body.scorer).toMatchObject({ kind: 'llm', model: 'qwen3-32b' });
  expect(body.scorer.regions).toContain('cn');
});
