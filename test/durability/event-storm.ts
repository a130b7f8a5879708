import { pathToFileURL } from 'node:url';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { AppError } from '#core/errors/app-error.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { isExact } from '../contract/mirrored-company.ts';
import { dingtalkOffice } from '../contract/office-dingtalk.ts';
import type { CompanyIds, OfficeCase, OfficeEmulator } from '../contract/office-emulator.ts';
import { feishuOffice } from '../contract/office-feishu.ts';
import { wecomOffice } from '../contract/office-wecom.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import { companyLife } from './company-life.ts';
import { seededRandom } from './ledger.ts';

/** What a storm of events did. */
export interface StormReport {
  readonly platform: string;
  readonly events: number;
  readonly deliveries: number;
  readonly repeated: number;
  readonly forged: number;
  readonly replayed: number;
  /** Looks at the directory that the events cost, tokens aside: one for each event. */
  readonly looks: number;
  readonly people: number;
  /** What was wrong, in words. */
  readonly faults: readonly string[];
}

interface Due {
  readonly at: number;
  readonly push: CallbackRequest;
  readonly kind: 'true' | 'forged' | 'replayed';
  /** Handed in twice at the same moment. */
  readonly twice: boolean;
}

/** True pushes come up to four minutes late: the platforms' own repetitions are sooner, and the narrowest window is five. */
const latestSeconds = 240;

/** One bit of the sealed body turned, or the proof taken away, or the proof of another push. */
function forgedFrom(push: CallbackRequest, other: CallbackRequest, random: () => number): CallbackRequest {
  const way = Math.floor(random() * 4);
  if (way === 0) return { ...push, query: {}, headers: { 'content-type': 'application/json' } };
  if (way === 1) return { ...push, query: other.query, headers: other.headers };
  const at = Math.floor(push.body.length * (0.3 + random() * 0.4));
  if (way === 2) return { ...push, body: push.body.map((byte, i) => (i === at ? byte ^ 1 : byte)) };
  return { ...push, body: push.body.slice(0, at) };
}

class Storm {
  readonly faults: string[] = [];
  deliveries = 0;
  repeated = 0;
  forged = 0;
  replayed = 0;
  readonly #ground: PlatformGround;
  readonly #installation: { readonly id: string; readonly platform: string };
  #due: Due[] = [];

  constructor(ground: PlatformGround, installation: { id: string; platform: string }) {
    this.#ground = ground;
    this.#installation = installation;
  }

  plan(due: Due): void {
    this.#due.push(due);
  }

  /** Hands in what is due by now, in the order in which it arrives. */
  async deliver(): Promise<void> {
    const now = this.#ground.clock.now().getTime();
    const due = this.#due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.#due = this.#due.filter(({ at }) => at > now);
    for (const one of due)
      await Promise.all(one.twice ? [this.#hand(one), this.#hand(one)] : [this.#hand(one)]);
  }

  /** Moves the clock from one delivery to the next until there is none. */
  async deliverRest(): Promise<void> {
    while (this.#due.length > 0) {
      const next = Math.min(...this.#due.map(({ at }) => at));
      const left = next - this.#ground.clock.now().getTime();
      if (left > 0) this.#ground.clock.advance({ seconds: left / 1000 });
      await this.deliver();
    }
  }

  async #hand({ push, kind }: Due): Promise<void> {
    this.deliveries += 1;
    if (kind !== 'true') this[kind] += 1;
    const { platform, id } = this.#installation;
    try {
      await receiveCallback(this.#ground.services, platform, id, push);
      if (kind === 'forged') this.faults.push('a forged push was accepted');
    } catch (error) {
      const refused = error instanceof AppError && error.code === 'PLATFORM_CALLBACK_REFUSED';
      if (!refused || kind === 'true') this.faults.push(`a ${kind} push: ${String(error)}`);
    }
  }
}

const looksOf = ({ faults }: OfficeEmulator): number =>
  faults.calls.filter((path) => !/token/i.test(path)).length;

/**
 * Changes a company so many times, and delivers the events of it late, out of order, several times, forged and replayed.
 * @param seed draws the same storm again
 */
export async function eventStorm(office: OfficeCase, events: number, seed: number): Promise<StormReport> {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const held: { emulator?: OfficeEmulator; ids?: CompanyIds } = {};
  const ground = await platformGround(database, (clock) => {
    held.emulator = office.open((ids) => {
      held.ids = ids;
      return madeCompany({ departments: 12, people: 120, ...ids });
    }, clock);
    return [held.emulator.platform];
  });
  const { emulator, ids } = held;
  if (!emulator || !ids) throw new Error('no emulator');
  await connectPlatform(ground.context, emulator.platform.manifest.id, emulator.settings);
  await ground.work();
  const row = await ground.context.store.platform.installation();
  if (!row) throw new Error('not connected');

  const random = seededRandom(seed);
  const storm = new Storm(ground, row);
  const change = companyLife(emulator.company, ids, random);
  emulator.faults.calls.length = 0;
  let before: CallbackRequest | null = null;
  for (let count = 0; count < events; count += 1) {
    ground.clock.advance({ seconds: random() * 2 });
    const { kind, id } = change();
    const push = await emulator.push(kind, id);
    const now = ground.clock.now().getTime();
    const later = () => now + random() * random() * latestSeconds * 1000;
    storm.plan({ at: later(), push, kind: 'true', twice: random() < 0.1 });
    while (random() < 0.3) {
      storm.repeated += 1;
      storm.plan({ at: later(), push, kind: 'true', twice: false });
    }
    if (before && random() < 0.2)
      storm.plan({ at: later(), push: forgedFrom(push, before, random), kind: 'forged', twice: false });
    if (random() < 0.1)
      storm.plan({
        at: now + emulator.pushLivesHours * 3_600_000 * (1 + random()),
        push,
        kind: 'replayed',
        twice: false,
      });
    before = push;
    if (count % 10 === 9) {
      await storm.deliver();
      await ground.work();
    }
  }
  await storm.deliverRest();
  await ground.work(1);
  return report(office.name, events, storm, ground, emulator);
}

async function report(
  platform: string,
  events: number,
  { faults, deliveries, repeated, forged, replayed }: Storm,
  ground: PlatformGround,
  emulator: OfficeEmulator,
): Promise<StormReport> {
  const looks = looksOf(emulator);
  const found = [...faults];
  if (!(await isExact(ground, emulator))) found.push('the mirror is not as the directory');
  if (looks !== events) found.push(`${events} events were looked at ${looks} times`);
  for (const { level, event } of ground.lines) if (level === 'error') found.push(`logged: ${event}`);
  return {
    platform,
    events,
    deliveries,
    repeated,
    forged,
    replayed,
    looks,
    people: emulator.company.people.size,
    faults: found,
  };
}

/** Every platform, Feishu through its SDK. */
export const stormOffices: readonly OfficeCase[] = [
  wecomOffice,
  dingtalkOffice,
  feishuOffice('Feishu', sdkSender),
];

/** `npm run event-test -- [events] [seed]`: 10,000 events a platform unless told; exit code 1 when anything was wrong. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [events = '10000', seed = '1'] = process.argv.slice(2);
  for (const office of stormOffices) {
    const outcome = await eventStorm(office, Number(events), Number(seed));
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
    if (outcome.faults.length > 0) process.exitCode = 1;
  }
}
