import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { readNow } from '#core/organisation/change-organisation.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { dingtalkOffice } from '../contract/office-dingtalk.ts';
import type { OfficeCase, OfficeEmulator } from '../contract/office-emulator.ts';
import { feishuOffice } from '../contract/office-feishu.ts';
import { wecomOffice } from '../contract/office-wecom.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import { fastClock } from './fast-clock.ts';
import { printResult, resultOf, rounded } from './rounds.ts';

/** Reading a company of ten thousand in eight hundred departments against the fewest calls, and against what the limit allows. */
const size = { departments: 800, people: 10_000 };
const times = 20;
const rounds = 3;

interface BenchOffice {
  readonly office: OfficeCase;
  /** Calls a second to one API. */
  readonly callsPerSecond: number;
}

const offices: readonly BenchOffice[] = [
  { office: wecomOffice, callsPerSecond: 10_000 / 60 },
  { office: dingtalkOffice, callsPerSecond: 20 },
  { office: feishuOffice('Feishu', sdkSender), callsPerSecond: 50 },
];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const liveMegabytes = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

/** Calls by API, tokens aside; parts of a path that hold ids count as one. */
function callsByApi(paths: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    if (/token/i.test(path)) continue;
    const api = path.replace(/\/(od-|ou_)?\d+(?=\/|$)/g, '/:id');
    counts.set(api, (counts.get(api) ?? 0) + 1);
  }
  return counts;
}

const callsOf = (emulator: OfficeEmulator): number =>
  [...callsByApi(emulator.faults.calls).values()].reduce((sum, n) => sum + n, 0);

/** Works until the reading is done, and says how many seconds that took by the platform's clock. */
async function readAll(ground: PlatformGround): Promise<number> {
  const started = performance.now();
  for (;;) {
    await ground.work();
    const run = await ground.context.store.organisation.latestRun();
    if (run?.state === 'done') return ((performance.now() - started) / 1000) * times;
    if (run?.state !== 'running') throw new Error(`the reading is ${run?.state}`);
  }
}

/** Megabytes in use at a quarter of a reading and at its end: the collector stops the clock's work, so this is a reading of its own. */
async function memoryOf(ground: BenchGround, calls: number): Promise<readonly [number, number]> {
  const { faults } = ground.emulator;
  let early = Number.NaN;
  let made = 0;
  faults.choose = () => {
    made += 1;
    if (made === Math.floor(calls / 4)) early = liveMegabytes();
    return null;
  };
  ground.clock.advance({ minutes: 2 });
  await readNow(ground.context);
  await readAll(ground);
  faults.choose = null;
  return [early, liveMegabytes()];
}

interface BenchGround extends PlatformGround {
  readonly emulator: OfficeEmulator;
}

async function connected(office: OfficeCase): Promise<BenchGround> {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const { clock, pause } = fastClock(times);
  const held: { emulator?: OfficeEmulator } = {};
  const ground = await platformGround(
    database,
    () => {
      held.emulator = office.open((ids) => madeCompany({ ...size, ...ids }), clock, { pause });
      return [held.emulator.platform];
    },
    clock,
  );
  if (!held.emulator) throw new Error('no emulator');
  await connectPlatform(ground.context, held.emulator.platform.manifest.id, held.emulator.settings);
  return { ...ground, emulator: held.emulator };
}

/** Calls that one changed person costs, told by an event. */
async function callsForOnePerson(ground: BenchGround): Promise<number> {
  const { emulator, services, context } = ground;
  const [person] = [...emulator.company.people.values()].slice(77);
  const row = await context.store.platform.installation();
  if (!person || !row) throw new Error('nobody');
  emulator.company.people.set(person.id, { ...person, title: '区域经理' });
  const push = await emulator.push('person', person.id);
  emulator.faults.calls.length = 0;
  await receiveCallback(services, row.platform, row.id, push);
  await ground.work();
  await ground.work();
  return callsOf(emulator);
}

/** A first reading of a new company, and the calls that it took. */
async function firstReading(office: OfficeCase) {
  const ground = await connected(office);
  const { emulator } = ground;
  // The limits' windows that connecting has used are over.
  ground.clock.advance({ minutes: 2 });
  emulator.faults.calls.length = 0;
  collect();
  const cpu = process.cpuUsage();
  const seconds = await readAll(ground);
  const { user, system } = process.cpuUsage(cpu);
  const { present } = await ground.context.store.organisation.tally('person', null);
  if (present !== size.people) throw new Error(`${present} people were read`);
  const most = Math.max(...callsByApi(emulator.faults.calls).values());
  const cpuSeconds = (user + system) / 1e6;
  return {
    ground,
    seconds,
    cpuSeconds,
    calls: callsOf(emulator),
    fewest: emulator.fewestCalls(emulator.company),
    most,
  };
}

type Pair = readonly [figure: number, yardstick: number];

const line = (
  what: string,
  unit: string,
  yardstickIs: string,
  pairs: readonly Pair[],
  ask: { readonly atMost?: number },
  notes: Readonly<Record<string, number>> = {},
) =>
  printResult(resultOf({ bench: 'sync', what, unit, yardstickIs, notes }, pairs, { better: 'less', ...ask }));

async function measure({ office, callsPerSecond }: BenchOffice): Promise<void> {
  // The first one warms the process up, as a server is warm.
  let last = await firstReading(office);
  const readings: (typeof last)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    last = await firstReading(office);
    readings.push(last);
  }
  const { name } = office;
  line(
    `${name}: calls for 10,000 people in 800 departments`,
    'calls',
    'the fewest that the pages allow (test/contract/office-*.ts, fewestCalls)',
    readings.map(({ calls, fewest }): Pair => [calls, fewest]),
    { atMost: 1.05 },
  );
  line(
    `${name}: the same by the platform's clock`,
    's',
    `calls of the API asked most, ${rounded(callsPerSecond)} a second`,
    readings.map(({ seconds, most }): Pair => [seconds, most / callsPerSecond]),
    // WeCom's limit is a minute's and holds the whole reading: it sets no bound.
    name === 'WeCom' ? {} : { atMost: 1.2 },
    { clock: times, machineSeconds: rounded(last.seconds / times), cpuSeconds: rounded(last.cpuSeconds) },
  );
  const once = await callsForOnePerson(last.ground);
  line(`${name}: one changed person`, 'calls', 'one look at the person', [[once, 1]], { atMost: 1 });
  const memory = await memoryOf(last.ground, last.calls);
  line(`${name}: memory at the end of a reading`, 'MB', 'at a quarter of it', [memory], { atMost: 1.1 });
}

const asked = process.argv[2];
for (const one of offices) if (!asked || one.office.name === asked) await measure(one);
process.exit(0);
