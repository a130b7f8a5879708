import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from '../../build.ts';
import { goldenLines } from '../evaluate/rated-lines.ts';
import { root } from '../support/project-files.ts';
import { buildBareServer } from './bare-build.ts';
import { type InterviewAtHand, openJob, startInterviews } from './interviews-at-hand.ts';
import { alternate, median, printResult, resultOf, rounded } from './rounds.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

/**
 * Answers acknowledged a second by 16 clients, against a bare route that writes the same rows and bytes in one batch. The bare
 * server works on a copy of the same database and gets the very bodies that the product got in the round before.
 *
 * A candidate's page sends an answer, is told that it is stored, and then asks what comes next. Clients go in waves: each
 * sends one answer for every interview it holds (this is timed: the submissions), then each asks for the next steps (timed on
 * its own). The gated figure is that of the submissions; the one beside it divides by the time of both.
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

const readStep = async (url: string, interview: InterviewAtHand): Promise<Step> => {
  const answer = await fetch(`${url}/api/v1/interview/step`, { headers: interview.headers });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { step: Step }).step;
};

/** One candidate's place in the interview. */
interface Place {
  readonly interview: InterviewAtHand;
  step: Step;
}

const perClient = <T>(items: readonly T[], work: (item: T) => Promise<void>) =>
  Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (const item of items.filter((_, i) => i % clients === client)) await work(item);
    }),
  );

/** Seconds that work took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const answerTo = ({ questionId, turn }: Step, text: string | undefined) =>
  JSON.stringify({
    questionId,
    turn,
    attempt: 0,
    mode: 'text',
    text,
    recordingId: null,
    skipped: false,
    process: answeredBy,
  });

/** Answers a second of the product, without and with asking what comes next; what was sent is kept for the yardstick. */
async function productRound(server: ServerProcess, held: readonly InterviewAtHand[], sent: Sent[]) {
  const places: Place[] = [];
  await perClient(held, async (interview) => {
    places.push({ interview, step: await readStep(server.url, interview) });
  });
  let submitting = 0;
  let asking = 0;
  let cpuMs = 0;
  for (let open = places; open.length > 0; open = open.filter(({ step }) => step.kind === 'question')) {
    const wave = open.map((place, i) => ({
      place,
      body: answerTo(place.step, texts[((sent.length + i) * 7) % texts.length]),
      next: null as Step | null,
    }));
    const before = await server.cpuMs();
    submitting += await timed(() =>
      perClient(wave, async (one) => {
        const ack = await post(`${server.url}/api/v1/interview/answers`, one.place.interview, one.body);
        one.next = (ack as { step: Step | null }).step;
      }),
    );
    cpuMs += (await server.cpuMs()) - before;
    asking += await timed(() =>
      perClient(wave, async (one) => {
        one.place.step = one.next ?? (await readStep(server.url, one.place.interview));
      }),
    );
    sent.push(...wave.map(({ place, body }) => ({ interview: place.interview, body })));
  }
  return {
    submissions: sent.length / submitting,
    withNextStep: sent.length / (submitting + asking),
    cpuMs: cpuMs / sent.length,
  };
}

async function bareRound(server: ServerProcess, sent: readonly Sent[]) {
  const before = await server.cpuMs();
  const seconds = await timed(() =>
    perClient(sent, async ({ interview, body }) => {
      await post(`${server.url}/answers/${interview.tenantId}/${interview.interviewId}`, interview, body);
    }),
  );
  return { submissions: sent.length / seconds, cpuMs: ((await server.cpuMs()) - before) / sent.length };
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
  const withNextStep: number[] = [];
  const cpu = { product: [] as number[], bare: [] as number[] };
  const rounds = await alternate(
    repeats,
    async (round) => {
      sent = [];
      const measured = await productRound(server, slice(round), sent);
      withNextStep.push(measured.withNextStep);
      cpu.product.push(measured.cpuMs);
      return measured.submissions;
    },
    async () => {
      const measured = await bareRound(bare, sent);
      cpu.bare.push(measured.cpuMs);
      return measured.submissions;
    },
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
        notes: {
          answersInRound: sent.length,
          serverCpuMs: rounded(median(cpu.product)),
          serverCpuMsOfYardstick: rounded(median(cpu.bare)),
          submissionAndNextStep: rounded(median(withNextStep)),
          ratioWithNextStep: rounded(
            median(rounds.map(([, yardstick], i) => (withNextStep[i] ?? 0) / yardstick)),
          ),
        },
      },
      rounds,
      { better: 'more', atLeast: 0.6 },
    ),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
