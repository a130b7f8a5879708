import type { PartStore } from '#core/ports/remuxer.ts';

/** Bytes of a part on the store. */
export const partLength = 4 * 1024 * 1024;
/** Parts kept in memory behind the newest one. The first part always is: it holds the header, which is finished last. */
const kept = 2;

/** A file written at any position, of which only the first part and the last few are in memory. */
export interface PartWindow {
  write(position: number, bytes: Uint8Array): Promise<void>;
  /** Writes what is still in memory. Returns the size of the file and its number of parts. */
  finish(): Promise<{ readonly size: number; readonly parts: number }>;
}

/**
 * Lets a muxer, which goes back to fill in lengths and its header, write to a store that only takes whole objects.
 * A change of a part that has already left memory reads it back.
 */
export function partWindow(store: PartStore, length = partLength): PartWindow {
  const open = new Map<number, Uint8Array>();
  let size = 0;

  const bytesOf = (index: number, buffer: Uint8Array): Uint8Array =>
    buffer.subarray(0, Math.min(length, size - index * length));

  const obtain = async (index: number): Promise<Uint8Array> => {
    const known = open.get(index);
    if (known !== undefined) return known;
    const buffer = new Uint8Array(length);
    if (index * length < size) buffer.set(await store.read(index));
    open.set(index, buffer);
    return buffer;
  };

  const shrink = async (): Promise<void> => {
    const newest = Math.floor(Math.max(0, size - 1) / length);
    for (const [index, buffer] of open) {
      if (index === 0 || index > newest - kept) continue;
      await store.write(index, bytesOf(index, buffer));
      open.delete(index);
    }
  };

  return {
    async write(position, bytes) {
      for (let at = 0; at < bytes.length; ) {
        const index = Math.floor((position + at) / length);
        const offset = (position + at) % length;
        const taken = Math.min(length - offset, bytes.length - at);
        const buffer = await obtain(index);
        buffer.set(bytes.subarray(at, at + taken), offset);
        at += taken;
        size = Math.max(size, position + at);
      }
      await shrink();
    },
    async finish() {
      for (const [index, buffer] of open) await store.write(index, bytesOf(index, buffer));
      open.clear();
      return { size, parts: Math.ceil(size / length) };
    },
  };
}
