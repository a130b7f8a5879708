import type { PlatformPerson } from '../ports/platform.ts';
import type { TenantContext } from '../ports/services.ts';
import { type ApproverKey, staffKey } from './approval.ts';
import { type OfficeBook, peopleBook } from './people-book.ts';

const most = 20;

/** Somebody who can be named as an approver. */
export interface Colleague {
  readonly key: ApproverKey;
  readonly name: string | null;
  /** Position and departments, by which two of the same name are told apart; null where neither is known. */
  readonly place: string | null;
}

/**
 * People who work here and can decide in Jinji: the staff list first, then colleagues of the office directory who have not signed in
 * yet. Twenty at most; more letters narrow it.
 */
export async function findColleagues(
  { store, actor }: TenantContext,
  search: string,
): Promise<readonly Colleague[]> {
  const wanted = search.trim().toLowerCase();
  const fits = (name: string | null): boolean =>
    wanted === '' || (name?.toLowerCase().includes(wanted) ?? false);
  const book = await peopleBook(store);
  const staff = book
    .staff()
    .filter((one) => one.id !== actor.id && one.state !== 'disabled' && fits(one.name));
  const found: Found[] = staff.map(({ id, name }) => ({
    key: staffKey(id),
    name,
    officeId: book.officeIdOf(id),
  }));
  const linked = new Set((await store.platform.accounts()).map(({ id }) => id));
  let after: string | null = null;
  while (found.length < most) {
    const rows = await store.organisation.people({ after, limit: 200 });
    for (const { value } of rows) {
      const works = value.state === 'active' || value.state === 'inactive';
      if (works && !linked.has(value.id) && fits(value.name))
        found.push({ key: `office:${value.id}`, name: value.name, officeId: value.id });
    }
    const last = rows.at(-1);
    if (rows.length < 200 || !last) break;
    after = last.value.id;
  }
  const office = await book.office();
  return Promise.all(
    found.slice(0, most).map(async ({ officeId, ...one }) => ({
      ...one,
      place: office && officeId ? placeOf(await office.person(officeId), office) : null,
    })),
  );
}

type Found = Omit<Colleague, 'place'> & { readonly officeId: string | null };

function placeOf(person: PlatformPerson | null, { departments }: OfficeBook): string | null {
  const names = person?.departmentIds.map((id) => departments.get(id)?.name ?? null) ?? [];
  return [person?.title ?? null, ...names].filter((word) => word !== null).join(' · ') || null;
}
