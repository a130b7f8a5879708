import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partWindow } from '#adapters/media/part-window.ts';

function aStore() {
  const parts = new Map<number, Uint8Array>();
  let reads = 0;
  return {
    parts,
    reads: () => reads,
    write: async (index: number, bytes: Uint8Array) => void parts.set(index, bytes.slice()),
    read: async (index: number) => {
      reads += 1;
      const part = parts.get(index);
      if (part === undefined) throw new Error(`part ${index} was never written`);
      return part;
    },
    joined: () => [...parts].sort(([a], [b]) => a - b).flatMap(([, part]) => [...part]),
  };
}

test('any writes anywhere give the file that a plain array would hold', async () => {
  const write = fc.record({
    position: fc.nat(60),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(write, { maxLength: 20 }), async (writes) => {
      const store = aStore();
      const file = partWindow(store, 8);
      const expected: number[] = [];
      for (const { position, bytes } of writes) {
        // A muxer never leaves holes: it begins at the end or before it.
        const at = Math.min(position, expected.length);
        await file.write(at, bytes);
        for (const [i, byte] of bytes.entries()) expected[at + i] = byte;
      }
      expect(await file.finish()).toEqual({ size: expected.length, parts: Math.ceil(expected.length / 8) });
      expect(store.joined()).toEqual(expected);
    }),
  );
});

test('parts leave memory as the file grows, the first one last of all', async () => {
  const store = aStore();
  const file = partWindow(store, 10);
  for (let position = 0; position < 100; position += 5) await file.write(position, new Uint8Array(5).fill(1));
  expect([...store.parts.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await file.write(3, Uint8Array.of(9));
  expect(store.reads()).toBe(0);
  await file.finish();
  expect(store.joined()[3]).toBe(9);
});

test('a part that has left memory is read back to be changed', async () => {
  const store = aStore();
  const file = partWindow(store, 10);
  await file.write(0, new Uint8Array(100).fill(1));
  await file.write(25, Uint8Array.of(9));
  await file.finish();
  expect(store.reads()).toBe(1);
  expect(store.joined().indexOf(9)).toBe(25);
});
