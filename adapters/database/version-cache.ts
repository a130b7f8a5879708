import type { JobVersion } from '#core/ports/repositories/jobs.ts';
import type { Database } from './database.ts';

/** Definitions are the largest rows there are (about 100 KB of JSON) and every answer needs one; so many companies hire at once. */
const kept = 24;

const caches = new WeakMap<Database, Map<string, JobVersion>>();

/**
 * A published version by its key, read once and remembered: a version never changes once it is published (design D12).
 * The key holds the company, so that no company ever sees another's. Nobody may write into what is returned.
 */
export async function rememberedVersion(
  database: Database,
  key: string,
  read: () => Promise<JobVersion | null>,
): Promise<JobVersion | null> {
  const cache = caches.get(database) ?? new Map<string, JobVersion>();
  caches.set(database, cache);
  const known = cache.get(key);
  const version = known ?? (await read());
  if (!version) return null;
  cache.delete(key);
  cache.set(key, version);
  const [oldest] = cache.keys();
  if (cache.size > kept && oldest !== undefined) cache.delete(oldest);
  return version;
}
