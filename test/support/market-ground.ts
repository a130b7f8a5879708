import { sql } from 'drizzle-orm';
import type { Database } from '#adapters/database/database.ts';
import { receiveNotices } from '#core/installation/receive-notices.ts';
import type { TenantStore } from '#core/ports/repositories/tenant-store.ts';
import type { MarketCase } from '../contract/market-case.ts';
import { type Company, madeCompany } from '../emulators/shared/company.ts';
import type { Market, MarketCompany, MarketPush } from '../emulators/shared/market.ts';
import { type PlatformGround, platformGround } from './platform-ground.ts';

/** The product behind a marketplace, with the platform's clicks and pushes in a test's hands. */
export interface MarketGround extends PlatformGround {
  readonly market: Market;
  readonly platformId: string;
  /** Hours after which an uninstalled company is surely gone. */
  readonly eraseHours: number;
  /** Delivers pushes, each answered as the platform wants it. */
  deliver(...pushes: readonly (readonly MarketPush[])[]): Promise<void>;
  /** A company of the platform that has not installed anything. */
  enrolled(size?: { readonly departments: number; readonly people: number }): MarketCompany;
  /** The same with the app installed, its directory read. */
  installed(size?: { readonly departments: number; readonly people: number }): Promise<MarketCompany>;
  /** Lets time pass in steps of half a day, with tickets coming as they fall due. */
  pass(hours: number): Promise<void>;
  row(company: MarketCompany): ReturnType<PlatformGround['services']['system']['marketplace']['living']>;
  storeOf(company: MarketCompany): Promise<TenantStore>;
}

const longestStep = 12;

/** @param database opened and migrated; left-over work of other tests is removed */
export async function marketGround(database: Database, given: MarketCase): Promise<MarketGround> {
  await database.run(sql`delete from background_jobs`);
  await database.run(sql`delete from platform_tokens where tenant_id = 'system'`);
  const held: { market?: Market; platformId?: string; eraseDays?: number } = {};
  const ground = await platformGround(database, (clock) => {
    const { market, platform } = given.open(clock);
    Object.assign(held, {
      market,
      platformId: platform.manifest.id,
      eraseDays: platform.marketplace?.eraseAfterDays,
    });
    return [platform];
  });
  const { market, platformId = '' } = held;
  if (!market) throw new Error('no marketplace');
  const { services, clock } = ground;
  const deliver: MarketGround['deliver'] = async (...pushes) => {
    for (const { channel, request } of pushes.flat()) {
      await receiveNotices(services, platformId, channel, request);
    }
  };
  const enrolled: MarketGround['enrolled'] = (size = { departments: 4, people: 12 }) =>
    market.enrol(withVirtualRoot(madeCompany({ ...size, ...given.ids }), given.ids.rootId));
  const row: MarketGround['row'] = ({ corpId }) => services.system.marketplace.living(platformId, corpId);
  return {
    ...ground,
    market,
    platformId,
    eraseHours: (held.eraseDays ?? 0) * 24 + 13,
    deliver,
    enrolled,
    row,
    async installed(size) {
      const company = enrolled(size);
      await deliver(market.tick(), market.install(company));
      await ground.work();
      return company;
    },
    async pass(hours) {
      for (let left = hours; left > 0; left -= longestStep) {
        await deliver(market.tick());
        clock.advance({ hours: Math.min(left, longestStep) });
        await deliver(market.tick());
        await ground.work();
      }
    },
    async storeOf(company) {
      const found = await row(company);
      if (!found) throw new Error(`${company.corpId} is not installed`);
      return services.stores.open(found.companyId);
    },
  };
}

/** Feishu's top has neither name nor leaders. */
function withVirtualRoot(company: Company, rootId: string): Company {
  const root = company.departments.get(rootId);
  if (rootId === '0' && root) company.departments.set(rootId, { ...root, leaderIds: [] });
  return company;
}
