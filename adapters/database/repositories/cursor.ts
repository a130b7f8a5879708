import { AppError } from '#core/errors/app-error.ts';

/** The place in a list: sort key and id of the last row shown. */
export interface Cursor {
  readonly key: string | number;
  readonly id: string;
}

const unknownCursor = {
  zh: '不是列表给出的位置，请从第一页开始',
  en: 'no list gave this place; begin at the first page',
};

/** Encodes a place as an opaque, URL-safe text. */
export const encodeCursor = (key: string | number, id: string): string =>
  btoa(JSON.stringify([key, id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * Reads a cursor back; nothing for the first page.
 * @throws AppError `BAD_REQUEST` for a text that no list gave.
 */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
    if (Array.isArray(value) && value.length === 2) {
      const [key, id] = value as unknown[];
      if ((typeof key === 'string' || typeof key === 'number') && typeof id === 'string') return { key, id };
    }
  } catch (cause) {
    throw new AppError('BAD_REQUEST', { cause, details: { field: 'cursor', problem: unknownCursor } });
  }
  throw new AppError('BAD_REQUEST', { details: { field: 'cursor', problem: unknownCursor } });
}
