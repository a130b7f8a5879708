import type { Database } from '#adapters/database/database.ts';
import { AppError } from '#core/errors/app-error.ts';
import { readNow } from '#core/organisation/change-organisation.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import { finishSignIn, startSignIn } from '#core/platform/sign-in.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { Fault } from '../emulators/shared/faults.ts';
import { isExact, mirrored } from './mirrored-company.ts';
import type { OfficeCase, OfficeEmulator } from './office-emulator.ts';

interface Ground extends PlatformGround {
  readonly emulator: OfficeEmulator;
  readonly errors: unknown[];
}

/** Something that the product does with a platform; what it throws is kept, as a caller would see it. */
interface Scenario {
  readonly name: string;
  run(ground: Ground): Promise<void>;
  /** Whether it was done, when nothing failed later. */
  retry(ground: Ground): Promise<void>;
}

const faultsOf = (emulator: OfficeEmulator): Readonly<Record<string, Fault>> => ({
  'HTTP 429': { kind: 'status', status: 429, headers: { 'x-ogw-ratelimit-reset': '1' } },
  'HTTP 500': { kind: 'status', status: 500 },
  'HTTP 502': { kind: 'status', status: 502 },
  'a broken connection': { kind: 'lost' },
  'a stall': { kind: 'stall' },
  'half an answer': { kind: 'cut' },
  'half a page': { kind: 'short' },
  'the page before': { kind: 'again' },
  'a refusal for load': emulator.busy,
  'a refusal for long': emulator.busyForLong,
  'a refusal in HTTP 200': emulator.lacking,
});

/** Lists that lie are noticed only by the next reading; everything else must be exact at once, or said. */
const lies: readonly string[] = ['half a page', 'the page before'];

async function aGround(office: OfficeCase, database: Database, skewSeconds = 0): Promise<Ground> {
  const held: { emulator?: OfficeEmulator } = {};
  const ground = await platformGround(database, (clock) => {
    const theirs = { ...clock, now: () => new Date(clock.now().getTime() + skewSeconds * 1000) };
    held.emulator = office.open((ids) => madeCompany({ departments: 3, people: 7, ...ids }), theirs, {
      timeoutMs: 400,
    });
    return [held.emulator.platform];
  });
  if (!held.emulator) throw new Error('no emulator');
  await connectPlatform(ground.context, held.emulator.platform.manifest.id, held.emulator.settings);
  await ground.work();
  return { ...ground, emulator: held.emulator, errors: [] };
}

const kept = (ground: Ground, attempt: Promise<unknown>): Promise<void> =>
  attempt.then(
    () => undefined,
    (error: unknown) => void ground.errors.push(error),
  );

/** One is changed, one leaves, one joins. */
function changeCompany({ emulator: { company } }: Ground): void {
  const [first, second, third] = [...company.people.values()];
  if (!first || !second || !third) throw new Error('no people');
  company.people.set(first.id, { ...first, title: '区域经理' });
  company.people.delete(second.id);
  company.people.set(`${third.id}9`, { ...third, id: `${third.id}9`, name: '吴敏' });
}

const scenarios: readonly Scenario[] = [
  {
    name: 'a reading of everything',
    async run(ground) {
      changeCompany(ground);
      await kept(ground, readNow(ground.context));
      await ground.work();
    },
    async retry(ground) {
      await kept(ground, readNow(ground.context));
      await ground.work(5);
    },
  },
  {
    name: 'one changed person',
    async run(ground) {
      const { emulator, services, context } = ground;
      const [person] = [...emulator.company.people.values()];
      const row = await context.store.platform.installation();
      if (!person || !row) throw new Error('not connected');
      emulator.company.people.set(person.id, { ...person, title: '店长助理' });
      await receiveCallback(services, row.platform, row.id, await emulator.push('person', person.id));
      await ground.work();
    },
    async retry(ground) {
      for (let hour = 0; hour < 2; hour += 1) {
        ground.clock.advance({ hours: 1 });
        await ground.work(1);
      }
    },
  },
  {
    name: 'a sign-in',
    run: (ground) => kept(ground, signIn(ground)),
    retry: (ground) => signIn(ground),
  },
];

async function signIn({ emulator, services, context }: Ground): Promise<void> {
  const row = await context.store.platform.installation();
  const person = [...emulator.company.people.values()].find(({ state }) => state === 'active');
  if (!row || !person) throw new Error('not connected');
  const redirectUri = `https://hire.example.com/platform/${row.platform}/signed-in/${row.id}`;
  const request = { platform: row.platform, installationId: row.id, redirectUri };
  const { verifier } = await startSignIn(services, { ...request, userAgent: 'Mozilla/5.0' });
  const query = emulator.signIn(person.id);
  await finishSignIn(services, { ...request, query, verifier, locale: 'zh-CN' });
}

/** A token that has ended makes every scenario begin with a fresh one, so that issuing it may fail too. */
async function withFaultAt(
  ground: Ground,
  scenario: Scenario,
  at: number,
  fault: Fault | null,
): Promise<number> {
  const { faults } = ground.emulator;
  ground.emulator.endToken();
  let calls = 0;
  faults.choose = () => {
    calls += 1;
    return calls === at ? fault : null;
  };
  await scenario.run(ground);
  faults.choose = null;
  return calls;
}

/** Nobody who is there may be missing, whatever was said. */
async function lostBy(ground: Ground): Promise<readonly string[]> {
  const ids = new Set((await mirrored(ground)).people.map(({ id }) => id));
  return [...ground.emulator.company.people.keys()].filter((id) => !id.endsWith('9') && !ids.has(id));
}

function secretsSaid(ground: Ground): boolean {
  const said = ground.errors.map((error) =>
    error instanceof AppError
      ? { code: error.code, details: error.details, stack: error.stack }
      : String(error),
  );
  const text = JSON.stringify([ground.lines, said]);
  return ground.emulator.secrets.some((secret) => text.includes(secret));
}

/** One fault at one call: what went wrong with it, in words. */
async function tried(
  ground: Ground,
  scenario: Scenario,
  at: number,
  name: string,
): Promise<readonly string[]> {
  const problems: string[] = [];
  await withFaultAt(ground, scenario, at, faultsOf(ground.emulator)[name] ?? null);
  for (const id of await lostBy(ground)) problems.push(`${id} was lost`);
  await ground.work(3);
  const run = await ground.context.store.organisation.latestRun();
  const exact = () => isExact(ground, ground.emulator);
  const saidDone = scenario === scenarios[0] && run?.state === 'done' && !lies.includes(name);
  if (saidDone && !(await exact())) problems.push('said to be done, and is not');
  await scenario.retry(ground);
  if (lies.includes(name)) await scenarios[0]?.retry(ground);
  if (!(await exact())) problems.push('not exact in the end');
  if (secretsSaid(ground)) problems.push('a secret was logged or thrown');
  return problems.map((problem) => `${scenario.name}, ${name} at call ${at}: ${problem}`);
}

/** How many faults were tried, and what went wrong. */
export interface FaultReport {
  readonly platform: string;
  readonly tried: number;
  readonly faults: readonly string[];
}

/**
 * Every fault at every call of what the product does with the directory and with sign-in.
 * @param every 1 for all, 5 for every fifth pair of fault and call
 */
export async function faultsAtEveryCall(
  office: OfficeCase,
  openDatabase: () => Promise<Database>,
  every: number,
): Promise<FaultReport> {
  const database = await openDatabase();
  const faults: string[] = [];
  let pairs = 0;
  let count = 0;
  for (const scenario of scenarios) {
    const clean = await aGround(office, database);
    const calls = await withFaultAt(clean, scenario, 0, null);
    for (const name of Object.keys(faultsOf(clean.emulator))) {
      for (let at = 1; at <= calls; at += 1) {
        pairs += 1;
        if (pairs % every !== 0) continue;
        count += 1;
        faults.push(...(await tried(await aGround(office, database), scenario, at, name)));
      }
    }
  }
  return { platform: office.name, tried: count, faults };
}

/**
 * A clock that differs by four minutes changes nothing; by hours, pushes are refused and readings stay exact.
 * Returns what went wrong, in words.
 */
export async function faultsOfClocks(
  office: OfficeCase,
  openDatabase: () => Promise<Database>,
): Promise<readonly string[]> {
  const database = await openDatabase();
  const faults: string[] = [];
  for (const skew of [-240, 240]) {
    const ground = await aGround(office, database, skew);
    for (const scenario of scenarios) await scenario.run(ground);
    await ground.work(3);
    if (ground.errors.length > 0) faults.push(`${skew} s: ${String(ground.errors[0])}`);
    if (!(await isExact(ground, ground.emulator))) faults.push(`${skew} s: not exact`);
  }
  const ground = await aGround(office, database, -8 * 3600);
  const refused = await scenarios[1]?.run(ground).catch((error: unknown) => error);
  if (!(refused instanceof AppError) || refused.code !== 'PLATFORM_CALLBACK_REFUSED')
    faults.push('a push eight hours old was taken');
  await scenarios[0]?.retry(ground);
  if (!(await isExact(ground, ground.emulator))) faults.push('not exact with a clock of hours');
  return faults;
}
