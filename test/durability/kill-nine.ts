import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runDueWork } from '#core/work/run-due-work.ts';
import { readConfig } from '#plugins/host/config.ts';
import { openInstallation } from '#plugins/host/open-installation.ts';
import { keptLog } from '#test/support/fixed-ports.ts';
import { httpClient } from '#test/support/http-client.ts';
import { openLibsqlAt } from '#test/support/libsql-engine.ts';
import { freePort, type RunningServer, startServer } from '#test/support/start-server.ts';
import { takeInterview } from './candidate.ts';
import { type HiringSide, openHiring } from './hiring-side.ts';
import { type Ledger, seededRandom } from './ledger.ts';
import { ledgerFaults } from './verify-ledger.ts';

export interface KillRun {
  readonly kills: number;
  /** Candidates at work at any time; 4 unless told. */
  readonly clients?: number;
  /** The same seed draws the same answers and the same moments. */
  readonly seed?: number;
  readonly onKill?: (count: number) => void;
}

export interface KillReport {
  readonly kills: number;
  readonly interviews: number;
  readonly handedIn: number;
  readonly answers: number;
  readonly segments: number;
  readonly reports: number;
  /** What was lost, doubled or stuck, in words. */
  readonly faults: readonly string[];
}

/**
 * A server dies after so many answers at most, and up to so many milliseconds behind the last of them: counted in answers, so that
 * every life moves things on however slow the machine is; bounded in time, should no client ask for anything.
 */
const life = { answers: 25, behindMs: 40, longestMs: 20_000 };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Candidates who take one interview after the other until they are told to end. */
class Crowd {
  readonly ledgers: Ledger[] = [];
  readonly faults: string[] = [];
  #answered = 0;
  readonly #tokens: string[] = [];
  readonly #ended = new AbortController();
  #closing = false;
  #people: Promise<unknown> = Promise.resolve();
  #address = 0;

  async invite(hiring: HiringSide, count: number): Promise<void> {
    while (this.#tokens.length < count) this.#tokens.push(await hiring.invite());
  }

  start(url: string, clients: number, random: () => number): void {
    this.#people = Promise.all(Array.from({ length: clients }, () => this.#person(url, random)));
  }

  /** Lets everyone finish the interview in hand. */
  async finish(): Promise<void> {
    this.#closing = true;
    await this.#people;
    this.#ended.abort();
  }

  /** Waits until `count` more answers have come. */
  async answers(count: number): Promise<void> {
    const until = this.#answered + count;
    const giveUp = Date.now() + life.longestMs;
    while (this.#answered < until && Date.now() < giveUp) await pause(2);
  }

  #counted(answer: Response): Response {
    this.#answered += 1;
    return answer;
  }

  async #person(url: string, random: () => number): Promise<void> {
    while (!this.#closing) {
      const token = this.#tokens.shift();
      if (token === undefined) {
        await pause(20);
        continue;
      }
      this.#address += 1;
      const headers = {
        authorization: `Bearer ${token}`,
        'x-jinji-device': `device-of-${this.#address}`.padEnd(16, '0'),
        'x-forwarded-for': `10.0.${this.#address >> 8}.${this.#address & 255}`,
      };
      const client = httpClient(async (path, init) => this.#counted(await fetch(url + path, init)), headers);
      await takeInterview(client, random, this.#ended.signal, (ledger) => this.ledgers.push(ledger)).catch(
        (error: unknown) => this.faults.push(String(error)),
      );
    }
  }
}

/** What a fresh process finds in the data, after all work that waited has been done. */
async function inspect(dataDir: string, tenantId: string, ledgers: readonly Ledger[]) {
  const config = readConfig({ DATA_DIR: dataDir });
  const { services, handlers, close } = await openInstallation(
    config,
    { ring: async () => undefined },
    keptLog(),
  );
  const engine = openLibsqlAt(config.database.url);
  try {
    const faults = await ledgerFaults(services, tenantId, ledgers);
    // Work that died with its process waits for its lease to end, and what failed waits longer: let that time pass.
    await engine.batch([
      "UPDATE background_jobs SET lease_until = created_at WHERE state = 'running'",
      "UPDATE background_jobs SET run_at = created_at WHERE state = 'queued'",
    ]);
    await runDueWork(services, handlers, { limit: 100_000 });
    const unfinished = await services.system.listJobs({ limit: 100_000 });
    for (const { kind, state, lastError } of unfinished) {
      if (state !== 'done') faults.push(`${kind} is ${state}: ${lastError}`);
    }
    const reports = await engine.rows(
      'SELECT interview_id, count(*) AS n FROM reports GROUP BY interview_id',
    );
    const handedIn = ledgers.filter((ledger) => ledger.handedIn);
    for (const { interviewId } of handedIn) {
      const count = Number(reports.find((row) => row.interview_id === interviewId)?.n ?? 0);
      if (count !== 1) faults.push(`${interviewId} has ${count} reports`);
    }
    faults.push(
      ...(await ledgerFaults(services, tenantId, ledgers)).map((fault) => `after all work: ${fault}`),
    );
    return { faults, reports: reports.length };
  } finally {
    engine.close();
    await close();
  }
}

/**
 * Kills a real server (SIGKILL) at random moments while candidates answer and upload, starts it again on the same data, and
 * compares what they were told is kept with what a fresh process finds.
 */
export async function killTest({ kills, clients = 4, seed = 1, onKill }: KillRun): Promise<KillReport> {
  const random = seededRandom(seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'jinji-kill-'));
  const start = async (port: number): Promise<RunningServer> =>
    startServer({ dataDir, port, env: { TRUST_PROXY: 'on', CHECK_ANSWERS: 'on' } });
  const port = await freePort();
  let server = await start(port);
  try {
    const hiring = await openHiring(server);
    const crowd = new Crowd();
    await crowd.invite(hiring, clients * 2);
    crowd.start(server.url, clients, seededRandom(seed + 1));
    for (let count = 1; count <= kills; count += 1) {
      await crowd.answers(Math.floor(random() * life.answers));
      await pause(random() * life.behindMs);
      await server.stop('SIGKILL');
      server = await start(port);
      await crowd.invite(hiring, clients * 2);
      onKill?.(count);
    }
    await crowd.finish();
    await server.stop();
    const { ledgers } = crowd;
    const found = await inspect(dataDir, hiring.tenantId, ledgers);
    return {
      kills,
      interviews: ledgers.length,
      handedIn: ledgers.filter((ledger) => ledger.handedIn).length,
      answers: ledgers.reduce((sum, { answers }) => sum + answers.length, 0),
      segments: ledgers.reduce(
        (sum, { recordings }) => sum + [...recordings.values()].reduce((n, r) => n + r.segments.size, 0),
        0,
      ),
      reports: found.reports,
      faults: [...crowd.faults, ...found.faults],
    };
  } finally {
    await server.stop('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** `npm run kill-test -- [kills] [seed]`: 100 kills unless told; exit code 1 when anything was lost or doubled. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [kills = '100', seed = '1'] = process.argv.slice(2);
  const onKill = (count: number) => process.stderr.write(`\rkilled ${count} of ${kills}`);
  const report = await killTest({ kills: Number(kills), seed: Number(seed), onKill });
  process.stderr.write('\n');
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.faults.length > 0 ? 1 : 0;
}
