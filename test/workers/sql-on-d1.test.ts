import { env } from 'cloudflare:workers';
import { describe } from 'vitest';
import { keepsTheGuardedBatch } from '../contract/guarded-batch.ts';
import { migrationsKeepRows } from '../contract/migrations-keep-rows.ts';
import type { SqlEngine } from '../support/sql-engine.ts';

const engine: SqlEngine = {
  batch: async (statements) => {
    await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)));
  },
  rows: async (query) => (await env.DB.prepare(query).all<Record<string, unknown>>()).results,
};

describe('D1', () => {
  keepsTheGuardedBatch(async () => engine);
  migrationsKeepRows(async () => engine, env.MIGRATIONS);
});
