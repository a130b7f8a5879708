import type { RandomAccess } from '#core/ports/remuxer.ts';

const blockLength = 1024 * 1024;
const cachedBlocks = 4;

/**
 * Reads a file in blocks of 1 MiB and remembers the last four: demuxers ask for a few bytes at a time, and each question to a
 * sealed store costs a request.
 */
export function blockReader(source: RandomAccess): (start: number, end: number) => Promise<Uint8Array> {
  const cache = new Map<number, Promise<Uint8Array>>();

  const block = (index: number): Promise<Uint8Array> => {
    const start = index * blockLength;
    const known = cache.get(index) ?? source.read({ start, end: Math.min(source.size, start + blockLength) });
    cache.delete(index);
    cache.set(index, known);
    known.catch(() => cache.delete(index));
    const [oldest] = cache.keys();
    if (cache.size > cachedBlocks && oldest !== undefined) cache.delete(oldest);
    return known;
  };

  return async (start, end) => {
    const first = Math.floor(start / blockLength);
    if (end <= (first + 1) * blockLength) {
      return (await block(first)).subarray(start - first * blockLength, end - first * blockLength);
    }
    const out = new Uint8Array(end - start);
    for (let index = first; index * blockLength < end; index += 1) {
      const offset = index * blockLength;
      const bytes = await block(index);
      const from = Math.max(0, start - offset);
      out.set(bytes.subarray(from, Math.min(bytes.length, end - offset)), offset + from - start);
    }
    return out;
  };
}
