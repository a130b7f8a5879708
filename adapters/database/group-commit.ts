/** Batches of one group at most: nobody waits long for the others' rows. */
const largestGroup = 64;

interface Waiting<S> {
  readonly statements: readonly S[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The database is held by another process; trying each batch again would wait for each. */
function isBusy(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && String(e.code).startsWith('SQLITE_BUSY')) return true;
  }
  return false;
}

/**
 * Runs batches that are asked for in the same turn of the event loop in one transaction, in their order, so that they
 * share one write to the disk. A batch still stands or falls alone: when the group fails, nothing of it is kept, and
 * each batch is run by itself. A promise is fulfilled only once the transaction that holds its batch is on the disk.
 * @param run runs statements in one transaction and throws with nothing written
 */
export function groupCommit<S>(
  run: (statements: readonly S[]) => Promise<void>,
): (statements: readonly S[]) => Promise<void> {
  const waiting: Waiting<S>[] = [];

  async function together(group: readonly Waiting<S>[]): Promise<void> {
    if (group.length > 1) {
      try {
        await run(group.flatMap(({ statements }) => statements));
        for (const { resolve } of group) resolve();
        return;
      } catch (error) {
        if (isBusy(error)) {
          for (const { reject } of group) reject(error);
          return;
        }
      }
    }
    for (const { statements, resolve, reject } of group) await run(statements).then(resolve, reject);
  }

  async function flush(): Promise<void> {
    const group = waiting.splice(0, largestGroup);
    if (waiting.length > 0) setImmediate(flush);
    await together(group);
  }

  return (statements) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ statements, resolve, reject }) === 1) setImmediate(flush);
    });
}
