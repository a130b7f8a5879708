import { afterAll, beforeAll, describe } from 'vitest';
import { openLibsqlFile } from '../support/libsql-engine.ts';
import { readMigrations } from '../support/migrations.ts';
import { keepsTheGuardedBatch } from './guarded-batch.ts';
import { migrationsKeepRows } from './migrations-keep-rows.ts';

const migrations = await readMigrations();

describe('a libSQL file', () => {
  let engine: Awaited<ReturnType<typeof openLibsqlFile>>;
  beforeAll(async () => {
    engine = await openLibsqlFile();
  });
  afterAll(() => engine.remove());

  keepsTheGuardedBatch(async () => engine);
  migrationsKeepRows(async () => engine, migrations);
});
