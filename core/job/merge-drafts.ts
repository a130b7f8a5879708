import type { JobDefinition } from './job-definition.ts';

/** A part of a job that two people may change at the same time. */
export type JobSection = keyof JobDefinition;

/** Two people's changes joined. In `conflicts`, both changed the part differently; `merged` holds mine there. */
export interface MergedDrafts {
  readonly merged: JobDefinition;
  readonly conflicts: readonly JobSection[];
}

/** Equal content, whatever the order of keys. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameContent(value, right.get(key)))
  );
}

/**
 * Joins two drafts that came from `base`, part by part: a part that only one side changed is taken from that side, so
 * nobody's input is lost when two people edit different steps of the wizard.
 */
export function mergeDrafts(base: JobDefinition, mine: JobDefinition, theirs: JobDefinition): MergedDrafts {
  const sections = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])] as JobSection[];
  let merged: JobDefinition = mine;
  const conflicts: JobSection[] = [];
  for (const section of sections) {
    if (sameContent(mine[section], theirs[section]) || sameContent(theirs[section], base[section])) continue;
    if (sameContent(mine[section], base[section])) merged = takeSection(merged, theirs, section);
    else conflicts.push(section);
  }
  return { merged, conflicts };
}

/** `target` with one part of `source`. */
export function takeSection(
  target: JobDefinition,
  source: JobDefinition,
  section: JobSection,
): JobDefinition {
  const { [section]: _replaced, ...rest } = target;
  return source[section] === undefined ? (rest as JobDefinition) : { ...target, [section]: source[section] };
}
