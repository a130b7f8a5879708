import { AppError } from '../errors/app-error.ts';
import type { ByteRange } from './object-store.ts';

const maxKeyLength = 512;
const part = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/**
 * Refuses keys that could leave their place on any store: parts of letters, digits, `.`, `_`, `-` that do not begin with a dot
 * or a hyphen, joined by `/`. So neither `..` nor an absolute path can be written.
 * @throws AppError `VALIDATION`
 */
export function assertObjectKey(key: string): void {
  if (key.length === 0 || key.length > maxKeyLength || !key.split('/').every((p) => part.test(p))) {
    throw new AppError('VALIDATION', {
      details: { field: 'key', problem: 'letters, digits, ".", "_" and "-" in parts joined by "/"' },
    });
  }
}

/**
 * Refuses prefixes that are not the beginning of a valid key; the empty prefix means everything.
 * @throws AppError `VALIDATION`
 */
export function assertObjectPrefix(prefix: string): void {
  if (prefix === '') return;
  assertObjectKey(prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
}

/**
 * Cuts a wanted range to an object of `size` bytes; without one it is the whole object.
 * @throws AppError `VALIDATION` for bounds that are no whole numbers, negative, or the wrong way round.
 */
export function cutRange(range: ByteRange | undefined, size: number): ByteRange {
  if (range === undefined) return { start: 0, end: size };
  const { start, end } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw new AppError('VALIDATION', {
      details: { field: 'range', problem: 'start and end must be whole bytes, 0 ≤ start ≤ end' },
    });
  }
  return { start: Math.min(start, size), end: Math.min(end, size) };
}

/**
 * Refuses content whose number of bytes is not the announced one.
 * @throws AppError `VALIDATION`
 */
export function assertLength(size: number, announced: number | undefined): void {
  if (announced === undefined || announced === size) return;
  throw new AppError('VALIDATION', { details: { field: 'length', problem: `${size} ≠ ${announced}` } });
}

/**
 * Refuses content whose SHA-256 (lower-case hex) is not the announced one.
 * @throws AppError `VALIDATION`
 */
export function assertHash(sha256: string, announced: string | undefined): void {
  if (announced === undefined || announced === sha256) return;
  throw new AppError('VALIDATION', { details: { field: 'sha256', problem: 'does not match the content' } });
}
