import { env } from 'cloudflare:workers';
import { describe } from 'vitest';
import { keepsTheGuardedBatch } from '../contract/guarded-batch.ts';

describe('D1', () => {
  keepsTheGuardedBatch(async () => ({
    batch: async (statements) => {
      await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)));
    },
    column: async (query) => (await env.DB.prepare(query).raw()).map((row) => row[0]),
  }));
});
