import type { PlatformDepartment, PlatformPerson } from '../ports/platform.ts';
import type { OverlayOperation } from '../ports/repositories/organisation.ts';
import { sameContent } from './apply-read.ts';

/** The organisation as the company wants to see it: mirror ⊕ overlay (design D13). */
export interface EffectiveOrganisation {
  readonly departments: readonly PlatformDepartment[];
  readonly people: readonly PlatformPerson[];
  readonly conflicts: readonly OverlayConflict[];
}

/** A local change that could not be applied without losing something; it is listed, never settled silently. */
export interface OverlayConflict {
  readonly operation: OverlayOperation;
  readonly reason: /** The platform changed the same field since. */
    | 'both_changed'
    /** The department or person is gone. */
    | 'subject_gone'
    /** It points at a department or person that is gone. */
    | 'target_gone'
    /** Departments would stand under each other. */
    | 'cycle';
  /** What the platform says now. */
  readonly platformValue: OverlayOperation['value'];
}

type Subject = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Lays local changes over the mirror, oldest first. A change applies while the field still holds the value that it
 * replaced; one that the platform has made too is settled and simply agrees.
 */
export function effectiveOrganisation(
  departments: readonly PlatformDepartment[],
  people: readonly PlatformPerson[],
  operations: readonly OverlayOperation[],
): EffectiveOrganisation {
  const subjects = {
    department: new Map(departments.map((d) => [d.id, d as unknown as Subject])),
    person: new Map(people.map((p) => [p.id, p as unknown as Subject])),
  };
  const conflicts: OverlayConflict[] = [];
  for (const operation of operations) {
    const map = subjects[operation.kind];
    const subject = map.get(operation.subjectId);
    const current = (subject?.[operation.field] ?? null) as OverlayOperation['value'];
    const reason = subject ? refusal(operation, current, subjects) : 'subject_gone';
    if (reason !== null) conflicts.push({ operation, reason, platformValue: current });
    else if (subject) map.set(subject.id, { ...subject, [operation.field]: operation.value });
  }
  return {
    departments: [...subjects.department.values()] as unknown as PlatformDepartment[],
    people: [...subjects.person.values()] as unknown as PlatformPerson[],
    conflicts,
  };
}

type Subjects = Readonly<Record<'department' | 'person', ReadonlyMap<string, Subject>>>;

function refusal(
  operation: OverlayOperation,
  current: OverlayOperation['value'],
  subjects: Subjects,
): OverlayConflict['reason'] | null {
  if (sameContent(current, operation.value)) return null;
  if (!sameContent(current, operation.base)) return 'both_changed';
  if (targets(operation).some(([kind, id]) => !subjects[kind].has(id))) return 'target_gone';
  if (operation.field === 'parentId' && wouldCycle(operation, subjects.department)) return 'cycle';
  return null;
}

function targets({
  field,
  value,
}: OverlayOperation): readonly (readonly ['department' | 'person', string])[] {
  const ids = value === null ? [] : typeof value === 'string' ? [value] : value;
  if (field === 'parentId' || field === 'departmentIds') return ids.map((id) => ['department', id] as const);
  if (field === 'leaderIds' || field === 'managerId') return ids.map((id) => ['person', id] as const);
  return [];
}

/** Walks up from the new parent; meeting the department itself, or anything twice, is a cycle. */
function wouldCycle(
  { subjectId, value }: OverlayOperation,
  departments: ReadonlyMap<string, Subject>,
): boolean {
  const met = new Set([subjectId]);
  for (
    let at = value;
    typeof at === 'string';
    at = (departments.get(at)?.parentId ?? null) as string | null
  ) {
    if (met.has(at)) return true;
    met.add(at);
  }
  return false;
}
