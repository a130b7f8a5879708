import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { notify } from '#core/message/notify.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { nowOf } from '#core/ports/services.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { dingtalkApp } from '../emulators/dingtalk/dingtalk-emulator.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import { dingtalkCardOffice } from './office-dingtalk.ts';

type Emulator = ReturnType<typeof dingtalkCardOffice.open>;

interface Office extends PlatformGround {
  readonly emulator: Emulator;
  readonly account: string;
  readonly callbackUrl: string;
  tell(subjectId: string): Promise<void>;
  receive(request: CallbackRequest): Promise<string>;
}

const refusedFor = (problem: string) =>
  expect.objectContaining({ code: 'PLATFORM_CALLBACK_REFUSED', details: { problem } });

/** What is DingTalk's own about cards with buttons that answer: the registered address, its signature, the way over Stream. */
export function keepsTheButtonPromise(openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  async function anOffice(): Promise<Office> {
    const held: { emulator?: Emulator } = {};
    const ground = await platformGround(database, (clock) => {
      held.emulator = dingtalkCardOffice.open(
        (ids) => madeCompany({ departments: 2, people: 4, ...ids }),
        clock,
      );
      return [held.emulator.platform];
    });
    const { emulator } = held;
    if (!emulator) throw new Error('no emulator');
    const { services, context } = ground;
    const { store } = context;
    const { installation } = await connectPlatform(context, 'dingtalk', emulator.settings);
    await ground.work();
    const [account = ''] = emulator.company.people.keys();
    const id = services.ids.next('per');
    const at = nowOf(services);
    const person = {
      id,
      name: '许静',
      state: 'active',
      locale: 'zh-CN',
      createdAt: at,
      lastSeenAt: null,
    } as const;
    await store.commit([
      store.people.add({ ...person, roles: ['interviewer'] }),
      store.platform.addAccount({ id: account, personId: id, createdAt: at, grantedRoles: [] }),
    ]);
    emulator.faults.clear();
    return {
      ...ground,
      emulator,
      account,
      callbackUrl: `https://hire.example.com/platform/dingtalk/callback/${installation.id}`,
      tell: (subjectId) =>
        store.commit([
          ...notify(context, { kind: 'second_round_arranged', to: [id], subjectId, urgent: true }),
        ]),
      receive: async (request) =>
        (await receiveCallback(services, 'dingtalk', installation.id, request)).body,
    };
  }
  const pressed = ({ emulator, account }: Office) => {
    const found = emulator.cards.pressed(account, '知道了');
    if (!found) throw new Error('no button');
    return found;
  };
  const callsOf = ({ emulator }: Office) => emulator.faults.calls.map((path) => path.split('/').at(-1));

  describe('DingTalk: buttons of cards', () => {
    test('the address for presses is registered once, not with every card, under a secret that is not the app’s', async () => {
      const o = await anOffice();
      await o.tell('rnd_1');
      await o.work();
      await o.tell('rnd_2');
      await o.work();
      expect(callsOf(o)).toEqual(['register', 'createAndDeliver', 'createAndDeliver']);
      expect([...o.emulator.cards.routes.values()].map(({ url }) => url)).toEqual([o.callbackUrl]);
      const [route] = o.emulator.cards.routes.values();
      expect(route?.apiSecret).toMatch(/^[0-9a-f]{64}$/);
      expect(route?.apiSecret).not.toContain(dingtalkApp.appSecret);
    });

    test('a press is answered with an update that changes nothing yet, and its repetition with the same', async () => {
      const o = await anOffice();
      await o.tell('rnd_1');
      await o.work();
      const request = o.emulator.cards.request(pressed(o));
      const answers = [await o.receive(request), await o.receive(request)];
      for (const answer of answers) {
        expect(JSON.parse(answer)).toEqual({
          cardData: { cardParamMap: {} },
          cardUpdateOptions: { updateCardDataByKey: true },
        });
      }
      expect(o.emulator.messages.cardsOf(o.account)[0]?.closed).toBeNull();
      await o.work();
      expect(o.emulator.messages.cardsOf(o.account)[0]?.closed).toBe('已确认');
    });

    test('a press that is forged, old, of another company or unreadable is refused and changes nothing', async () => {
      const o = await anOffice();
      await o.tell('rnd_1');
      await o.work();
      const press = pressed(o);
      const { cards } = o.emulator;
      const genuine = cards.request(press);
      const foreign = { ...press, data: { ...press.data, corpId: 'dinganother00000000' } };
      const noText = { ...genuine, body: new Uint8Array([0xff, 0xfe]) };
      await expect(o.receive(cards.request(press, 'a guess'))).rejects.toEqual(refusedFor('signature'));
      await expect(o.receive(cards.request(foreign))).rejects.toEqual(refusedFor('receiver'));
      await expect(o.receive(noText)).rejects.toEqual(refusedFor('format'));
      o.clock.advance({ minutes: 6 });
      await expect(o.receive(genuine)).rejects.toEqual(refusedFor('time'));
      await o.work();
      expect(cards.cardsOf(o.account)[0]).toMatchObject({ closed: null, buttons: ['知道了'] });
      const text = JSON.stringify(o.lines);
      for (const { apiSecret } of cards.routes.values()) expect(text).not.toContain(apiSecret);
    });

    test('where events come over Stream, cards name it and no address is registered', async () => {
      const o = await anOffice();
      const row = await o.context.store.platform.installation();
      await o.context.store.platform.deliveries.setWay(row?.id ?? '', 'connection');
      await o.tell('rnd_1');
      await o.work();
      expect(callsOf(o)).toEqual(['createAndDeliver']);
      expect(o.emulator.cards.routes.size).toBe(0);
    });

    test('a template that DingTalk refuses is named with what to look at, and emptied it gives way to work notices', async () => {
      const o = await anOffice();
      const settings = { ...o.emulator.settings, cardTemplateId: 'no-such-template.schema' };
      await connectPlatform(o.context, 'dingtalk', settings);
      await o.tell('rnd_1');
      await o.work();
      const list = async () => (await o.context.store.messages.messages({}, { limit: 9 })).items;
      expect(await list()).toMatchObject([
        { state: 'failed', errorCode: 'PLATFORM_SETTINGS', platformCode: 'template.notFound' },
      ]);
      await connectPlatform(o.context, 'dingtalk', { cardTemplateId: '' });
      o.emulator.faults.clear();
      await o.tell('rnd_2');
      await o.work();
      expect(callsOf(o)).toContain('asyncsend_v2');
      expect((await list())[0]?.state).toBe('sent');
    });
  });
}
