import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { rewrapScopes, scopesBelow } from '#adapters/object-store/scope-rotation.ts';
import { sealedStore } from '#adapters/object-store/sealed-store.ts';
import {
  resealValues,
  retireOldVersions,
  rewrapTenantKeys,
  rotateMasterKeyFile,
} from '#adapters/shared/key-rotation.ts';
import { masterKeyFile } from '#adapters/shared/master-key-file.ts';
import { masterKeysFromText } from '#adapters/shared/master-keys.ts';
import { tenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { sealedVersion, tenantSecrets } from '#adapters/shared/tenant-secrets.ts';
import { collect, noise, streamOf } from '#test/support/byte-streams.ts';
import { newMaster, oldMaster, sealedGround } from '#test/support/sealed-ground.ts';
import { tenantKeyMemory } from '#test/support/tenant-key-memory.ts';

const directories: string[] = [];
afterEach(async () => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true });
});

async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'jinji-rotation-'));
  directories.push(directory);
  return directory;
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const value of values) out.push(value);
  return out;
}

test('after a rotation every tenant key is under the new master key, and the old one opens nothing', async () => {
  const ground = sealedGround();
  const secrets = tenantSecrets(ground.ring);
  const sealed = await Promise.all(['a', 'b', 'c'].map((id) => secrets.seal(id, 'p', id)));
  const both = masterKeysFromText(`${newMaster} ${oldMaster}`, 'MASTER_KEY');
  expect(await rewrapTenantKeys(ground.keys, both)).toBe(3);
  expect(await rewrapTenantKeys(ground.keys, both)).toBe(0);
  const renewed = tenantSecrets(ground.anotherRing(newMaster));
  for (const [i, id] of ['a', 'b', 'c'].entries())
    expect(await renewed.open(id, 'p', sealed[i] ?? '')).toBe(id);
  const outdated = tenantSecrets(ground.anotherRing(oldMaster));
  await expect(outdated.open('a', 'p', sealed[0] ?? '')).rejects.toMatchObject({ code: 'MASTER_KEY' });
});

test('a rotation that broke off at any record is finished by the next call', async () => {
  for (let allowed = 0; allowed < 4; allowed += 1) {
    const directory = await aDirectory();
    const file = masterKeyFile(directory);
    const keys = tenantKeyMemory();
    const secrets = tenantSecrets(tenantKeyRing(keys, file, () => 0));
    const sealed = await Promise.all(['a', 'b', 'c'].map((id) => secrets.seal(id, 'p', id)));
    const before = (await file.read()).map((master) => master.id);
    let left = allowed;
    const breaking = {
      ...keys,
      save: async (...args: Parameters<typeof keys.save>) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return keys.save(...args);
      },
    };
    if (allowed < 3) await expect(rotateMasterKeyFile(file, breaking)).rejects.toThrow('killed');
    const meanwhile = tenantSecrets(tenantKeyRing(keys, masterKeyFile(directory), () => 0));
    expect(await meanwhile.open('a', 'p', sealed[0] ?? '')).toBe('a');
    expect(await rotateMasterKeyFile(file, keys)).toBe(3 - (allowed < 3 ? allowed : 0));
    const after = (await file.read()).map((master) => master.id);
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    const fresh = tenantSecrets(tenantKeyRing(keys, masterKeyFile(directory), () => 0));
    expect(await fresh.open('c', 'p', sealed[2] ?? '')).toBe('c');
    expect(await readdir(directory)).toEqual(['master.key']);
  }
});

test('a tenant made by another process while the master key is rotated stays readable', async () => {
  const file = masterKeyFile(await aDirectory());
  const keys = tenantKeyMemory();
  const secrets = tenantSecrets(tenantKeyRing(keys, file, () => 0));
  await secrets.seal('a', 'p', 'a');
  // The new record is wrapped before the rotation begins and saved after it has listed the others.
  const slow = {
    ...keys,
    save: async (...args: Parameters<typeof keys.save>) => {
      if (args[1] === null) await file.prepareNext();
      return keys.save(...args);
    },
  };
  const sealed = await tenantSecrets(tenantKeyRing(slow, file, () => 0)).seal('late', 'p', 'late');
  expect(await rotateMasterKeyFile(file, keys)).toBe(1);
  const fresh = tenantSecrets(tenantKeyRing(keys, file, () => 0));
  expect(await fresh.open('late', 'p', sealed)).toBe('late');
});

test('texts are sealed again once each, also after the run broke off in the middle', async () => {
  const { ring } = sealedGround();
  const secrets = tenantSecrets(ring);
  const rows = new Map<string, string>();
  for (const id of ['1', '2', '3', '4']) rows.set(id, await secrets.seal('tnt_1', `phone:${id}`, `138${id}`));
  async function* values() {
    for (const [place, sealed] of rows) yield { place, purpose: `phone:${place}`, sealed };
  }
  const write = async ({ place, sealed }: { place: string; sealed: string }, renewed: string) => {
    if (rows.get(place) !== sealed) return false;
    rows.set(place, renewed);
    return true;
  };
  await ring.addVersion('tnt_1');
  for await (const place of resealValues('tnt_1', values(), secrets, write)) if (place === '2') break;
  expect(await all(resealValues('tnt_1', values(), secrets, write))).toEqual(['3', '4']);
  expect(await all(resealValues('tnt_1', values(), secrets, write))).toEqual([]);
  expect([...rows.values()].map(sealedVersion)).toEqual([2, 2, 2, 2]);
  expect(await secrets.open('tnt_1', 'phone:3', rows.get('3') ?? '')).toBe('1383');
});

test('scope keys are wrapped again once each and go on behind the last one', async () => {
  const { parts, ring, of, anotherRing } = sealedGround();
  for (const id of ['a', 'b', 'c']) {
    await of('tnt_1').put(`recordings/${id}/0`, streamOf(noise(100)), { maxBytes: 100 });
  }
  await ring.addVersion('tnt_1');
  expect(await scopesBelow(parts, 'tnt_1', 2)).toBe(3);
  expect(await all(rewrapScopes(parts, 'tnt_1', 'recordings/a'))).toEqual(['recordings/b', 'recordings/c']);
  expect(await all(rewrapScopes(parts, 'tnt_1'))).toEqual(['recordings/a']);
  expect(await all(rewrapScopes(parts, 'tnt_1'))).toEqual([]);
  expect(await scopesBelow(parts, 'tnt_1', 2)).toBe(0);
  await ring.destroy('tnt_1', 1);
  const store = sealedStore({ ...parts, ring: anotherRing() }, 'tnt_1');
  const found = await store.get('recordings/b/0');
  expect(await collect(found?.body ?? streamOf(noise(1)))).toEqual(noise(100));
});

test('a scope erased while its key is wrapped again stays erased', async () => {
  const { parts, ring, of, store } = sealedGround();
  await of('tnt_1').put('recordings/a/0', streamOf(noise(100)), { maxBytes: 100 });
  await ring.addVersion('tnt_1');
  const racing = {
    ...store,
    put: async (...args: Parameters<typeof store.put>) => {
      if (args[0].startsWith('keys/')) await of('tnt_1').erase('recordings/a');
      return store.put(...args);
    },
  };
  expect(await all(rewrapScopes({ ...parts, store: racing }, 'tnt_1'))).toEqual([]);
  expect([...store.objects.keys()]).toEqual(['erased/tnt_1/recordings/a']);
});

test('old key versions go only when no process can write with them and nothing is left under them', async () => {
  const { ring, clock, time } = sealedGround();
  await ring.newest('tnt_1');
  await ring.addVersion('tnt_1');
  const retire = (used: number) => retireOldVersions('tnt_1', ring, time, async () => used);
  expect(await retire(0)).toEqual([]);
  clock.now += 120_001;
  expect(await retire(1)).toEqual([]);
  expect(await retire(0)).toEqual([1]);
  expect(await retire(0)).toEqual([]);
});
