import type { Dimension } from '#core/template/schemas/dimension.ts';

/** Families in the order of the palette's filter. */
export const families = [
  'interacting',
  'supporting',
  'enterprising',
  'analysing',
  'creating',
  'organising',
  'deciding',
  'adapting',
  'leading',
] as const satisfies readonly Dimension['family'][];

/** A family, or all of them. */
export type FamilyFilter = Dimension['family'] | 'all';

/** Whether a dimension is wanted: of the family, and every word typed is in its name, definition or code. */
export function matchesPalette(dimension: Dimension, family: FamilyFilter, query: string): boolean {
  if (family !== 'all' && dimension.family !== family) return false;
  const { name, definition, code } = dimension;
  const text = [name.zh, name.en, definition.zh, definition.en, code].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
