/**
 * The yardstick of the benchmarks: a server of some thirty lines over Hono and libSQL that writes, in one batch with the same safety
 * (write-ahead log, synchronous=FULL), the same rows and bytes that the product writes for an answer. It checks nothing and
 * knows nobody: no link, no consent, no question, no repetition, no follow-up.
 */
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createClient } from '@libsql/client';
import { Hono } from 'hono';

const { PORT = '0', DATA_DIR = '.' } = process.env;
const client = createClient({ url: `file:${join(DATA_DIR, 'jinji.db')}`, concurrency: 1, timeout: 5000 });
await client.execute('PRAGMA journal_mode = WAL');
await client.execute('PRAGMA synchronous = FULL');

interface Body {
  readonly questionId: string;
  readonly turn: number;
  readonly attempt: number;
  readonly mode: string;
  readonly text: string;
  readonly recordingId: string | null;
  readonly skipped: boolean;
  readonly process: unknown;
}

const insert = `insert into answers (tenant_id, id, interview_id, question_id, turn, attempt, mode, text, original_text, asr_confidence,
  text_source, recording_id, skipped, probe, process, content_hash, duration_ms, stored_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, null, null, ?, ?, ?, ?, ?, ?, null, ?)`;
const update = `update interviews set state = 'answering', updated_at = ? where tenant_id = ? and id = ?`;

const app = new Hono();
app.get('/healthz', async (c) => {
  await client.execute('select 1');
  return c.json({ ok: true });
});
app.post('/answers/:tenant/:interview', async (c) => {
  const { tenant, interview } = c.req.param();
  const body: Body = await c.req.json();
  const now = new Date().toISOString();
  const id = `ans_${randomUUID()}`;
  const hash = createHash('sha256').update(body.text).digest('hex');
  const source = body.text === '' ? 'none' : 'typed';
  const { questionId, turn, attempt, mode, text, recordingId, skipped } = body;
  const place = [tenant, id, interview, questionId, turn, attempt, mode, text, source, recordingId];
  const probe = turn === 0 ? null : '最后结果怎么样?有没有数字或别人的反馈?';
  await client.batch(
    [
      { sql: insert, args: [...place, skipped ? 1 : 0, probe, JSON.stringify(body.process), hash, now] },
      { sql: update, args: [now, tenant, interview] },
    ],
    'write',
  );
  return c.json({ answerId: id, contentHash: hash, step: { kind: 'finished' } }, 201);
});

const server = serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' });
process.once('SIGTERM', () => {
  server.close();
  client.close();
  process.exit(0);
});
