import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openD1 } from '#adapters/database/d1.ts';
import { eraseTenantRows } from '#adapters/database/tenant-erasure.ts';
import { platformGround } from '../support/platform-ground.ts';

test("a company's rows are erased on D1, and only hers", async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const database = openD1(env.DB);
  const first = await platformGround(database, () => []);
  const other = await platformGround(database, () => []);

  expect(await eraseTenantRows(database, first.context.tenantId)).toBeGreaterThan(0);

  expect(await first.context.store.people.list()).toEqual([]);
  expect(await other.context.store.people.list()).toHaveLength(1);
});
