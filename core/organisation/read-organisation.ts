import type { PlatformDepartment, PlatformPerson } from '../ports/platform.ts';
import type { OverlayOperation } from '../ports/repositories/organisation.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { effectiveOrganisation, type OverlayConflict } from './overlay.ts';

/** The departments as the company wants to see them, and what could not be laid over. */
export interface OrganisationView {
  readonly departments: readonly PlatformDepartment[];
  readonly operations: readonly OverlayOperation[];
  readonly conflicts: readonly OverlayConflict[];
}

const texts = (value: OverlayOperation['value']): readonly string[] =>
  value === null ? [] : typeof value === 'string' ? [value] : value;

/** People that local changes are about or point at; the rest of ten thousand is not needed to apply them. */
function peopleNamed(operations: readonly OverlayOperation[]): readonly string[] {
  return operations.flatMap((operation) => [
    ...(operation.kind === 'person' ? [operation.subjectId] : []),
    ...(operation.field === 'leaderIds' || operation.field === 'managerId' ? texts(operation.value) : []),
  ]);
}

async function loaded(store: TenantStore, people: readonly string[]) {
  const operations = await store.organisation.operations();
  const departments = (await store.organisation.departments()).map(({ value }) => value);
  const ids = [...new Set([...people, ...peopleNamed(operations)])];
  const rows = await store.organisation.rows('person', ids);
  const found = rows.filter(({ present }) => present).map(({ value }) => value);
  return { operations, ...effectiveOrganisation(departments, found, operations) };
}

/** Departments with local changes laid over them. */
export async function organisationView(store: TenantStore): Promise<OrganisationView> {
  const { departments, operations, conflicts } = await loaded(store, []);
  const byOrder = (a: PlatformDepartment, b: PlatformDepartment) =>
    a.order - b.order || (a.id < b.id ? -1 : 1);
  return { departments: [...departments].sort(byOrder), operations, conflicts };
}

/** A page of people, by id, with local changes laid over them. */
export async function peoplePage(
  store: TenantStore,
  filter: { readonly departmentId?: string; readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: readonly PlatformPerson[]; readonly nextCursor: string | null }> {
  const { departmentId } = filter;
  const rows = await store.organisation.people({ ...filter, limit: filter.limit + 1 });
  const page = rows.slice(0, filter.limit).map(({ value }) => value.id);
  const { people, operations } = await loaded(store, page);
  // Who was moved into this department locally stands on the first page.
  const movedIn = operations
    .filter((o) => o.kind === 'person' && o.field === 'departmentIds' && filter.after === null)
    .filter((o) => departmentId !== undefined && texts(o.value).includes(departmentId))
    .map((o) => o.subjectId);
  const wanted = new Set([...page, ...movedIn]);
  return {
    items: people.filter(
      (person) =>
        wanted.has(person.id) && (departmentId === undefined || person.departmentIds.includes(departmentId)),
    ),
    nextCursor: rows.length > filter.limit ? (page.at(-1) ?? null) : null,
  };
}
