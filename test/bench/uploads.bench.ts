import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from '../../build.ts';
import { root } from '../support/project-files.ts';
import { type InterviewAtHand, openJob, startInterviews } from './interviews-at-hand.ts';
import { median, printResult, resultOf } from './rounds.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

/** Resident memory while 50 candidates upload a recording of 100 MB each at once, against one who does: it must not grow with them. */
const parallel = 50;
const recordingBytes = 100 * 1024 * 1024;
const segmentBytes = 8 * 1024 * 1024;
const sampleEveryMs = 100;

const segment = new Uint8Array(segmentBytes).map((_, i) => (i * 2_654_435_761) & 255);
const sha256 = createHash('sha256').update(segment).digest('hex');

async function send(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer;
}

async function upload(url: string, { headers }: InterviewAtHand): Promise<void> {
  const json = { ...headers, 'content-type': 'application/json', 'x-jinji-request': '1' };
  const view = (await (await send(`${url}/api/v1/interview`, { headers })).json()) as {
    step: { questionId: string; turn: number };
  };
  const place = { questionId: view.step.questionId, turn: 0, attempt: 0 };
  const opened = await send(`${url}/api/v1/interview/recordings`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ ...place, mode: 'video', mediaType: 'video/webm;codecs=vp8,opus' }),
  });
  const { recordingId } = (await opened.json()) as { recordingId: string };
  for (let position = 0; position * segmentBytes < recordingBytes; position += 1) {
    await send(`${url}/api/v1/interview/recordings/${recordingId}/segments/${position}`, {
      method: 'PUT',
      headers: { ...headers, 'x-jinji-request': '1', 'x-content-sha256': sha256 },
      body: segment,
    });
  }
}

/** The highest resident memory while `work` runs. */
async function peak(server: ServerProcess, work: Promise<unknown>): Promise<number> {
  let highest = 0;
  let running = true;
  const watching = (async () => {
    while (running) {
      highest = Math.max(highest, await server.residentMegabytes());
      await new Promise((resolve) => setTimeout(resolve, sampleEveryMs));
    }
  })();
  try {
    await work;
  } finally {
    running = false;
    await watching;
  }
  return highest;
}

await buildOnce();
const folder = await mkdtemp(join(tmpdir(), 'jinji-bench-uploads-'));
try {
  const product = join(root, 'dist/server/node.js');
  const first = await startProcess(product, folder);
  const job = await openJob(first.url, /https?:\/\/\S+\/sign-in\/\S+/.exec(first.output)?.[0] ?? '');
  const held = await startInterviews(first.url, job, parallel + 1);
  await first.stop();
  const server = await startProcess(product, folder);
  const rest: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    rest.push(await server.residentMegabytes());
    await new Promise((resolve) => setTimeout(resolve, sampleEveryMs));
  }
  const [one, ...many] = held;
  if (!one) throw new Error('no interview was made');
  const alone = await peak(server, upload(server.url, one));
  const started = performance.now();
  const together = await peak(server, Promise.all(many.map((interview) => upload(server.url, interview))));
  const seconds = (performance.now() - started) / 1000;
  await server.stop();
  printResult(
    resultOf(
      {
        bench: 'uploads',
        what: `peak resident memory, ${parallel} parallel uploads of 100 MB`,
        unit: 'MB',
        yardstickIs: 'the peak of the same process while one such upload runs (test/bench/uploads.bench.ts)',
        notes: {
          restMegabytes: Math.round(median(rest)),
          growthMegabytes: Math.round(together - median(rest)),
          megabytesPerSecond: Math.round((parallel * 100) / seconds),
        },
      },
      [[together, alone]],
      { better: 'less', atMost: 2 },
    ),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
