import { AppError } from '#core/errors/app-error.ts';
import type { TenantKeyRecord, TenantKeyStore } from '#core/ports/secrets.ts';
import { aesKey, deriveBytes, randomBytes, type SubtleKey } from './aes-gcm.ts';
import { framedFields, fromBase64Url, toBase64Url, unshared } from './byte-encoding.ts';
import type { MasterKey, MasterKeySource } from './master-keys.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

/** How long a process may go on with keys that another process has replaced or destroyed. */
export const tenantKeyCacheMs = 60_000;
const cachedTenants = 1000;

/** One opened version of a tenant's key, split into unrelated keys for each use. */
export interface TenantKey {
  readonly version: number;
  readonly createdAt: string;
  /** Seals small texts. */
  readonly values: SubtleKey;
  /** Wraps the keys of files and recordings. */
  readonly objects: SubtleKey;
  /** HMAC-SHA-256 for search hashes. */
  readonly search: SubtleKey;
}

const context = (tenantId: string, version: number): Uint8Array =>
  framedFields('tenant key', tenantId, String(version));

async function openRecord(record: TenantKeyRecord, masters: readonly MasterKey[]): Promise<Uint8Array> {
  const master = masters.find((candidate) => candidate.id === record.masterId);
  if (master === undefined) {
    const problem = `stored keys belong to master key ${record.masterId}, but only ${masters.map((m) => m.id).join(', ')} is there; restore the right master key from your backup`;
    throw new AppError('MASTER_KEY', { details: { problem } });
  }
  const wrapped = fromBase64Url(record.wrapped) ?? new Uint8Array();
  return openBytes(master.key, wrapped, context(record.tenantId, record.version));
}

async function wrapKey(
  raw: Uint8Array,
  about: Pick<TenantKeyRecord, 'tenantId' | 'version' | 'createdAt'>,
  master: MasterKey,
): Promise<TenantKeyRecord> {
  const wrapped = await sealBytes(master.key, raw, context(about.tenantId, about.version));
  return { ...about, masterId: master.id, wrapped: toBase64Url(wrapped) };
}

async function newestMaster(masters: MasterKeySource): Promise<MasterKey> {
  const [newest] = await masters.read();
  if (newest === undefined)
    throw new AppError('MASTER_KEY', { details: { problem: 'no master key is set' } });
  return newest;
}

/**
 * Brings one record under the newest master key. Answers false when it already was, or when another process changed it first.
 * @throws AppError `MASTER_KEY` when the master key that wraps it is not there any more
 */
export async function rewrapTenantKey(
  record: TenantKeyRecord,
  store: TenantKeyStore,
  masters: MasterKeySource,
): Promise<boolean> {
  const newest = await newestMaster(masters);
  if (record.masterId === newest.id) return false;
  const raw = await openRecord(record, await masters.read());
  const { tenantId, version, createdAt } = record;
  return store.save(await wrapKey(raw, { tenantId, version, createdAt }, newest), record.masterId);
}

async function splitKey(record: TenantKeyRecord, raw: Uint8Array): Promise<TenantKey> {
  const searchBytes = await deriveBytes(raw, 'jinji search');
  return {
    version: record.version,
    createdAt: record.createdAt,
    values: await aesKey(await deriveBytes(raw, 'jinji values')),
    objects: await aesKey(await deriveBytes(raw, 'jinji objects')),
    search: await crypto.subtle.importKey(
      'raw',
      unshared(searchBytes),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    ),
  };
}

/** Opens, makes and forgets tenant keys; remembers opened ones for `tenantKeyCacheMs`. */
export interface TenantKeyRing {
  /** Live versions, newest first; empty when the tenant has none. */
  all(tenantId: string): Promise<readonly TenantKey[]>;
  /** The version that seals now; the first one is made here. */
  newest(tenantId: string): Promise<TenantKey>;
  /** @throws AppError `STORED_DATA_DAMAGED` when this version was destroyed or never was. */
  version(tenantId: string, version: number): Promise<TenantKey>;
  /** Makes a newer version, which seals from now on. Two callers at once make one. Returns its number. */
  addVersion(tenantId: string): Promise<number>;
  /** Forgets one version for good, or every version: whatever they sealed is unreadable from then on. */
  destroy(tenantId: string, version?: number): Promise<void>;
}

/**
 * @param time milliseconds since 1970
 */
export function tenantKeyRing(
  store: TenantKeyStore,
  masters: MasterKeySource,
  time: () => number,
): TenantKeyRing {
  const cache = new Map<string, { readonly keys: readonly TenantKey[]; readonly until: number }>();

  const load = async (tenantId: string): Promise<readonly TenantKey[]> => {
    const records = [...(await store.load(tenantId))].sort((a, b) => b.version - a.version);
    const opened = records.length === 0 ? [] : await masters.read();
    const keys = await Promise.all(records.map(async (r) => splitKey(r, await openRecord(r, opened))));
    const [oldest] = cache.keys();
    if (cache.size >= cachedTenants && oldest !== undefined) cache.delete(oldest);
    if (keys.length > 0) cache.set(tenantId, { keys, until: time() + tenantKeyCacheMs });
    return keys;
  };

  const all = async (tenantId: string): Promise<readonly TenantKey[]> => {
    const cached = cache.get(tenantId);
    if (cached !== undefined && cached.until > time()) return cached.keys;
    cache.delete(tenantId);
    return load(tenantId);
  };

  const add = async (tenantId: string, version: number): Promise<void> => {
    const about = { tenantId, version, createdAt: new Date(time()).toISOString() };
    const record = await wrapKey(randomBytes(32), about, await newestMaster(masters));
    // A master rotation may have listed all records just before this one was saved: look again after saving.
    if (await store.save(record, null)) await rewrapTenantKey(record, store, masters);
    cache.delete(tenantId);
  };

  const newest = async (tenantId: string): Promise<TenantKey> => {
    let [key] = await all(tenantId);
    if (key === undefined) {
      await add(tenantId, 1);
      [key] = await load(tenantId);
    }
    if (key === undefined) throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'tenant key' } });
    return key;
  };

  return {
    all,
    newest,
    async version(tenantId, version) {
      const known = (keys: readonly TenantKey[]) => keys.find((key) => key.version === version);
      const key = known(await all(tenantId)) ?? known(await load(tenantId));
      if (key === undefined) {
        throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'tenant key', version } });
      }
      return key;
    },
    async addVersion(tenantId) {
      const [current] = await load(tenantId);
      const version = (current?.version ?? 0) + 1;
      await add(tenantId, version);
      return version;
    },
    async destroy(tenantId, version) {
      await store.destroy(tenantId, version);
      cache.delete(tenantId);
    },
  };
}
