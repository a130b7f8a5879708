import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commit, type Database, guarded } from '#adapters/database/database.ts';
import { groupCommit } from '#adapters/database/group-commit.ts';
import { openLibsql } from '#adapters/database/libsql.ts';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-group-'));
  database = await openLibsql({ url: `file:${join(folder, 'a.db')}` });
  for (const text of [
    'CREATE TABLE guard (ok INTEGER NOT NULL, CONSTRAINT guard_ok CHECK (ok = 1))',
    'CREATE TABLE seat (id INTEGER PRIMARY KEY, taken_by TEXT)',
    'CREATE TABLE note (text TEXT NOT NULL)',
    'INSERT INTO seat VALUES (1, NULL), (2, NULL)',
  ]) {
    await database.orm.run(sql.raw(text));
  }
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const statement = (query: ReturnType<typeof sql>) => database.orm.run(query) as BatchItem<'sqlite'>;

/** Takes a free seat and notes it: both or neither. */
const take = (who: string, seat: number): Promise<void> =>
  commit(database, [
    { statements: [statement(sql`INSERT INTO note VALUES (${who})`)] } as never,
    guarded(
      database.orm,
      statement(sql`UPDATE seat SET taken_by = ${who} WHERE id = ${seat} AND taken_by IS NULL`),
    ),
  ]);

const notes = async () =>
  (await database.orm.all<{ text: string }>(sql.raw('SELECT text FROM note ORDER BY rowid'))).map(
    ({ text }) => text,
  );

test('of batches asked for at once, one that fails takes none of the others with it', async () => {
  const outcomes = await Promise.allSettled([take('a', 1), take('b', 1), take('c', 2)]);

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { code: 'CONFLICT' } });
  expect(await notes()).toEqual(['a', 'c']);
  expect(await database.orm.all(sql.raw('SELECT ok FROM guard'))).toEqual([]);
});

test('batches asked for at once run in one transaction, later ones in another', async () => {
  const runs: string[][] = [];
  const batch = groupCommit<string>(async (statements) => {
    runs.push([...statements]);
  });

  await Promise.all([batch(['a1', 'a2']), batch(['b'])]);
  await batch(['c']);

  expect(runs).toEqual([['a1', 'a2', 'b'], ['c']]);
});

test('nothing is acknowledged before its transaction has ended', async () => {
  let end = (): void => undefined;
  const batch = groupCommit<string>(
    () =>
      new Promise((resolve) => {
        end = resolve;
      }),
  );
  const done: string[] = [];
  const both = [batch(['a']).then(() => done.push('a')), batch(['b']).then(() => done.push('b'))];
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toEqual([]);

  end();
  await Promise.all(both);
  expect(done).toEqual(['a', 'b']);
});

test('a database that another process holds is not asked again for each batch', async () => {
  let runs = 0;
  const batch = groupCommit<string>(async () => {
    runs += 1;
    throw new Error('failed query', { cause: Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' }) });
  });

  const outcomes = await Promise.allSettled([batch(['a']), batch(['b']), batch(['c'])]);

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(runs).toBe(1);
});
