import { randomBytes } from '#adapters/shared/aes-gcm.ts';
import { framedFields, fromBase64Url, fromUtf8, toBase64Url, utf8 } from '#adapters/shared/byte-encoding.ts';
import { openBytes, sealBytes } from '#adapters/shared/sealed-bytes.ts';
import type { TenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { AppError } from '#core/errors/app-error.ts';
import { assertObjectKey } from '#core/ports/object-key.ts';
import type { ByteStream, ObjectStore } from '#core/ports/object-store.ts';
import { collectBytes } from './frame-stream.ts';

/** How long an opened scope key is remembered; another process's erasure is noticed at the latest then. */
export const scopeKeyCacheMs = 60_000;
const cachedScopes = 500;
const keyObjectLimit = 256;

/** Where things lie on the raw store. Keys are apart from content, so that a back-up can leave either out. */
export const scopeKeyPath = (tenantId: string, scope: string): string => `keys/${tenantId}/${scope}`;
export const contentPath = (tenantId: string, key: string): string => `data/${tenantId}/${key}`;
const erasedPath = (tenantId: string, scope: string): string => `erased/${tenantId}/${scope}`;

/**
 * The scope `<kind>/<id>` of a sealed object key `<kind>/<id>/<name…>`.
 * @throws AppError `VALIDATION` for a key with fewer parts
 */
export function scopeOf(key: string): string {
  assertObjectKey(key);
  const [kind, id, name] = key.split('/');
  if (kind !== undefined && id !== undefined && name !== undefined) return `${kind}/${id}`;
  throw new AppError('VALIDATION', { details: { field: 'key', problem: '<kind>/<id>/<name>' } });
}

export async function* oneChunk(bytes: Uint8Array): ByteStream {
  yield bytes;
}

/** Reads a small object into memory; null when absent. */
async function readSmall(store: ObjectStore, key: string): Promise<Uint8Array | null> {
  const found = await store.get(key, { start: 0, end: keyObjectLimit });
  return found && collectBytes(found.body);
}

const context = (tenantId: string, scope: string, version: number): Uint8Array =>
  framedFields('scope key', tenantId, scope, String(version));

async function wrap(
  raw: Uint8Array,
  tenantId: string,
  scope: string,
  ring: TenantKeyRing,
): Promise<Uint8Array> {
  const key = await ring.newest(tenantId);
  const sealed = await sealBytes(key.objects, raw, context(tenantId, scope, key.version));
  return utf8(`k1.${key.version}.${toBase64Url(sealed)}`);
}

interface WrappedKey {
  readonly version: number;
  readonly sealed: Uint8Array;
}

function parseWrapped(bytes: Uint8Array): WrappedKey {
  const [, version, body] = /^k1\.(\d{1,9})\.([A-Za-z0-9_-]+)$/.exec(fromUtf8(bytes)) ?? [];
  const sealed = body === undefined ? null : fromBase64Url(body);
  if (version === undefined || sealed === null) {
    throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'scope key' } });
  }
  return { version: Number(version), sealed };
}

async function unwrap(wrapped: WrappedKey, tenantId: string, scope: string, ring: TenantKeyRing) {
  const key = await ring.version(tenantId, wrapped.version);
  return openBytes(key.objects, wrapped.sealed, context(tenantId, scope, wrapped.version));
}

/** The keys of one tenant's scopes, each a small sealed object on the raw store. */
export interface ScopeKeys {
  /** Null when the scope has no key: it never had one, or was erased. */
  find(scope: string): Promise<Uint8Array | null>;
  /** The scope's key, made on first use. @throws AppError `STATE_CONFLICT` when the scope was erased. */
  obtain(scope: string): Promise<Uint8Array>;
  /** Marks the scope as erased for ever and destroys its key. Safe to repeat. */
  destroy(scope: string): Promise<void>;
  /** Wraps the scope's key by the tenant's newest key. False when it already was, or the scope has none. */
  rewrap(scope: string): Promise<boolean>;
  /** The tenant key version that wraps the scope's key, or null without one. */
  version(scope: string): Promise<number | null>;
}

/** @param time milliseconds since 1970 */
export function scopeKeys(
  store: ObjectStore,
  ring: TenantKeyRing,
  tenantId: string,
  time: () => number,
): ScopeKeys {
  const cache = new Map<string, { readonly raw: Uint8Array; readonly until: number }>();
  const options = { maxBytes: keyObjectLimit };

  const remember = (scope: string, raw: Uint8Array): Uint8Array => {
    const [oldest] = cache.keys();
    if (cache.size >= cachedScopes && oldest !== undefined) cache.delete(oldest);
    cache.set(scope, { raw, until: time() + scopeKeyCacheMs });
    return raw;
  };

  const find = async (scope: string): Promise<Uint8Array | null> => {
    const cached = cache.get(scope);
    if (cached !== undefined && cached.until > time()) return cached.raw;
    cache.delete(scope);
    const stored = await readSmall(store, scopeKeyPath(tenantId, scope));
    return stored && remember(scope, await unwrap(parseWrapped(stored), tenantId, scope, ring));
  };

  // Erasure writes its mark before it deletes the key, and writers look for the mark after they wrote a key:
  // whoever comes second undoes a key that must not exist.
  const erasedMeanwhile = async (scope: string): Promise<boolean> => {
    if ((await store.head(erasedPath(tenantId, scope))) === null) return false;
    await store.delete([scopeKeyPath(tenantId, scope)]);
    cache.delete(scope);
    return true;
  };

  return {
    find,
    async obtain(scope) {
      const found = await find(scope);
      if (found !== null) return found;
      const raw = randomBytes(32);
      const path = scopeKeyPath(tenantId, scope);
      const wrapped = await wrap(raw, tenantId, scope, ring);
      const put = await store.put(path, oneChunk(wrapped), {
        ...options,
        length: wrapped.length,
        ifAbsent: true,
      });
      if (await erasedMeanwhile(scope)) {
        throw new AppError('STATE_CONFLICT', { details: { state: 'erased' } });
      }
      if (put.stored) return remember(scope, raw);
      const first = await find(scope);
      if (first === null) throw new AppError('STATE_CONFLICT', { details: { state: 'erased' } });
      return first;
    },
    async destroy(scope) {
      cache.delete(scope);
      const mark = erasedPath(tenantId, scope);
      await store.put(mark, oneChunk(new Uint8Array()), { ...options, length: 0, ifAbsent: true });
      await store.delete([scopeKeyPath(tenantId, scope)]);
    },
    async rewrap(scope) {
      const path = scopeKeyPath(tenantId, scope);
      const stored = await readSmall(store, path);
      if (stored === null) return false;
      const wrapped = parseWrapped(stored);
      if (wrapped.version >= (await ring.newest(tenantId)).version) return false;
      const renewed = await wrap(await unwrap(wrapped, tenantId, scope, ring), tenantId, scope, ring);
      await store.put(path, oneChunk(renewed), { ...options, length: renewed.length });
      return !(await erasedMeanwhile(scope));
    },
    async version(scope) {
      const stored = await readSmall(store, scopeKeyPath(tenantId, scope));
      return stored === null ? null : parseWrapped(stored).version;
    },
  };
}
