import type { ByteRange } from '../ports/object-store.ts';

/**
 * Reads an HTTP `Range` header (RFC 9110 §14.2) for a body of `size` bytes.
 * `whole`: none, several ranges, another unit or nonsense, all of which may be answered by the whole body.
 * `unsatisfiable`: to be answered by 416.
 */
export function parseRangeHeader(
  header: string | null | undefined,
  size: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size };
  }
  const start = Number(from);
  const end = to === '' ? size : Math.min(Number(to) + 1, size);
  if (to !== '' && Number(to) < start) return 'whole';
  return start >= size ? 'unsatisfiable' : { start, end };
}
