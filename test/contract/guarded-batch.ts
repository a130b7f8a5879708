import { expect, test } from 'vitest';
import { dropAll, firstColumn, type SqlEngine } from '../support/sql-engine.ts';

/**
 * The promise on which every state change rests (DECISIONS.md, the guarded batch): an insert of 0, where `changes()`
 * is not 1, into a table with `CHECK (ok = 1)` undoes the whole batch when the update before it met no row.
 */
export function keepsTheGuardedBatch(open: () => Promise<SqlEngine>): void {
  async function prepared(): Promise<SqlEngine> {
    const engine = await open();
    await dropAll(engine);
    await engine.batch([
      'CREATE TABLE guard (ok INTEGER NOT NULL CHECK (ok = 1))',
      'CREATE TABLE door (id TEXT PRIMARY KEY, state TEXT NOT NULL)',
      'CREATE TABLE log (text TEXT NOT NULL)',
      "INSERT INTO door VALUES ('a', 'shut'), ('b', 'shut')",
    ]);
    return engine;
  }
  const openDoor = (id: string) => [
    `UPDATE door SET state = 'open' WHERE id = '${id}' AND state = 'shut'`,
    'INSERT INTO guard SELECT 0 WHERE changes() IS NOT 1',
    `INSERT INTO log VALUES ('opened ${id}')`,
  ];

  test('a batch whose update meets its row is kept whole', async () => {
    const engine = await prepared();

    await engine.batch(openDoor('a'));

    expect(await firstColumn(engine, 'SELECT state FROM door ORDER BY id')).toEqual(['open', 'shut']);
    expect(await firstColumn(engine, 'SELECT text FROM log')).toEqual(['opened a']);
  });

  test('a batch whose update meets no row leaves nothing of the statements before and after it', async () => {
    const engine = await prepared();
    await engine.batch(openDoor('a'));

    await expect(engine.batch([...openDoor('b'), ...openDoor('a')])).rejects.toThrow(
      /CHECK constraint failed: ok = 1/,
    );

    expect(await firstColumn(engine, 'SELECT state FROM door ORDER BY id')).toEqual(['open', 'shut']);
    expect(await firstColumn(engine, 'SELECT text FROM log')).toEqual(['opened a']);
    expect(await firstColumn(engine, 'SELECT ok FROM guard')).toEqual([]);
  });

  test('of twenty batches that claim the same row at once exactly one is kept', async () => {
    const engine = await prepared();

    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => engine.batch(openDoor('a'))));

    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(await firstColumn(engine, 'SELECT text FROM log')).toEqual(['opened a']);
  });
}
