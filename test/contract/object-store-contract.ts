import { describe, expect, test } from 'vitest';
import { sha256Hex } from '#adapters/shared/sha256.ts';
import type { ObjectContent, ObjectStore } from '#core/ports/object-store.ts';
import { collect, noise, streamOf } from '#test/support/byte-streams.ts';

const generous = { maxBytes: 10_000_000 };

async function keysOf(store: ObjectStore, prefix: string, after?: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const info of store.list(prefix, after === undefined ? {} : { after })) keys.push(info.key);
  return keys;
}

async function putText(store: ObjectStore, key: string, text: string): Promise<void> {
  await store.put(key, streamOf(new TextEncoder().encode(text)), generous);
}

async function textOf(store: ObjectStore, key: string): Promise<string | null> {
  const found = await store.get(key);
  return found && new TextDecoder().decode(await collect(found.body));
}

/** Hashes are compared because the assertion library takes a second for arrays of this size. */
async function hashOf(found: ObjectContent | null): Promise<string | null> {
  return found && sha256Hex(await collect(found.body));
}

async function* failing(error: Error): AsyncGenerator<Uint8Array, void> {
  yield noise(1000);
  throw error;
}

/**
 * The promise of `ObjectStore`, for every implementation that keeps it.
 * @param make an empty store for each test
 */
export function objectStoreContract(name: string, make: () => Promise<ObjectStore>): void {
  describe(`object store: ${name}`, () => {
    contentCases(make);
    refusalCases(make);
    listingCases(make);
  });
}

function contentCases(make: () => Promise<ObjectStore>): void {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_001])(
    'gives back %i bytes as they came, with their size and hash',
    async (size) => {
      const store = await make();
      const bytes = noise(size);
      const put = await store.put('files/f1/original', streamOf(bytes), generous);
      expect(put).toEqual({ stored: true, size, sha256: await sha256Hex(bytes) });
      const found = await store.get('files/f1/original');
      expect(found).toMatchObject({ size, range: { start: 0, end: size } });
      expect(await hashOf(found)).toBe(await sha256Hex(bytes));
      expect(await store.head('files/f1/original')).toMatchObject({ key: 'files/f1/original', size });
    },
  );

  test('stores a body whose length was announced', async () => {
    const store = await make();
    const bytes = noise(200_000);
    await store.put('files/f1/original', streamOf(bytes), { ...generous, length: bytes.length });
    expect(await hashOf(await store.get('files/f1/original'))).toBe(await sha256Hex(bytes));
  });

  test.each([
    [0, 10],
    [65_530, 65_540],
    [65_536, 131_072],
    [100_000, 200_000],
    [199_999, 200_000],
    [150_000, 999_999],
    [70_000, 70_000],
    [500_000, 500_001],
  ])('gives exactly the bytes %i to %i', async (start, end) => {
    const store = await make();
    const bytes = noise(200_000);
    await store.put('files/f1/original', streamOf(bytes), generous);
    const found = await store.get('files/f1/original', { start, end });
    expect(found?.size).toBe(200_000);
    expect(found?.range).toEqual({ start: Math.min(start, 200_000), end: Math.min(end, 200_000) });
    expect(await hashOf(found)).toBe(await sha256Hex(bytes.slice(start, end)));
  });

  test('answers null for what is not there', async () => {
    const store = await make();
    await putText(store, 'files/f1/original', '简历');
    expect(await store.get('files/f1/other')).toBeNull();
    expect(await store.head('files/f2/original')).toBeNull();
    expect(await store.get('files/f1/original/deeper')).toBeNull();
  });

  test('replaces an object as a whole', async () => {
    const store = await make();
    await putText(store, 'files/f1/original', 'a long first version');
    await putText(store, 'files/f1/original', 'second');
    expect(await textOf(store, 'files/f1/original')).toBe('second');
  });

  test('keeps the first object when it may only be put once, also when many try together', async () => {
    const store = await make();
    const attempts = await Promise.all(
      ['一', '二', '三', '四'].map((text) =>
        store.put('files/f1/original', streamOf(new TextEncoder().encode(text)), {
          ...generous,
          ifAbsent: true,
        }),
      ),
    );
    expect(attempts.filter((result) => result.stored)).toHaveLength(1);
    const kept = await textOf(store, 'files/f1/original');
    const again = await store.put('files/f1/original', streamOf(noise(5)), { ...generous, ifAbsent: true });
    expect(again).toEqual({ stored: false });
    expect(await textOf(store, 'files/f1/original')).toBe(kept);
  });

  test('forgets deleted objects, and deleting again is fine', async () => {
    const store = await make();
    await putText(store, 'files/f1/original', 'a');
    await putText(store, 'files/f1/text', 'b');
    await store.delete(['files/f1/original', 'files/f1/never']);
    await store.delete(['files/f1/original']);
    expect(await store.head('files/f1/original')).toBeNull();
    expect(await textOf(store, 'files/f1/text')).toBe('b');
    await store.delete([]);
  });
}

function refusalCases(make: () => Promise<ObjectStore>): void {
  test('stores nothing when the body is larger than allowed', async () => {
    const store = await make();
    const put = store.put('files/f1/original', streamOf(noise(70_001)), { maxBytes: 70_000 });
    await expect(put).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(await store.head('files/f1/original')).toBeNull();
  });

  test('stores nothing when the content has another hash or length than announced', async () => {
    const store = await make();
    const body = (): AsyncIterable<Uint8Array> => streamOf(noise(100_000));
    const wrongHash = { ...generous, expectedSha256: '0'.repeat(64) };
    await expect(store.put('files/f1/a', body(), wrongHash)).rejects.toMatchObject({ code: 'VALIDATION' });
    for (const length of [99_999, 100_001]) {
      const put = store.put('files/f1/b', body(), { ...generous, length });
      await expect(put).rejects.toMatchObject({ code: 'VALIDATION' });
    }
    expect(await keysOf(store, 'files/')).toEqual([]);
  });

  test('keeps the old object when the new body breaks off', async () => {
    const store = await make();
    await putText(store, 'files/f1/original', 'old');
    const put = store.put('files/f1/original', failing(new Error('connection lost')), generous);
    await expect(put).rejects.toThrow();
    expect(await textOf(store, 'files/f1/original')).toBe('old');
  });

  test.each([
    '',
    '/',
    'files/f1/../../etc',
    '../f/x',
    '/files/f1/x',
    'files//f1/x',
    'files/f1/x/',
    'files/f1/.hidden',
    'files/f1/a b',
    'files/f1/名',
    'files/f1/a\\b',
    'files/f1/a\u0000',
    'files/f1/a%2fb',
    `files/f1/${'x'.repeat(129)}`,
  ])('refuses the key %j', async (key) => {
    const store = await make();
    await expect(store.put(key, streamOf(noise(1)), generous)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(store.get(key)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(store.delete([key])).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  test.each([
    [-1, 5],
    [5, 4],
    [0.5, 2],
    [0, Number.NaN],
  ])('refuses the range %d to %d', async (start, end) => {
    const store = await make();
    await putText(store, 'files/f1/original', 'content');
    await expect(store.get('files/f1/original', { start, end })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });
}

function listingCases(make: () => Promise<ObjectStore>): void {
  const keys = [
    'files/a-1/x',
    'files/a/x',
    'files/a/x-y',
    'files/a/x.y',
    'files/a/x/deep',
    'files/a/x0',
    'files/b/x',
    'files2/a/x',
  ];

  test('lists keys by prefix in ascending order', async () => {
    const store = await make();
    for (const key of [...keys].reverse()) await putText(store, key, key);
    expect(await keysOf(store, '')).toEqual([...keys].sort());
    expect(await keysOf(store, 'files/a/')).toEqual(
      [...keys].sort().filter((key) => key.startsWith('files/a/')),
    );
    expect(await keysOf(store, 'files/a/x')).toHaveLength(5);
    expect(await keysOf(store, 'nothing/')).toEqual([]);
  });

  test('goes on behind any key', async () => {
    const store = await make();
    for (const key of keys) await putText(store, key, key);
    const sorted = [...keys].sort();
    for (const after of sorted) {
      expect(await keysOf(store, '', after)).toEqual(sorted.filter((key) => key > after));
    }
    expect(await keysOf(store, 'files/a/', 'files/a/x.')).toEqual(
      sorted.filter((key) => key.startsWith('files/a/') && key > 'files/a/x.'),
    );
  });

  test('lists the size of the content', async () => {
    const store = await make();
    await store.put('files/f1/original', streamOf(noise(70_000)), generous);
    for await (const info of store.list('files/')) {
      expect(info.size).toBe(70_000);
      expect(new Date(info.modifiedAt).toISOString()).toBe(info.modifiedAt);
    }
  });
}
