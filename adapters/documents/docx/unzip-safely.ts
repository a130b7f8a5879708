import { unzipSync } from 'fflate';
import { AppError } from '#core/errors/app-error.ts';

/** More entries than any word processor writes. */
const maxEntries = 4_000;
/** Bytes that one wanted entry, and all of them together, may unpack to. */
const maxEntryBytes = 24_000_000;
const maxTotalBytes = 48_000_000;
/** XML of a real document packs 5 to 30 times; a bomb a thousand times. */
const maxRatio = 250;
const ratioFromBytes = 2_000_000;

/**
 * Unpacks the entries that `wanted` names, checking declared sizes before a byte is inflated.
 * fflate never writes past the declared size, so a lying header only truncates.
 * @throws AppError `RESUME_UNSAFE` for a bomb, `RESUME_DAMAGED` for a broken archive.
 */
export function unzipSafely(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        entries += 1;
        const ratio = file.originalSize / Math.max(file.size, 1);
        if (entries > maxEntries) throw unsafe('entries', maxEntries);
        if (file.originalSize > ratioFromBytes && ratio > maxRatio) throw unsafe('ratio', maxRatio);
        if (!wanted(file.name)) return false;
        total += file.originalSize;
        if (file.originalSize > maxEntryBytes || total > maxTotalBytes) throw unsafe('bytes', maxEntryBytes);
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('RESUME_DAMAGED', { cause });
  }
}

const unsafe = (what: string, limit: number): AppError =>
  new AppError('RESUME_UNSAFE', { details: { what, limit } });
