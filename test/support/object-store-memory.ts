import { createHash } from 'node:crypto';
import { assertHash, assertLength, assertObjectKey, cutRange } from '#core/ports/object-key.ts';
import type { ObjectStore } from '#core/ports/object-store.ts';
import { collect, streamOf } from './byte-streams.ts';

/** An `ObjectStore` in memory; `objects` may be looked at and spoilt by tests. */
export interface ObjectStoreMemory extends ObjectStore {
  readonly objects: Map<string, Uint8Array>;
}

export function objectStoreMemory(): ObjectStoreMemory {
  const objects = new Map<string, Uint8Array>();
  const infoOf = (key: string, bytes: Uint8Array) => ({
    key,
    size: bytes.length,
    modifiedAt: '2026-11-23T00:00:00.000Z',
  });
  return {
    objects,
    async put(key, body, options) {
      assertObjectKey(key);
      const bytes = await collect(body);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      assertLength(bytes.length, options.length);
      assertHash(sha256, options.expectedSha256);
      if (options.ifAbsent === true && objects.has(key)) return { stored: false };
      objects.set(key, bytes);
      return { stored: true, size: bytes.length, sha256 };
    },
    async get(key, range) {
      const bytes = objects.get(key);
      if (bytes === undefined) return null;
      const cut = cutRange(range, bytes.length);
      return { size: bytes.length, range: cut, body: streamOf(bytes.subarray(cut.start, cut.end)) };
    },
    async head(key) {
      const bytes = objects.get(key);
      return bytes === undefined ? null : infoOf(key, bytes);
    },
    async delete(keys) {
      for (const key of keys) objects.delete(key);
    },
    async *list(prefix, options = {}) {
      for (const [key, bytes] of [...objects].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (key.startsWith(prefix) && key > (options.after ?? '')) yield infoOf(key, bytes);
      }
    },
  };
}
