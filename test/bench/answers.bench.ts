import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from '../../build.ts';
import { goldenLines } from '../evaluate/rated-answers.ts';
import { root } from '../support/project-files.ts';
import { buildBareServer } from './bare-build.ts';
import { type InterviewAtHand, openJob, startInterviews } from './interviews-at-hand.ts';
import { alternate, printResult, resultOf } from './rounds.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

/**
 * Answers acknowledged a second by 16 clients, against a bare route that writes the same rows and bytes in one batch. The bare
 * server works on a copy of the same database and gets the very bodies that the product got in the round before.
 */
const clients = 16;
const repeats = 6;
const interviewsEach = 2;

interface Sent {
  readonly interview: InterviewAtHand;
  readonly body: string;
}

const texts = goldenLines()
  .filter(({ lang, attack }) => lang === 'zh' && attack === null)
  .map(({ answer }) => answer);
const answeredBy = { typedChars: 200, pastedChars: 0, focusLosses: 0, seconds: 90 };

async function post(url: string, interview: InterviewAtHand, body: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...interview.headers, 'content-type': 'application/json', 'x-jinji-request': '1' },
    body,
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

interface Step {
  readonly kind: string;
  readonly questionId: string;
  readonly turn: number;
}

/** One candidate answers whatever is asked until nothing is. */
async function takeInterview(url: string, interview: InterviewAtHand, sent: Sent[]): Promise<void> {
  const view = (await (await fetch(`${url}/api/v1/interview`, { headers: interview.headers })).json()) as {
    step: Step;
  };
  let step = view.step;
  while (step.kind === 'question') {
    const body = JSON.stringify({
      questionId: step.questionId,
      turn: step.turn,
      attempt: 0,
      mode: 'text',
      text: texts[(sent.length * 7) % texts.length],
      recordingId: null,
      skipped: false,
      process: answeredBy,
    });
    sent.push({ interview, body });
    ({ step } = (await post(`${url}/api/v1/interview/answers`, interview, body)) as { step: Step });
  }
}

const perClient = <T>(items: readonly T[], work: (items: readonly T[]) => Promise<void>) =>
  Promise.all(
    Array.from({ length: clients }, (_, client) => work(items.filter((_, i) => i % clients === client))),
  );

/** Answers a second of the product; what was sent is kept for the yardstick. */
async function productRound(
  server: ServerProcess,
  held: readonly InterviewAtHand[],
  sent: Sent[],
): Promise<number> {
  const start = performance.now();
  await perClient(held, async (own) => {
    for (const interview of own) await takeInterview(server.url, interview, sent);
  });
  return sent.length / ((performance.now() - start) / 1000);
}

async function bareRound(server: ServerProcess, sent: readonly Sent[]): Promise<number> {
  const start = performance.now();
  await perClient(sent, async (own) => {
    for (const { interview, body } of own) {
      await post(`${server.url}/answers/${interview.tenantId}/${interview.interviewId}`, interview, body);
    }
  });
  return sent.length / ((performance.now() - start) / 1000);
}

await buildOnce();
const folder = await mkdtemp(join(tmpdir(), 'jinji-bench-answers-'));
try {
  const product = join(root, 'dist/server/node.js');
  const first = await startProcess(product, join(folder, 'product'));
  const ownerLink = /https?:\/\/\S+\/sign-in\/\S+/.exec(first.output)?.[0] ?? '';
  const job = await openJob(first.url, ownerLink);
  const held = await startInterviews(first.url, job, clients * interviewsEach * (repeats + 1));
  await first.stop();
  await cp(join(folder, 'product'), join(folder, 'bare'), { recursive: true });
  const server = await startProcess(product, join(folder, 'product'));
  const bare = await startProcess(await buildBareServer(), join(folder, 'bare'));
  const slice = (round: number) =>
    held.slice(round * clients * interviewsEach, (round + 1) * clients * interviewsEach);
  let sent: Sent[] = [];
  // The first round warms both up and is not counted.
  await productRound(server, slice(repeats), sent);
  await bareRound(bare, sent);
  const rounds = await alternate(
    repeats,
    (round) => {
      sent = [];
      return productRound(server, slice(round), sent);
    },
    () => bareRound(bare, sent),
  );
  await Promise.all([server.stop(), bare.stop()]);
  printResult(
    resultOf(
      {
        bench: 'answers',
        what: 'answers acknowledged a second, 16 clients',
        unit: '1/s',
        yardstickIs:
          'a Hono route that writes the same rows and bytes in one batch (test/bench/bare-server.ts)',
        notes: { answersInRound: sent.length },
      },
      rounds,
      { better: 'more', atLeast: 0.6 },
    ),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
