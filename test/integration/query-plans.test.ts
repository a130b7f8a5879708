import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, Orm } from '#adapters/database/database.ts';
import { createTenantStores } from '#adapters/database/tenant-store.ts';
import type { TenantStore } from '#core/ports/repositories/tenant-store.ts';
import { countedIds } from '../support/fixed-ports.ts';
import { migratedLibsql } from '../support/libsql-database.ts';

let file: Database;
beforeAll(async () => {
  [file] = (await migratedLibsql()) as [Database];
});
afterAll(() => file.close());

/** The SQL of what a call reads. */
async function sqlOf(read: (store: TenantStore) => Promise<unknown>): Promise<string> {
  const texts: string[] = [];
  const orm = drizzle(async (text) => {
    texts.push(text);
    return { rows: [] };
  }) as unknown as Orm;
  const stores = createTenantStores({
    database: { ...file, orm },
    ids: countedIds(),
    doorbell: { ring: async () => undefined },
    now: () => '2026-11-23T09:00:00.000Z',
  });
  await read(stores.open('ten_1'));
  return texts[0] ?? '';
}

/** How SQLite would find the rows, without statistics, as on a customer's machine. */
async function planOf(text: string): Promise<string[]> {
  const query: SQL = sql.raw(`explain query plan ${text.replaceAll('?', 'null')}`);
  return (await file.orm.all<{ detail: string }>(query)).map(({ detail }) => detail);
}

test.each<readonly [string, (store: TenantStore) => Promise<unknown>]>([
  ['the answers of an interview', (store) => store.answers.ofInterview('int_1')],
  ['the places of an interview', (store) => store.answers.placesOf('int_1')],
  ['the consents of an interview', (store) => store.consents.ofInterview('int_1')],
  ['the recordings of an interview', (store) => store.recordings.ofInterview('int_1')],
  ['the segments of a recording', (store) => store.recordings.segments('rec_1')],
  ['the interviews of an application', (store) => store.interviews.ofApplication('app_1')],
  ['the events of an application', (store) => store.applications.events('app_1')],
  ['the decisions on an application', (store) => store.decisions.ofApplication('app_1')],
  ['the score runs of an interview', (store) => store.reports.runs('int_1')],
])('%s are found without walking through the rows of the whole company', async (_what, read) => {
  const [first] = await planOf(await sqlOf(read));

  expect(first).toMatch(/^SEARCH \w+ USING (COVERING )?INDEX \w+ \(tenant_id=\? AND /);
});
