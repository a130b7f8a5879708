import { sealedStore } from '#adapters/object-store/sealed-store.ts';
import { masterKeysFromText } from '#adapters/shared/master-keys.ts';
import { tenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { objectStoreMemory } from './object-store-memory.ts';
import { tenantKeyMemory } from './tenant-key-memory.ts';

/** Master keys that tests may read; one for now, another for after a rotation. */
export const oldMaster = btoa('an old master key, 32 bytes long');
export const newMaster = btoa('the new master key, 32 bytes too');

/** Everything sealing stands on, in memory, with a clock that a test moves. */
export function sealedGround(master = oldMaster) {
  const clock = { now: Date.parse('2026-11-23T08:00:00Z') };
  const time = (): number => clock.now;
  const keys = tenantKeyMemory();
  const ring = tenantKeyRing(keys, masterKeysFromText(master, 'MASTER_KEY'), time);
  const store = objectStoreMemory();
  const parts = { store, ring, time };
  /** A ring with an empty memory, as another process has it. */
  const anotherRing = (text = master) => tenantKeyRing(keys, masterKeysFromText(text, 'MASTER_KEY'), time);
  return { clock, time, keys, ring, store, parts, anotherRing, of: (id: string) => sealedStore(parts, id) };
}
