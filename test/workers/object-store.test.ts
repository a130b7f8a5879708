import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { r2Store } from '#adapters/object-store/r2.ts';
import { sealedStore } from '#adapters/object-store/sealed-store.ts';
import { masterKeysFromText } from '#adapters/shared/master-keys.ts';
import { sha256Stream } from '#adapters/shared/sha256.ts';
import { tenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { objectStoreContract } from '#test/contract/object-store-contract.ts';
import { noise } from '#test/support/byte-streams.ts';
import { tenantKeyMemory } from '#test/support/tenant-key-memory.ts';

const masters = masterKeysFromText(btoa('0123456789abcdef0123456789abcdef'), 'MASTER_KEY');

/** Miniflare gives every test the same bucket: what earlier tests left is removed. */
async function emptyBucket(): Promise<R2Bucket> {
  for (;;) {
    const { objects } = await env.OBJECTS.list();
    if (objects.length === 0) return env.OBJECTS;
    await env.OBJECTS.delete(objects.map(({ key }) => key));
  }
}

objectStoreContract('R2', async () => r2Store(await emptyBucket()));

objectStoreContract('sealed R2 of one tenant', async () => {
  const ring = tenantKeyRing(tenantKeyMemory(), masters, () => 0);
  return sealedStore({ store: r2Store(await emptyBucket()), ring, time: () => 0 }, 'tnt_1');
});

async function* megabytes(count: number): AsyncGenerator<Uint8Array, void> {
  const piece = noise(1024 * 1024);
  for (let i = 0; i < count; i += 1) yield piece;
}

test('an object of 40 MiB goes through sealing to R2 and back as a stream', async () => {
  const ring = tenantKeyRing(tenantKeyMemory(), masters, () => 0);
  const store = sealedStore({ store: r2Store(await emptyBucket()), ring, time: () => 0 }, 'tnt_1');
  const size = 40 * 1024 * 1024;
  const put = await store.put('recordings/r1/whole', megabytes(40), { maxBytes: size, length: size });
  const hash = sha256Stream();
  for await (const piece of (await store.get('recordings/r1/whole'))?.body ?? megabytes(0))
    hash.update(piece);
  expect(put).toEqual({ stored: true, size, sha256: hash.hex() });
});

test('a body that breaks off in the middle of a streamed put leaves nothing', async () => {
  const store = r2Store(await emptyBucket());
  const options = { maxBytes: 1e9, length: 40 * 1024 * 1024 };
  const short = store.put('recordings/r1/whole', megabytes(30), options);
  await expect(short).rejects.toMatchObject({ code: 'VALIDATION' });
  const long = store.put('recordings/r1/whole', megabytes(41), options);
  await expect(long).rejects.toMatchObject({ code: 'VALIDATION' });
  expect(await store.head('recordings/r1/whole')).toBeNull();
});
