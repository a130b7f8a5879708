import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { openPlatform } from '#core/platform/connection.ts';
import type { SecondRound } from '#core/ports/repositories/second-rounds.ts';
import { nowOf } from '#core/ports/services.ts';
import { arrangeRound, cancelRound, moveRound } from '#core/second-round/arrange-round.ts';
import { busyInterviewers } from '#core/second-round/busy-times.ts';
import { writeAgain } from '#core/second-round/calendar-state.ts';
import type { RoundInput } from '#core/second-round/round-input.ts';
import { anApplicant } from '#test/support/applicant.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { Fault } from '../emulators/shared/faults.ts';
import type { OfficeCase, OfficeEmulator } from './office-emulator.ts';

interface Office extends PlatformGround {
  readonly emulator: OfficeEmulator;
  /** Interviewers with their accounts on the platform. */
  readonly interviewers: readonly { readonly id: string; readonly account: string }[];
  arrange(change?: Partial<RoundInput>): Promise<SecondRound>;
  round(id: string): Promise<SecondRound>;
}

const startsAt = '2027-03-25T06:30:00.000Z';

/** The promise of calendars, kept by every adapter against its emulator. */
export function keepsTheCalendarPromise(office: OfficeCase, openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  async function anInterviewer({ services, context }: PlatformGround, account: string) {
    const id = services.ids.next('per');
    const createdAt = nowOf(services);
    const { store } = context;
    const roles = ['interviewer'] as const;
    await store.commit([
      store.people.add({
        id,
        name: '许静',
        roles,
        state: 'active',
        locale: 'zh-CN',
        createdAt,
        lastSeenAt: null,
      }),
      store.platform.addAccount({ id: account, personId: id, createdAt, grantedRoles: [] }),
    ]);
    return { id, account };
  }

  async function anOffice(): Promise<Office> {
    const held: { emulator?: OfficeEmulator } = {};
    const ground = await platformGround(database, (clock) => {
      held.emulator = office.open((ids) => madeCompany({ departments: 3, people: 6, ...ids }), clock);
      return [held.emulator.platform];
    });
    const { emulator } = held;
    if (!emulator) throw new Error('no emulator');
    await connectPlatform(ground.context, emulator.platform.manifest.id, emulator.settings);
    await ground.work();
    const accounts = [...emulator.company.people.keys()].slice(0, 2);
    const interviewers: { readonly id: string; readonly account: string }[] = [];
    for (const account of accounts) interviewers.push(await anInterviewer(ground, account));
    emulator.faults.clear();
    return {
      ...ground,
      emulator,
      interviewers,
      async arrange(change = {}) {
        const applicationId = await anApplicant(ground.context);
        const input = {
          startsAt,
          minutes: 45,
          place: { kind: 'onsite', text: '西湖店二楼' },
          interviewerIds: interviewers.map(({ id }) => id),
          note: null,
        } as const;
        return arrangeRound(ground.context, applicationId, { ...input, ...change });
      },
      async round(id) {
        const round = await ground.context.store.secondRounds.get(id);
        if (!round) throw new Error('no round');
        return round;
      },
    };
  }

  const later = async (o: Office, minutes: number) => {
    for (let passed = 0; passed < minutes; passed += 40) {
      o.clock.advance({ minutes: 40 });
      await o.work();
    }
  };
  const inputOf = (round: SecondRound, change: Partial<RoundInput>): RoundInput => {
    const { minutes, place, interviewerIds, note } = round;
    return { startsAt: round.startsAt, minutes, place, interviewerIds, note, ...change };
  };

  describe(`${office.name}: calendar`, () => {
    test('an arrangement stands in the calendars of those who come, follows a change, and leaves with a cancellation', async () => {
      const o = await anOffice();
      const round = await o.arrange();
      await o.work();
      expect(o.emulator.calendar.events()).toMatchObject([
        { startsAt, endsAt: '2027-03-25T07:15:00.000Z', place: '西湖店二楼' },
      ]);
      const accounts = o.interviewers.map(({ account }) => account);
      expect([...(o.emulator.calendar.events()[0]?.attendees ?? [])].sort()).toEqual([...accounts].sort());

      const next = '2027-03-26T02:00:00.000Z';
      const kept = o.interviewers.slice(0, 1).map(({ id }) => id);
      await moveRound(o.context, round.id, 1, inputOf(round, { startsAt: next, interviewerIds: kept }));
      await o.work();
      expect(o.emulator.calendar.events()).toMatchObject([
        { startsAt: next, attendees: accounts.slice(0, 1) },
      ]);

      await cancelRound(o.context, round.id, 2, '候选人改了主意');
      await o.work();
      expect(o.emulator.calendar.events()).toEqual([]);
      expect((await o.round(round.id)).calendar).toMatchObject({ state: 'done', ref: null });
    });

    test('a meeting that the platform makes gives the round its link, where the platform tells one', async () => {
      const o = await anOffice();
      const round = await o.arrange({ place: { kind: 'platform', url: null } });
      await o.work();
      const { place, calendar } = await o.round(round.id);
      expect(calendar.state).toBe('done');
      if (place.kind === 'platform' && place.url !== null) expect(place.url).toMatch(/^https:\/\//);
      else expect(office.name).toBe('WeCom');
    });

    test('what a calendar does not offer is said where somebody arranges', async () => {
      const o = await anOffice();
      const { connection } = await openPlatform(o.services, o.context.store);
      const { meetings, busy, limits } = connection.calendar ?? {};
      expect(limits === null).toBe(meetings === true && busy !== null);
      expect(limits?.zh ?? '忙闲').toContain('忙闲');
    });

    test('interviewers who are busy are named, where the platform tells', async () => {
      const o = await anOffice();
      const [first] = o.interviewers;
      const told = o.emulator.calendar.occupy(
        first?.account ?? '',
        '2027-03-25T06:45:00.000Z',
        '2027-03-25T08:00:00.000Z',
      );
      const ask = { personIds: o.interviewers.map(({ id }) => id), startsAt, minutes: 45 };
      const answer = await busyInterviewers(o.context, ask);
      if (!told) return expect(answer).toEqual({ busy: [], calendars: 'none' });
      expect(answer).toMatchObject({
        calendars: 'asked',
        busy: [{ personId: first?.id, from: '2027-03-25T06:45:00.000Z', source: 'calendar' }],
      });
      o.emulator.faults.choose = () => ({ kind: 'lost' });
      expect(await busyInterviewers(o.context, ask)).toEqual({ busy: [], calendars: 'failed' });
    });

    test('whatever fails at whichever call: one entry at most, and none missing without a word', async () => {
      const o = await anOffice();
      const faults: readonly Fault[] = [
        { kind: 'lost' },
        { kind: 'cut' },
        o.emulator.busyForLong,
        o.emulator.lacking,
      ];
      for (const fault of faults) {
        for (let call = 1; call <= 4; call += 1) {
          o.emulator.faults.clear();
          o.emulator.faults.choose = (_path, count) => (count === call ? fault : null);
          const round = await o.arrange();
          await o.work();
          await later(o, 40);
          o.emulator.faults.clear();
          const stood = (await o.round(round.id)).calendar;
          expect(['done', 'failed', 'uncertain']).toContain(stood.state);
          if (stood.state === 'uncertain') expect(o.emulator.calendar.events().length).toBeLessThanOrEqual(1);
          if (stood.state === 'failed') {
            await writeAgain(o.context, round.id);
            await later(o, 20);
          }
          if (stood.state !== 'uncertain') expect(o.emulator.calendar.events()).toHaveLength(1);
          await cancelRound(o.context, round.id, 1, '试一试');
          await later(o, 20);
          const left = o.emulator.calendar.events().length;
          if ((await o.round(round.id)).calendar.state !== 'uncertain') expect(left).toBe(0);
          // What nobody can know is looked at by a person; the next round begins with an empty calendar again.
          if (left > 0) return expect(office.name).toBe('WeCom');
        }
      }
      const text = JSON.stringify(o.lines);
      for (const secret of o.emulator.secrets) expect(text).not.toContain(secret);
    }, 120_000);

    test('interviewers without an account on the platform are named as the reason', async () => {
      const o = await anOffice();
      const { store } = o.context;
      const id = o.services.ids.next('per');
      const createdAt = nowOf(o.services);
      await store.commit([
        store.people.add({
          id,
          name: '马师傅',
          roles: ['interviewer'],
          state: 'active',
          locale: 'zh-CN',
          createdAt,
          lastSeenAt: null,
        }),
      ]);
      const round = await o.arrange({ interviewerIds: [id] });
      await o.work();
      expect((await o.round(round.id)).calendar).toMatchObject({ state: 'failed', errorCode: 'NO_ACCOUNT' });
      expect(o.emulator.calendar.events()).toEqual([]);
    });
  });
}
