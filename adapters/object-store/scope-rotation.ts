import type { ObjectStore } from '#core/ports/object-store.ts';
import { scopeKeyPath, scopeKeys } from './scope-keys.ts';
import type { SealedStoreParts } from './sealed-store.ts';

async function* scopesOf(store: ObjectStore, tenantId: string, after?: string): AsyncGenerator<string, void> {
  const root = scopeKeyPath(tenantId, '');
  const options = after === undefined ? {} : { after: root + after };
  for await (const { key } of store.list(root, options)) yield key.slice(root.length);
}

/**
 * Wraps the key of every file and recording of a tenant by its newest key; content is not touched. Idempotent, and `after` goes on
 * behind the scope that an interrupted run yielded last.
 * @yields every scope that changed
 */
export async function* rewrapScopes(
  parts: SealedStoreParts,
  tenantId: string,
  after?: string,
): AsyncGenerator<string, void> {
  const keys = scopeKeys(parts.store, parts.ring, tenantId, parts.time);
  for await (const scope of scopesOf(parts.store, tenantId, after)) {
    if (await keys.rewrap(scope)) yield scope;
  }
}

/** How many scopes of the tenant are still wrapped by a key version below `version`. */
export async function scopesBelow(
  parts: SealedStoreParts,
  tenantId: string,
  version: number,
): Promise<number> {
  const keys = scopeKeys(parts.store, parts.ring, tenantId, parts.time);
  let count = 0;
  for await (const scope of scopesOf(parts.store, tenantId)) {
    if (((await keys.version(scope)) ?? version) < version) count += 1;
  }
  return count;
}
