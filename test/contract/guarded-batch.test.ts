import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, describe } from 'vitest';
import { keepsTheGuardedBatch } from './guarded-batch.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe('a libSQL file', () => {
  keepsTheGuardedBatch(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jinji-batch-'));
    folders.push(folder);
    const client = createClient({ url: `file:${join(folder, 'test.db')}` });
    return {
      batch: async (statements) => {
        await client.batch([...statements], 'write');
      },
      column: async (query) => (await client.execute(query)).rows.map((row) => row[0]),
    };
  });
});
