import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { sendAgain } from '#core/message/deliver.ts';
import { saveMessageSettings } from '#core/message/message-settings.ts';
import type { NoticeKind } from '#core/message/notice-kinds.ts';
import { closeCards, notify } from '#core/message/notify.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { nowOf } from '#core/ports/services.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { Fault } from '../emulators/shared/faults.ts';
import type { OfficeCase, OfficeEmulator } from './office-emulator.ts';

interface Office extends PlatformGround {
  readonly emulator: OfficeEmulator;
  /** A colleague with an account on both sides. */
  readonly reader: { readonly id: string; readonly account: string };
}

const anHour = 60;

/** The promise of cards to colleagues, kept by every adapter against its emulator. */
export function keepsTheCardPromise(office: OfficeCase, openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  async function anOffice(locale = 'zh-CN'): Promise<Office> {
    const held: { emulator?: OfficeEmulator } = {};
    const ground = await platformGround(database, (clock) => {
      held.emulator = office.open((ids) => madeCompany({ departments: 3, people: 6, ...ids }), clock);
      return [held.emulator.platform];
    });
    const { emulator } = held;
    if (!emulator) throw new Error('no emulator');
    await connectPlatform(ground.context, emulator.platform.manifest.id, emulator.settings);
    await ground.work();
    const [someone] = [...emulator.company.people.keys()];
    const reader = await aReader(ground, someone ?? '', locale);
    emulator.faults.clear();
    return { ...ground, emulator, reader: { id: reader, account: someone ?? '' } };
  }

  async function aReader({ services, context }: PlatformGround, account: string, locale: string) {
    const { store } = context;
    const id = services.ids.next('per');
    const createdAt = nowOf(services);
    await store.commit([
      store.people.add({
        id,
        name: '许静',
        roles: ['interviewer'],
        state: 'active',
        locale,
        createdAt,
        lastSeenAt: null,
      }),
      store.platform.addAccount({ id: account, personId: id, createdAt, grantedRoles: [] }),
    ]);
    return id;
  }

  const tell = (o: Office, kind: NoticeKind, subjectId: string, urgent = false) =>
    o.context.store.commit([
      ...notify(o.context, {
        kind,
        to: [o.reader.id],
        subjectId,
        urgent,
        params: { at: '2026-11-25T06:30:00.000Z', place: '西湖店二楼' },
      }),
    ]);
  const cardsOf = (o: Office) => o.emulator.messages.cardsOf(o.reader.account);
  const messagesOf = async (o: Office) =>
    (await o.context.store.messages.messages({}, { limit: 50 })).items.toReversed();
  const later = async (o: Office, minutes: number) => {
    for (let passed = 0; passed < minutes; passed += 20) {
      o.clock.advance({ minutes: Math.min(20, minutes - passed) });
      await o.work();
    }
  };
  async function deliver(o: Office, request: CallbackRequest): Promise<void> {
    const installation = await o.context.store.platform.installation();
    await receiveCallback(o.services, o.emulator.platform.manifest.id, installation?.id ?? '', request);
  }

  describe(`${office.name}: cards`, () => {
    test('news becomes one card in the reader’s language, with the way to its page', async () => {
      const o = await anOffice('en-US');
      await tell(o, 'second_round_arranged', 'rnd_1');
      await o.work();
      await o.work();
      const [card, ...more] = cardsOf(o);

      expect(more).toEqual([]);
      expect(card?.title).toContain('You are asked to interview');
      expect(card?.texts.join()).toContain('西湖店二楼');
      expect(card?.url).toContain(`to=${encodeURIComponent('/second-rounds/rnd_1')}`);
      expect(await messagesOf(o)).toMatchObject([{ state: 'sent', accountId: o.reader.account }]);
    });

    test('a flood of one kind is one card, then one more for all the others', async () => {
      const o = await anOffice();
      await tell(o, 'report_ready', 'int_0');
      await o.work();
      for (let n = 1; n <= 8; n += 1) await tell(o, 'report_ready', `int_${n}`);
      await o.work();
      expect(cardsOf(o)).toHaveLength(1);
      await later(o, 20);

      expect(cardsOf(o)).toHaveLength(2);
      expect(cardsOf(o)[1]?.title).toBe('面试报告好了：8 条');
      expect(await o.context.store.messages.unread(o.reader.id)).toBe(9);
    });

    test('quiet hours hold cards until morning, and let urgent ones pass', async () => {
      const o = await anOffice();
      o.clock.advance({ hours: 14 });
      await tell(o, 'report_ready', 'int_1');
      await tell(o, 'second_round_cancelled', 'rnd_1', true);
      await o.work();
      expect(cardsOf(o).map(({ title }) => title)).toEqual(['一位候选人的复试取消了']);
      await later(o, 8 * anHour);
      expect(cardsOf(o)).toHaveLength(1);
      await later(o, 2 * anHour);
      expect(cardsOf(o)).toHaveLength(2);
    });

    test('what is settled ends its card, and a card that still waits is never sent', async () => {
      const o = await anOffice();
      await tell(o, 'second_round_arranged', 'rnd_1');
      await o.work();
      o.clock.advance({ hours: 14 });
      await tell(o, 'second_round_moved', 'rnd_1');
      await o.work();
      o.clock.advance({ seconds: 1 });
      await o.context.store.commit([closeCards(o.context, 'rnd_1', 'cancelled')]);
      await o.work();
      await later(o, 12 * anHour);

      expect(cardsOf(o)).toHaveLength(1);
      expect(cardsOf(o)[0]).toMatchObject({ closed: '已取消', buttons: [] });
      expect(await o.context.store.messages.unread(o.reader.id)).toBe(0);
    });

    test('a button acts once and as the person who pressed it, and the card shows it', async () => {
      const o = await anOffice();
      await tell(o, 'second_round_arranged', 'rnd_1');
      await o.work();
      const press = o.emulator.press(o.reader.account, '知道了');
      if (press === null) return expect(cardsOf(o)[0]?.buttons).toEqual([]);
      o.emulator.faults.clear();
      await deliver(o, press);
      await deliver(o, press);
      await o.work();

      expect(cardsOf(o)[0]).toMatchObject({ closed: '已确认', buttons: [] });
      expect(await o.context.store.messages.unread(o.reader.id)).toBe(0);
      expect(o.emulator.faults.calls).toHaveLength(1);
    });

    test('a button on another person’s card, and one of somebody who may not any more, do nothing', async () => {
      const o = await anOffice();
      await tell(o, 'second_round_arranged', 'rnd_1');
      await o.work();
      const press = o.emulator.press(o.reader.account, '知道了');
      if (press === null) return;
      const { people } = o.context.store;
      await o.context.store.commit([people.update(o.reader.id, { roles: ['employee'] })]);
      await deliver(o, press);
      await o.work();

      expect(cardsOf(o)[0]?.closed).toBeNull();
      expect(await o.context.store.messages.unread(o.reader.id)).toBe(1);
    });

    test('people without an account there, and those out of the app’s range, are named as not reachable', async () => {
      const o = await anOffice();
      const { store, actor } = o.context;
      await store.commit([
        ...notify(
          { ...o.context, actor: { kind: 'system', id: null } },
          { kind: 'report_ready', to: [actor.id ?? ''], subjectId: 'int_1' },
        ),
      ]);
      await o.work();
      expect(await messagesOf(o)).toMatchObject([{ state: 'unreachable', errorCode: 'NO_ACCOUNT' }]);

      o.emulator.company.people.delete(o.reader.account);
      await tell(o, 'report_ready', 'int_2');
      await o.work();
      await later(o, 20);
      const [, gone] = await messagesOf(o);
      expect(['unreachable', 'failed']).toContain(gone?.state);
      expect(gone?.platformCode).not.toBeNull();
      expect(cardsOf(o)).toEqual([]);
    });

    test('whatever fails at whichever call: never two cards, and none lost without a word', async () => {
      const o = await anOffice();
      const { store } = o.context;
      const rules = { quietFrom: '00:00', quietTo: '00:00', digestMinutes: 0, off: [] };
      await store.commit([saveMessageSettings(store, rules, nowOf(o.services))]);
      const faults: readonly Fault[] = [
        { kind: 'lost' },
        { kind: 'cut' },
        { kind: 'status', status: 500 },
        o.emulator.busy,
        o.emulator.busyForLong,
        o.emulator.lacking,
      ];
      let expected = 0;
      for (const fault of faults) {
        for (let call = 1; call <= 3; call += 1) {
          const subject = `rnd_${fault.kind}_${expected}`;
          o.emulator.faults.clear();
          o.emulator.faults.choose = (_path, count) => (count === call ? fault : null);
          await tell(o, 'second_round_arranged', subject);
          await later(o, 2 * anHour);
          const message = (await messagesOf(o)).at(-1);
          if (message?.state === 'failed') {
            o.emulator.faults.clear();
            await sendAgain(o.context, message.id);
            await later(o, anHour);
          }
          expected += 1;
          expect(cardsOf(o)).toHaveLength(expected);
          expect((await messagesOf(o)).at(-1)?.state).toBe('sent');
          await store.commit([closeCards(o.context, subject, 'cancelled')]);
          await later(o, 2 * anHour);
          expect((await messagesOf(o)).at(-1)?.closed).not.toBe('open');
        }
      }
      const text = JSON.stringify(o.lines);
      for (const secret of o.emulator.secrets) expect(text).not.toContain(secret);
    }, 120_000);

    test('an answer that stays lost is said to be uncertain, not sent again', async () => {
      const o = await anOffice();
      await tell(o, 'second_round_arranged', 'rnd_1');
      o.emulator.faults.choose = () => ({ kind: 'cut' });
      await later(o, 30 * anHour);
      o.emulator.faults.clear();
      await later(o, 4 * anHour);

      expect(cardsOf(o).length).toBeLessThanOrEqual(1);
      expect(['uncertain', 'failed']).toContain((await messagesOf(o))[0]?.state);
    });
  });
}
