import { expect, test } from 'vitest';
import { eraseTenant, sealedStore } from '#adapters/object-store/sealed-store.ts';
import { collect, noise, streamOf } from '#test/support/byte-streams.ts';
import { sealedGround } from '#test/support/sealed-ground.ts';

const key = 'recordings/rec_1/000000';
const path = `data/tnt_1/${key}`;
const header = 32;
const frame = 65_536 + 16;
const damaged = { code: 'STORED_DATA_DAMAGED' };

/** A ground with one object of three full frames and a rest. */
async function aGroundWithRecording() {
  const ground = sealedGround();
  const content = noise(3 * 65_536 + 1000);
  const store = ground.of('tnt_1');
  await store.put(key, streamOf(content), { maxBytes: 1e6 });
  const read = async (range?: { start: number; end: number }): Promise<Uint8Array> => {
    const found = await store.get(key, range);
    if (found === null) throw new Error('not there');
    return collect(found.body);
  };
  const stored = ground.store.objects.get(path) ?? new Uint8Array();
  return { ...ground, content, sealed: store, read, stored };
}

function cut(bytes: Uint8Array, ...ranges: readonly [number, number][]): Uint8Array {
  return Uint8Array.from(ranges.flatMap(([start, end]) => [...bytes.subarray(start, end)]));
}

test('nothing of the content, the tenant key or the scope key is readable on the store', async () => {
  const { store, sealed } = await aGroundWithRecording();
  await sealed.put('files/f1/original', streamOf(new TextEncoder().encode('张伟的简历'.repeat(50))), {
    maxBytes: 10_000,
  });
  for (const bytes of store.objects.values()) {
    expect(new TextDecoder().decode(bytes)).not.toContain('张伟');
  }
});

test('equal contents give unrelated bytes on the store', async () => {
  const { store, sealed } = await aGroundWithRecording();
  for (const name of ['a', 'b'])
    await sealed.put(`files/f1/${name}`, streamOf(noise(100)), { maxBytes: 100 });
  const [a, b] = ['a', 'b'].map((name) => store.objects.get(`data/tnt_1/files/f1/${name}`));
  expect(a?.length).toBe(b?.length);
  expect(a).not.toEqual(b);
});

test.each([
  ['magic', 0],
  ['salt', 20],
  ['first frame', header + 5],
  ['middle frame', header + frame + 99],
  ['tag of a frame', header + frame - 1],
  ['last frame', header + 3 * frame + 10],
])('one flipped bit in the %s is noticed', async (_, at) => {
  const { store, stored, read } = await aGroundWithRecording();
  const altered = stored.slice();
  altered[at] = (altered[at] ?? 0) ^ 1;
  store.objects.set(path, altered);
  await expect(read()).rejects.toMatchObject(damaged);
});

test.each([
  ['whole frames', header + 3 * frame],
  ['half a frame', header + 2 * frame + 1000],
  ['the tag', header + 3 * frame + 1000],
  ['everything but the header', header],
  ['nearly everything', 10],
  ['everything', 0],
])('content that was cut off by %s is noticed, also by a range before the cut', async (_, length) => {
  const { store, stored, read } = await aGroundWithRecording();
  store.objects.set(path, stored.slice(0, length));
  await expect(read()).rejects.toMatchObject(damaged);
  await expect(read({ start: 0, end: 10 })).rejects.toMatchObject(damaged);
});

test('frames that were exchanged, repeated or left out are noticed', async () => {
  const { store, stored, read } = await aGroundWithRecording();
  const at = (i: number): [number, number] => [
    header + i * frame,
    header + Math.min((i + 1) * frame, stored.length),
  ];
  const exchanged = cut(stored, [0, header], at(1), at(0), at(2), at(3));
  const repeated = cut(stored, [0, header], at(0), at(0), at(2), at(3));
  const leftOut = cut(stored, [0, header], at(0), at(2), at(3));
  const appended = cut(stored, [0, stored.length], [stored.length - 1016, stored.length]);
  for (const spoilt of [exchanged, repeated, leftOut, appended]) {
    store.objects.set(path, spoilt);
    await expect(read()).rejects.toMatchObject(damaged);
  }
});

test('an object moved to another name, recording or tenant does not open', async () => {
  const { store, stored, sealed, of } = await aGroundWithRecording();
  const other = of('tnt_2');
  const options = { maxBytes: 1e6 };
  await sealed.put('recordings/rec_2/000000', streamOf(noise(10)), options);
  await other.put(key, streamOf(noise(10)), options);
  store.objects.set('data/tnt_1/recordings/rec_1/000001', stored);
  store.objects.set('data/tnt_1/recordings/rec_2/000000', stored);
  store.objects.set(`data/tnt_2/${key}`, stored);
  for (const get of [
    sealed.get('recordings/rec_1/000001'),
    sealed.get('recordings/rec_2/000000'),
    other.get(key),
  ]) {
    const found = await get;
    await expect(collect(found?.body ?? streamOf(noise(1)))).rejects.toMatchObject(damaged);
  }
});

test('the key of one tenant does not open what another tenant has, even with its scope key copied', async () => {
  const { store, stored, of } = await aGroundWithRecording();
  const wrapped = store.objects.get('keys/tnt_1/recordings/rec_1');
  await of('tnt_2').put('files/f1/a', streamOf(noise(1)), { maxBytes: 10 });
  store.objects.set('keys/tnt_2/recordings/rec_1', wrapped ?? new Uint8Array());
  store.objects.set(`data/tnt_2/${key}`, stored);
  await expect(of('tnt_2').get(key)).rejects.toMatchObject(damaged);
});

test('a range is served from its own frames and the last one', async () => {
  const { store, stored, read, content } = await aGroundWithRecording();
  const altered = stored.slice();
  altered[header + 5] = (altered[header + 5] ?? 0) ^ 1;
  store.objects.set(path, altered);
  expect(await read({ start: 70_000, end: 140_000 })).toEqual(content.slice(70_000, 140_000));
  await expect(read({ start: 60_000, end: 70_000 })).rejects.toMatchObject(damaged);
});

test('erasing a recording destroys its key first, removes its objects and leaves others alone', async () => {
  const { store, stored, sealed, read } = await aGroundWithRecording();
  await sealed.put('recordings/rec_10/000000', streamOf(noise(10)), { maxBytes: 10 });
  expect(await sealed.erase('recordings/rec_1')).toBe(1);
  expect(await sealed.head(key)).toBeNull();
  store.objects.set(path, stored);
  await expect(read()).rejects.toMatchObject(damaged);
  expect(await sealed.head('recordings/rec_10/000000')).not.toBeNull();
  expect(await sealed.erase('recordings/rec_1')).toBe(1);
  expect(await sealed.erase('recordings/rec_1')).toBe(0);
});

test('an erased scope takes nothing new, in this process and in others', async () => {
  const { parts, sealed, anotherRing } = await aGroundWithRecording();
  await sealed.erase('recordings/rec_1');
  const elsewhere = sealedStore({ ...parts, ring: anotherRing() }, 'tnt_1');
  for (const store of [sealed, elsewhere]) {
    const put = store.put(key, streamOf(noise(10)), { maxBytes: 10 });
    await expect(put).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
  }
  expect([...parts.store.objects.keys()]).toEqual(['erased/tnt_1/recordings/rec_1']);
});

test('erasing a tenant leaves no key, no object and no mark of it', async () => {
  const { store, keys, parts, of, sealed } = await aGroundWithRecording();
  await of('tnt_2').put(key, streamOf(noise(10)), { maxBytes: 10 });
  await sealed.erase('recordings/rec_1');
  await sealed.put('files/f1/original', streamOf(noise(10)), { maxBytes: 10 });
  await eraseTenant(parts, 'tnt_1');
  expect([...store.objects.keys()].filter((name) => name.includes('tnt_1'))).toEqual([]);
  expect(keys.records.map((record) => record.tenantId)).toEqual(['tnt_2']);
  expect(await of('tnt_2').head(key)).not.toBeNull();
});

test('keys need a kind, an id and a name', async () => {
  const { sealed } = await aGroundWithRecording();
  for (const bad of ['recordings', 'recordings/rec_1']) {
    await expect(sealed.get(bad)).rejects.toMatchObject({ code: 'VALIDATION' });
  }
  await expect(sealed.erase('recordings')).rejects.toMatchObject({ code: 'VALIDATION' });
  await expect(sealed.erase('recordings/rec_1/000000')).rejects.toMatchObject({ code: 'VALIDATION' });
});

test('two first writers of a recording agree on one key', async () => {
  const { parts, anotherRing } = sealedGround();
  const stores = [parts.ring, anotherRing(), anotherRing()].map((ring) =>
    sealedStore({ ...parts, ring }, 'tnt_1'),
  );
  await Promise.all(
    stores.map((store, i) => store.put(`recordings/rec_1/${i}`, streamOf(noise(100, i)), { maxBytes: 100 })),
  );
  for (const i of [0, 1, 2]) {
    const found = await stores[(i + 1) % 3]?.get(`recordings/rec_1/${i}`);
    expect(await collect(found?.body ?? streamOf(noise(1)))).toEqual(noise(100, i));
  }
});
