import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileSystemStore } from '#adapters/object-store/file-system.ts';
import { sealedStore } from '#adapters/object-store/sealed-store.ts';
import { sha256Stream } from '#adapters/shared/sha256.ts';
import { collect, noise, streamOf } from '#test/support/byte-streams.ts';
import { sealedGround } from '#test/support/sealed-ground.ts';

const root = await mkdtemp(join(tmpdir(), 'jinji-files-'));
afterAll(() => rm(root, { recursive: true }));
const aDirectory = (): Promise<string> => mkdtemp(join(root, 'store-'));
const generous = { maxBytes: 1e9 };
const megabyte = 1024 * 1024;

async function* megabytes(count: number): AsyncGenerator<Uint8Array, void> {
  const piece = noise(megabyte);
  for (let i = 0; i < count; i += 1) yield piece;
}

test('only the owner may read what is stored', async () => {
  const directory = await aDirectory();
  await fileSystemStore(directory).put('a/b/c', streamOf(noise(10)), generous);
  expect((await stat(join(directory, 'objects/a/b/c~'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(directory, 'objects/a'))).mode & 0o777).toBe(0o700);
});

test('refused and broken uploads leave no file behind', async () => {
  const directory = await aDirectory();
  const store = fileSystemStore(directory);
  await store.put('a/b/c', streamOf(noise(10)), generous);
  await store.put('a/b/d', streamOf(noise(100)), { maxBytes: 10 }).catch(() => undefined);
  await store.put('a/b/c', streamOf(noise(100)), { ...generous, ifAbsent: true });
  expect(await readdir(join(directory, 'uploads'))).toEqual([]);
  expect(await readdir(join(directory, 'objects/a/b'))).toEqual(['c~']);
});

test('what a killed process left half-written is never seen, and is swept when it is old', async () => {
  const directory = await aDirectory();
  const store = fileSystemStore(directory);
  await mkdir(join(directory, 'uploads'));
  for (const name of ['old', 'new']) await writeFile(join(directory, 'uploads', name), 'half');
  await utimes(join(directory, 'uploads/old'), new Date(0), new Date(0));
  for await (const info of store.list('')) throw new Error(info.key);
  expect(await store.removeStaleUploads(new Date(1000))).toBe(1);
  expect(await readdir(join(directory, 'uploads'))).toEqual(['new']);
});

test('deleting the last object of a folder removes the folder, and a put at the same time survives it', async () => {
  const directory = await aDirectory();
  const store = fileSystemStore(directory);
  for (let round = 0; round < 50; round += 1) {
    await store.put('a/b/old', streamOf(noise(1)), generous);
    await Promise.all([
      store.delete(['a/b/old']),
      store.put(`a/b/new-${round}`, streamOf(noise(2)), generous),
    ]);
    expect(await store.head(`a/b/new-${round}`)).not.toBeNull();
    await store.delete([`a/b/new-${round}`]);
  }
  expect(await readdir(join(directory, 'objects'))).toEqual([]);
});

test('a link that someone put in the place of an object is not followed', async () => {
  const directory = await aDirectory();
  const store = fileSystemStore(directory);
  await store.put('a/b/c', streamOf(noise(1)), generous);
  await symlink('/etc/hostname', join(directory, 'objects/a/b/d~'));
  await expect(store.get('a/b/d')).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
});

test('a disk that refuses is reported as such and not as a lost object', async () => {
  const directory = await aDirectory();
  await writeFile(join(directory, 'objects'), 'not a directory');
  const put = fileSystemStore(directory).put('a/b/c', streamOf(noise(1)), generous);
  await expect(put).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE', retryable: true });
});

test('a reader that stops early leaves no open file', async () => {
  const store = fileSystemStore(await aDirectory());
  await store.put('a/b/c', megabytes(2), generous);
  const before = (await readdir('/proc/self/fd')).length;
  for (let i = 0; i < 50; i += 1) {
    for await (const _ of (await store.get('a/b/c'))?.body ?? megabytes(0)) break;
    await store.get('a/b/c');
  }
  expect((await readdir('/proc/self/fd')).length).toBeLessThan(before + 10);
});

test('100 MB go in and out, sealed, without growing in memory', async () => {
  const ground = sealedGround();
  const store = sealedStore({ ...ground.parts, store: fileSystemStore(await aDirectory()) }, 'tnt_1');
  const size = 100 * megabyte;
  const buffersBefore = process.memoryUsage().arrayBuffers;
  let most = 0;
  async function* watched(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    for await (const piece of body) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - buffersBefore);
      yield piece;
    }
  }
  const put = await store.put('recordings/r1/whole', watched(megabytes(100)), { maxBytes: size });
  const hash = sha256Stream();
  const found = await store.get('recordings/r1/whole');
  for await (const piece of watched(found?.body ?? megabytes(0))) hash.update(piece);
  expect(put).toEqual({ stored: true, size, sha256: hash.hex() });
  expect(most).toBeLessThan(64 * megabyte);
  const range = await store.get('recordings/r1/whole', { start: size - 5, end: size });
  expect(await collect(range?.body ?? megabytes(1))).toEqual(noise(megabyte).slice(-5));
});
