import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibsql } from '#adapters/database/libsql.ts';
import { root } from '../support/project-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-libsql-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['busy_timeout', 5000],
  ['foreign_keys', 1],
])('statements that run at once all see %s = %s', async (name, expected) => {
  const database = await openLibsql({ url: `file:${join(folder, 'a.db')}` });

  const rows = await Promise.all(
    Array.from({ length: 8 }, () => database.orm.all<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`))),
  );

  expect(new Set(rows.map(([row]) => Object.values(row ?? {})[0]))).toEqual(new Set([expected]));
  database.close?.();
});

test('a new database and its log are their owner’s alone, also in a folder that others may enter', async () => {
  await chmod(folder, 0o755);
  const file = join(folder, 'a.db');
  const database = await openLibsql({ url: `file:${file}` });
  await database.run(sql.raw('CREATE TABLE note (text TEXT)'));

  const rights = await Promise.all(['', '-wal', '-shm'].map(async (end) => (await stat(file + end)).mode));
  expect(rights.map((mode) => mode & 0o077)).toEqual([0, 0, 0]);
  database.close();
});

/** Another process that holds the write lock for a while, says so, and lets go. */
async function holdWriteLock(file: string, milliseconds: number): Promise<void> {
  const script = `import { createClient } from '@libsql/client';
const client = createClient({ url: ${JSON.stringify(`file:${file}`)} });
const transaction = await client.transaction('write');
await transaction.execute("INSERT INTO note VALUES ('held')");
console.log('holding');
setTimeout(async () => { await transaction.commit(); client.close(); }, ${milliseconds});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
}

test('a batch waits for a second process that is writing instead of failing', async () => {
  const file = join(folder, 'b.db');
  const database = await openLibsql({ url: `file:${file}` });
  await database.orm.run(sql.raw('CREATE TABLE note (text TEXT NOT NULL)'));
  await holdWriteLock(file, 400);

  await database.batch([database.orm.run(sql.raw("INSERT INTO note VALUES ('waited')")) as never]);

  const notes = await database.orm.all<{ text: string }>(sql.raw('SELECT text FROM note ORDER BY rowid'));
  expect(notes.map(({ text }) => text)).toEqual(['held', 'waited']);
  database.close?.();
});
