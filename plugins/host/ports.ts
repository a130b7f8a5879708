import { toBase64Url, toHex, utf8 } from '#adapters/shared/byte-encoding.ts';
import { sha256Stream } from '#adapters/shared/sha256.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Digest, Ids, Random } from '#core/ports/ids.ts';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** Random tokens from the runtime's secure source. */
export const secureRandom: Random = {
  token: (bits = 128) => toBase64Url(crypto.getRandomValues(new Uint8Array(bits / 8))),
};

/** Bytes up to which a hash is made at once: sooner done than a turn of WebCrypto's threads takes. */
const smallBytes = 65_536;

/** SHA-256, the same on Node and workerd: of small data at once, of large data through WebCrypto beside the event loop. */
export const webDigest: Digest = {
  async sha256(data) {
    const bytes = typeof data === 'string' ? utf8(data) : data;
    if (bytes.byteLength <= smallBytes) {
      const hash = sha256Stream();
      hash.update(bytes);
      return hash.hex();
    }
    return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
  },
};

/** Ids' worth of random bytes fetched at once: each call into the secure source costs more than the bytes. */
const pooledIds = 64;

/** Sixteen random bytes at a time. */
function randomSixteens(): () => Uint8Array {
  const pool = new Uint8Array(16 * pooledIds);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      crypto.getRandomValues(pool);
      at = 0;
    }
    at += 16;
    return pool.slice(at - 16, at);
  };
}

/**
 * Prefixed UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, a counter in `rand_a` that rises within one
 * millisecond so that ids of one process sort by making, random bits behind.
 */
export function uuidV7Ids(clock: Clock): Ids {
  let last = 0;
  let counter = 0;
  const random = randomSixteens();
  return {
    next(prefix) {
      const now = clock.now().getTime();
      const bytes = random();
      const view = new DataView(bytes.buffer);
      if (now > last) {
        last = now;
        counter = view.getUint16(6) & 0x3ff;
      } else if (++counter > 0xfff) {
        last += 1;
        counter = 0;
      }
      view.setUint16(0, Math.floor(last / 2 ** 32));
      view.setUint32(2, last % 2 ** 32);
      view.setUint16(6, 0x7000 | counter);
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      const hex = toHex(bytes);
      return `${prefix}_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}
