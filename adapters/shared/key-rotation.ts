import type { Secrets, TenantKeyStore } from '#core/ports/secrets.ts';
import type { MasterKeyFile } from './master-key-file.ts';
import type { MasterKeySource } from './master-keys.ts';
import { rewrapTenantKey, type TenantKeyRing, tenantKeyCacheMs } from './tenant-keys.ts';

/** Passes over all records until one finds nothing to do; more mean that others keep writing under an old master key. */
const maxPasses = 10;

/**
 * Brings every tenant key under the newest master key. Stopped anywhere, the next call goes on; when all is done it does nothing.
 * @returns how many records changed in this call
 * @throws AppError `MASTER_KEY` when a record's master key is gone
 */
export async function rewrapTenantKeys(store: TenantKeyStore, masters: MasterKeySource): Promise<number> {
  let total = 0;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const [newest] = await masters.read();
    let behind = 0;
    for await (const record of store.list()) {
      if (record.masterId === newest?.id) continue;
      behind += 1;
      if (await rewrapTenantKey(record, store, masters)) total += 1;
    }
    if (behind === 0) return total;
  }
  throw new Error('tenant keys are still being written under an old master key');
}

/**
 * Replaces the master key of a Node installation: new key beside the old, every tenant key under the new one, old key gone.
 * Stopped at any point, the next call finishes the same rotation. Running servers notice by themselves.
 * @returns how many tenant keys were wrapped again
 */
export async function rotateMasterKeyFile(file: MasterKeyFile, store: TenantKeyStore): Promise<number> {
  await file.prepareNext();
  const rewrapped = await rewrapTenantKeys(store, file);
  await file.adoptNext();
  return rewrapped;
}

/** One sealed text of the database with the purpose it was sealed for. */
export interface SealedValue<Place> {
  /** How the writer finds the row and column again. */
  readonly place: Place;
  readonly purpose: string;
  readonly sealed: string;
}

/**
 * Seals texts again under the tenant's newest key and skips those that already are: stopped anywhere, the next call goes on.
 * @param write puts the new text in place of exactly the old one (compare and set) and answers whether it was still there;
 *   search hashes beside it are renewed in the same write, from `open` of the text
 * @yields the place of every text that changed
 */
export async function* resealValues<Place>(
  tenantId: string,
  values: AsyncIterable<SealedValue<Place>>,
  secrets: Secrets,
  write: (value: SealedValue<Place>, renewed: string) => Promise<boolean>,
): AsyncGenerator<Place, void> {
  for await (const value of values) {
    const renewed = await secrets.reseal(tenantId, value.purpose, value.sealed);
    if (renewed !== null && (await write(value, renewed))) yield value.place;
  }
}

/**
 * Destroys the tenant's old key versions once nothing can need them: the newest is older than any process's memory of keys, and
 * `stillUsed` (run after that) counts no text, hash or scope key under an older version.
 * @param time milliseconds since 1970
 * @returns the versions destroyed; none means: not yet, come again
 */
export async function retireOldVersions(
  tenantId: string,
  ring: TenantKeyRing,
  time: () => number,
  stillUsed: (below: number) => Promise<number>,
): Promise<readonly number[]> {
  const [newest, ...old] = await ring.all(tenantId);
  if (newest === undefined || old.length === 0) return [];
  if (time() - Date.parse(newest.createdAt) <= 2 * tenantKeyCacheMs) return [];
  if ((await stillUsed(newest.version)) > 0) return [];
  for (const { version } of old) await ring.destroy(tenantId, version);
  return old.map(({ version }) => version);
}
