import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { saveMessageSettings } from '#core/message/message-settings.ts';
import { notify } from '#core/message/notify.ts';
import { openPlatform } from '#core/platform/connection.ts';
import { nowOf, type TenantContext, tenantContext } from '#core/ports/services.ts';
import { arrangeRound, cancelRound, moveRound } from '#core/second-round/arrange-round.ts';
import { anApplicant } from '#test/support/applicant.ts';
import { type MarketGround, marketGround } from '#test/support/market-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { MarketCompany } from '../emulators/shared/market.ts';
import type { MarketCase } from './market-case.ts';

/** A company that installed the app from the marketplace, with a colleague who may interview. */
export interface MarketOffice extends MarketGround {
  readonly company: MarketCompany;
  readonly tenant: TenantContext;
  readonly reader: { readonly id: string; readonly account: string };
  /** @param by who arranged it; nobody in particular unless told */
  tell(subjectId: string, by?: string): Promise<void>;
}

/** Opens it; cards come at once, whatever the hour. */
export async function aMarketOffice(
  given: MarketCase,
  database: Database,
  size: { readonly departments: number; readonly people: number } = { departments: 2, people: 5 },
): Promise<MarketOffice> {
  const ground = await marketGround(database, given);
  const company = await ground.installed(size);
  const { services } = ground;
  const row = await ground.row(company);
  const [owner] = await (await ground.storeOf(company)).people.list();
  const actor = { kind: 'person', id: owner?.id ?? '' } as const;
  const tenant = tenantContext(services, row?.companyId ?? '', actor, 'zh');
  const { store } = tenant;
  const [, account = ''] = company.company.people.keys();
  const id = services.ids.next('per');
  const createdAt = nowOf(services);
  const rules = { quietFrom: '00:00', quietTo: '00:00', digestMinutes: 0, off: [] };
  const person = { id, name: null, roles: ['interviewer'], state: 'active', locale: 'zh-CN' } as const;
  await store.commit([
    saveMessageSettings(store, rules, createdAt),
    store.people.add({ ...person, createdAt, lastSeenAt: null }),
    store.platform.addAccount({ id: account, personId: id, createdAt, grantedRoles: [] }),
  ]);
  ground.market.faults.clear();
  return {
    ...ground,
    company,
    tenant,
    reader: { id, account },
    tell: (subjectId, by) =>
      store.commit([
        ...notify(tenant, {
          kind: 'second_round_arranged',
          to: [id],
          subjectId,
          params: { at: '2026-11-25T06:30:00.000Z', place: '西湖店二楼', ...(by ? { by } : {}) },
        }),
      ]),
  };
}

/** What a company of the marketplace gets besides its directory: cards that answer, and a calendar. Kept on both databases. */
export function keepsTheMarketWorkPromise(given: MarketCase, openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  const anOffice = () => aMarketOffice(given, database);
  const cardsOf = ({ market, company, reader }: MarketOffice) =>
    market.messages(company).cardsOf(reader.account);

  describe(`${given.name}: an installed company at work`, () => {
    test('colleagues get cards, and where a button answers, a press is done once and shown on the card', async () => {
      const o = await anOffice();
      await o.tell('rnd_1');
      await o.work(1);
      const [card, ...more] = cardsOf(o);
      expect(more).toEqual([]);
      expect(card?.url).toContain(encodeURIComponent('/second-rounds/rnd_1'));

      const presses = o.market.pressed(o.company, o.reader.account, '知道了');
      if (presses === null) return;
      await o.deliver(presses, presses);
      await o.work(1);
      expect(cardsOf(o)).toMatchObject([{ buttons: [] }]);
      expect(cardsOf(o)[0]?.closed).toBeTruthy();
      expect(await o.tenant.store.messages.unread(o.reader.id)).toBe(0);
    });

    test('whoever opens the app is signed in by the client, once, and nobody of another company; pages get their signature', async () => {
      const o = await anOffice();
      await o.deliver(
        o.market.install(o.market.enrol(madeCompany({ departments: 1, people: 1, ...given.ids }))),
      );
      const { connection } = await openPlatform(o.services, o.tenant.store);
      const userOf = async (code: string) =>
        connection.client?.silentSignIn === 'code'
          ? connection.client.userOfInPageCode(code)
          : connection.identity.userOf({ value: code, redirectUri: '', verifier: '' });
      const code = o.market.opened(o.company, o.reader.account);
      expect((await userOf(code)).id).toBe(o.reader.account);
      const refused = expect.objectContaining({ code: 'PLATFORM_SIGN_IN' });
      await expect(userOf(o.market.opened(o.company, null))).rejects.toEqual(refused);
      if (connection.client?.silentSignIn === 'code') await expect(userOf(code)).rejects.toEqual(refused);

      const url = 'https://hire.example.com/open/x/ins_1';
      const signed = await connection.client?.sign({ url, nonceStr: 'abcdef0123456789' });
      expect(signed?.signature).toMatch(/^[0-9a-f]{40,64}$/);
    });

    test('news that comes while a changed range is read is not lost', async () => {
      const o = await anOffice();
      const row = await o.tenant.store.platform.installation();
      await o.tenant.store.commit([
        o.tenant.store.platform.updateInstallation(row?.id ?? '', { state: 'scope_changed' }),
      ]);
      await o.tell('rnd_1');
      await o.work(1);
      expect(cardsOf(o)).toHaveLength(1);
    });

    test('a second round stands in the calendars of those who come, moves and leaves', async () => {
      const o = await anOffice();
      const applicationId = await anApplicant(o.tenant);
      const input = {
        startsAt: '2027-03-25T06:30:00.000Z',
        minutes: 45,
        place: { kind: 'onsite', text: '西湖店二楼' },
        interviewerIds: [o.reader.id],
        note: null,
      } as const;
      const round = await arrangeRound(o.tenant, applicationId, input);
      await o.work(1);
      const events = () => o.market.calendar(o.company).events();
      expect(events()).toMatchObject([{ startsAt: input.startsAt }]);
      expect(events()[0]?.attendees).toContain(o.reader.account);

      const next = '2027-03-26T02:00:00.000Z';
      await moveRound(o.tenant, round.id, 1, { ...input, startsAt: next });
      await o.work(1);
      expect(events()).toMatchObject([{ startsAt: next }]);

      await cancelRound(o.tenant, round.id, 2, '候选人改了主意');
      await o.work(1);
      expect(events()).toEqual([]);
    });
  });
}
