import { sha256Stream } from '#adapters/shared/sha256.ts';
import type { TenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { AppError } from '#core/errors/app-error.ts';
import {
  assertHash,
  assertLength,
  assertObjectKey,
  assertObjectPrefix,
  cutRange,
} from '#core/ports/object-key.ts';
import type {
  ByteRange,
  ByteStream,
  ObjectContent,
  ObjectInfo,
  ObjectStore,
  PutOptions,
  PutResult,
  SealedObjectStore,
} from '#core/ports/object-store.ts';
import { contentSize, frameCount, framesOf, headerLength, sealedSize } from './frame-format.ts';
import { collectBytes, openFrames, openWhole, sealFrames } from './frame-stream.ts';
import { contentPath, type ScopeKeys, scopeKeys, scopeOf } from './scope-keys.ts';

/** What a tenant's sealed store stands on. */
export interface SealedStoreParts {
  readonly store: ObjectStore;
  readonly ring: TenantKeyRing;
  /** Milliseconds since 1970. */
  readonly time: () => number;
}

/** Counts, hashes and limits content on its way; throwing here makes the store underneath drop what it has. */
function checked(body: ByteStream, options: PutOptions) {
  const hash = sha256Stream();
  const result = { size: 0, sha256: '' };
  async function* pass(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of body) {
      result.size += chunk.length;
      if (result.size > options.maxBytes) {
        throw new AppError('TOO_LARGE', { details: { limit: options.maxBytes } });
      }
      hash.update(chunk);
      yield chunk;
    }
    result.sha256 = hash.hex();
    assertLength(result.size, options.length);
    assertHash(result.sha256, options.expectedSha256);
  }
  return { body: pass(), result };
}

async function* joined(parts: readonly (() => Promise<ByteStream>)[]): ByteStream {
  for (const part of parts) yield* await part();
}

class TenantStore implements SealedObjectStore {
  readonly #parts: SealedStoreParts;
  readonly #tenantId: string;
  readonly #keys: ScopeKeys;

  constructor(parts: SealedStoreParts, tenantId: string) {
    assertObjectKey(tenantId);
    this.#parts = parts;
    this.#tenantId = tenantId;
    this.#keys = scopeKeys(parts.store, parts.ring, tenantId, parts.time);
  }

  async put(key: string, body: ByteStream, options: PutOptions): Promise<PutResult> {
    const scopeKey = await this.#keys.obtain(scopeOf(key));
    const content = checked(body, options);
    const identity = { tenantId: this.#tenantId, key };
    const put = await this.#parts.store.put(
      contentPath(this.#tenantId, key),
      sealFrames(content.body, scopeKey, identity),
      {
        maxBytes: sealedSize(options.maxBytes),
        ...(options.length === undefined ? {} : { length: sealedSize(options.length) }),
        ...(options.ifAbsent === undefined ? {} : { ifAbsent: options.ifAbsent }),
      },
    );
    return put.stored ? { stored: true, ...content.result } : put;
  }

  async get(key: string, range?: ByteRange): Promise<ObjectContent | null> {
    const scope = scopeOf(key);
    const path = contentPath(this.#tenantId, key);
    const identity = { tenantId: this.#tenantId, key };
    // A whole object is one request: its header is taken off the front of the stream.
    const start = await this.#parts.store.get(path, range && { start: 0, end: headerLength });
    if (start === null) return null;
    const size = contentSize(start.size);
    const wanted = cutRange(range, size);
    const scopeKey = await this.#keys.find(scope);
    if (scopeKey === null) throw damaged('key destroyed');
    if (range === undefined) {
      const body = openWhole(start.body, scopeKey, identity, size);
      return { size, range: wanted, body };
    }
    const header = await collectBytes(start.body);
    const read = async (part: ByteRange): Promise<ByteStream> => {
      const found = await this.#parts.store.get(path, framesOf(part, size).stored);
      if (found === null || found.size !== start.size) throw damaged('changed while it was read');
      return openFrames(found.body, header, scopeKey, identity, size, part);
    };
    // The last frame proves the length: without it a shortened object would pass for a whole one.
    const parts = [() => read(wanted)];
    if (framesOf(wanted, size).last !== frameCount(size) - 1) {
      parts.unshift(() => read({ start: size, end: size }));
    }
    return { size, range: wanted, body: joined(parts) };
  }

  async head(key: string): Promise<ObjectInfo | null> {
    scopeOf(key);
    const info = await this.#parts.store.head(contentPath(this.#tenantId, key));
    return info && { ...info, key, size: contentSize(info.size) };
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) scopeOf(key);
    await this.#parts.store.delete(keys.map((key) => contentPath(this.#tenantId, key)));
  }

  async *list(prefix: string, options: { readonly after?: string } = {}): AsyncGenerator<ObjectInfo, void> {
    assertObjectPrefix(prefix);
    const root = `data/${this.#tenantId}/`;
    const after = options.after === undefined ? {} : { after: root + options.after };
    for await (const info of this.#parts.store.list(root + prefix, after)) {
      yield { ...info, key: info.key.slice(root.length), size: contentSize(info.size) };
    }
  }

  async erase(scope: string): Promise<number> {
    assertObjectKey(scope);
    if (scopeOf(`${scope}/any`) !== scope) {
      throw new AppError('VALIDATION', { details: { field: 'scope', problem: '<kind>/<id>' } });
    }
    await this.#keys.destroy(scope);
    return deleteAll(this.#parts.store, `${contentPath(this.#tenantId, scope)}/`);
  }
}

const damaged = (what: string): AppError => new AppError('STORED_DATA_DAMAGED', { details: { what } });

/** Deletes everything under a prefix, a hundred at a time. */
async function deleteAll(store: ObjectStore, prefix: string): Promise<number> {
  let count = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    await store.delete(batch);
    count += batch.length;
    batch = [];
  };
  for await (const { key } of store.list(prefix)) {
    batch.push(key);
    if (batch.length === 100) await flush();
  }
  await flush();
  return count;
}

/**
 * Seals every object of a tenant on whatever store lies underneath (design.md D7): AES-256-GCM in 64 KiB frames under a key per
 * scope, wrapped by the tenant's key. Ranges are read by opening only their frames, and the last one to prove the length.
 */
export function sealedStore(parts: SealedStoreParts, tenantId: string): SealedObjectStore {
  return new TenantStore(parts, tenantId);
}

/**
 * Removes all of a tenant: its keys for ever, then every object. Safe to repeat until it returns without an error.
 * @returns how many objects were deleted, keys and marks included
 */
export async function eraseTenant({ store, ring }: SealedStoreParts, tenantId: string): Promise<number> {
  assertObjectKey(tenantId);
  await ring.destroy(tenantId);
  let count = 0;
  for (const root of ['keys', 'data', 'erased']) count += await deleteAll(store, `${root}/${tenantId}/`);
  return count;
}
