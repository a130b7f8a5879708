import { beforeAll, expect, test } from 'vitest';
import { createCompany } from '#core/company/company.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { TenantStore } from '#core/ports/repositories/tenant-store.ts';
import { aForeignCompany, type ForeignCompany, foreignMark } from './foreign-company.ts';
import type { Ground } from './http-ground.ts';

type Method = (...input: unknown[]) => unknown;

/** The parts of a store that hold methods, by name. */
const repositoriesOf = (store: TenantStore): [string, Record<string, Method>][] =>
  Object.entries(store).filter(
    (entry): entry is [string, Record<string, Method>] => entry[1] !== null && typeof entry[1] === 'object',
  );

/** Any field asked of it is the id; enough for filters, rows and settings alike. */
const anyObject = (id: string): unknown =>
  new Proxy(
    {},
    {
      get: (_target, name) =>
        typeof name === 'symbol' ? undefined : /limit|revision|count/i.test(name) ? 1 : id,
      has: () => true,
      ownKeys: () => [],
    },
  );

/** Arguments of every shape that hold the id, for a method whose parameters are not known here. */
function shapesOf(id: string, arity: number, thorough: boolean): unknown[][] {
  const rest = Array.from({ length: Math.max(0, arity - 1) }, (_, i) => (i % 2 === 0 ? id : [id]));
  const firsts = thorough ? [id, [id], { id, limit: 100 }, anyObject(id)] : [id];
  return firsts.map((first) => [first, ...rest]);
}

/** Runs a method with one set of arguments: a read gives its answer, a prepared write is made. */
async function tryOnce(store: TenantStore, method: Method, input: readonly unknown[]): Promise<unknown> {
  try {
    const result = await method(...input);
    const prepared = (Array.isArray(result) ? result : [result]).filter(
      (part) => typeof part === 'object' && part !== null && 'statements' in part,
    );
    if (prepared.length === 0) return result;
    await store.commit(prepared);
    return null;
  } catch (error) {
    // Arguments of a wrong shape are refused by code or engine; only what comes back or changes matters here.
    return error instanceof AppError ? error.code : null;
  }
}

/**
 * Every method of every repository, opened for one company and asked with all ids of another.
 * @param thorough with arguments of every shape: on one engine, because the queries are the same on the other
 */
export function repositoryIsolation(ground: Ground, thorough: boolean): void {
  let foreign: ForeignCompany;
  let store: TenantStore;
  beforeAll(async () => {
    const { services } = ground();
    foreign = await aForeignCompany(ground());
    const company = { name: '自己的公司', ownerName: '王五', sample: false, locale: 'zh-CN' } as const;
    const { tenantId } = await createCompany(services, company);
    store = services.stores.open(tenantId);
  });

  test('no read shows and no write touches a row of another company', async () => {
    const held = await foreign.holdings();
    const ids = [...new Set(foreign.ids.values())];
    const leaks: string[] = [];
    let asked = 0;
    for (const [name, repository] of repositoriesOf(store)) {
      for (const [method, run] of Object.entries(repository)) {
        for (const id of ids) {
          for (const input of shapesOf(id, run.length, thorough)) {
            asked += 1;
            const answer = await tryOnce(store, run, input);
            const shown = JSON.stringify(answer) ?? '';
            if (shown.includes(foreignMark) && !shown.includes(store.tenantId))
              leaks.push(`${name}.${method}`);
          }
        }
      }
      if ((await foreign.holdings()) !== held) leaks.push(`${name} changed a row`);
    }

    expect([...new Set(leaks)]).toEqual([]);
    expect(asked).toBeGreaterThan(1000);
  }, 180_000);

  test('a store reads its own rows by the same methods, so that the test above can see anything at all', async () => {
    const { services } = ground();
    const own = services.stores.open(foreign.tenantId);
    const id = foreign.ids.get('people') ?? '';

    expect(await own.people.get(id).catch(() => 'seen, unreadable')).not.toBeNull();
    expect(await store.people.get(id)).toBeNull();
  });
}
