import type { OrganisationDrift, OrganisationRun } from '../ports/repositories/organisation.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';

/** What the last finished reading proved: that the mirror is the platform's directory, and what events had left wrong until then. */
export interface ReadingProof {
  readonly at: string;
  /** Nothing differed: events alone had kept the mirror right. */
  readonly exact: boolean;
  readonly counts: OrganisationRun['counts'];
  /** The first hundred rows that differed, by name where there is one. */
  readonly drift: readonly (OrganisationDrift & { readonly name: string | null })[];
}

/** Null before a second reading: the first has nothing to compare with. */
export async function readingProof(store: TenantStore): Promise<ReadingProof | null> {
  const [last, before] = await store.organisation.doneRuns(2);
  if (!last || !before) return null;
  const { counts, drift } = last;
  const names = await namesOf(store, drift);
  return {
    at: last.finishedAt ?? last.updatedAt,
    exact: counts.added + counts.changed + counts.removed === 0,
    counts,
    drift: drift.map((row) => ({ ...row, name: names.get(`${row.kind} ${row.id}`) ?? null })),
  };
}

/** Names of rows, present or gone, under `kind id`. */
export async function namesOf(
  store: TenantStore,
  rows: readonly Pick<OrganisationDrift, 'kind' | 'id'>[],
): Promise<ReadonlyMap<string, string | null>> {
  const names = new Map<string, string | null>();
  for (const kind of ['department', 'person'] as const) {
    const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id);
    for (const { value } of await store.organisation.rows(kind, [...new Set(ids)]))
      names.set(`${kind} ${value.id}`, value.name);
  }
  return names;
}
