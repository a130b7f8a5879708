import { mayEnter } from '../organisation/close-accounts.ts';
import { effectiveOrganisation } from '../organisation/overlay.ts';
import type { PlatformDepartment, PlatformPerson } from '../ports/platform.ts';
import type { Person } from '../ports/repositories/people.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { type ApproverKey, officeKey, staffKey } from './approval.ts';

/** Somebody who may be asked, whoever knows them: Jinji's staff list, the office directory, or both. */
export interface BookEntry {
  readonly key: ApproverKey;
  readonly name: string | null;
  readonly personId: string | null;
  readonly officeId: string | null;
  /** False: left the company, or is frozen. */
  readonly present: boolean;
}

/** The company's people as approvals see them. */
export interface PeopleBook {
  /** Null for a key that names nobody. */
  find(key: ApproverKey): Promise<BookEntry | null>;
  staff(): readonly Person[];
  /** All keys of the same person. */
  keysOf(personId: string): readonly ApproverKey[];
  /** Id on the platform of somebody of the staff, or null. */
  officeIdOf(personId: string): string | null;
  /** The office directory with local changes; null where no platform has been read. */
  office(): Promise<OfficeBook | null>;
}

export interface OfficeBook {
  readonly departments: ReadonlyMap<string, PlatformDepartment>;
  /** Null: unknown. Gone people are answered with the state `resigned`. */
  person(id: string): Promise<PlatformPerson | null>;
}

/** Opens the book; everything is read at most once. */
export async function peopleBook(store: TenantStore): Promise<PeopleBook> {
  const staff = await store.people.list();
  const accounts = await store.platform.accounts();
  const byPerson = new Map(accounts.map(({ id, personId }) => [personId, id]));
  const byOffice = new Map(accounts.map(({ id, personId }) => [id, personId]));
  const people = new Map(staff.map((person) => [person.id, person]));
  const openOffice = officeReader(store);
  const canonical = (key: ApproverKey): ApproverKey => {
    const office = key.startsWith('office:') ? byOffice.get(key.slice(7)) : undefined;
    return office === undefined ? key : staffKey(office);
  };
  return {
    staff: () => staff,
    officeIdOf: (personId) => byPerson.get(personId) ?? null,
    keysOf: (personId) => {
      const office = byPerson.get(personId);
      return [staffKey(personId), ...(office === undefined ? [] : [officeKey(office)])];
    },
    office: openOffice,
    async find(wanted) {
      const key = canonical(wanted);
      const personId = key.startsWith('staff:') ? key.slice(6) : null;
      const person = personId === null ? null : (people.get(personId) ?? null);
      const officeId = personId === null ? key.slice(7) : (byPerson.get(personId) ?? null);
      const colleague = officeId === null ? null : ((await (await openOffice())?.person(officeId)) ?? null);
      if (!person && !colleague) return null;
      const works = colleague === null || colleague.state === 'active' || colleague.state === 'inactive';
      return {
        key,
        name: person?.name ?? colleague?.name ?? null,
        personId,
        officeId,
        present: works && person?.state !== 'disabled',
      };
    },
  };
}

function officeReader(store: TenantStore): () => Promise<OfficeBook | null> {
  let opened: Promise<OfficeBook | null> | undefined;
  const read = async (): Promise<OfficeBook | null> => {
    const departments = (await store.organisation.departments()).map(({ value }) => value);
    if (departments.length === 0) return null;
    const operations = await store.organisation.operations();
    const known = new Map<string, PlatformPerson | null>();
    const laidOver = effectiveOrganisation(departments, [], operations);
    return {
      departments: new Map(laidOver.departments.map((one) => [one.id, one])),
      async person(id) {
        const seen = known.get(id);
        if (seen !== undefined) return seen;
        const [row] = await store.organisation.rows('person', [id]);
        const value = row && (mayEnter(row) ? row.value : { ...row.value, state: gone(row.value) });
        const own = operations.filter(({ subjectId }) => subjectId === id);
        const targets = await store.organisation.rows('person', managersIn(own));
        const all = value ? [value, ...targets.map((target) => target.value)] : [];
        const found =
          effectiveOrganisation(departments, all, own).people.find((one) => one.id === id) ?? null;
        known.set(id, found);
        return found;
      },
    };
  };
  return () => {
    opened ??= read();
    return opened;
  };
}

const gone = (person: PlatformPerson): PlatformPerson['state'] =>
  person.state === 'disabled' ? 'disabled' : 'resigned';

const managersIn = (operations: readonly { readonly field: string; readonly value: unknown }[]): string[] =>
  operations.flatMap(({ field, value }) =>
    field === 'managerId' && typeof value === 'string' ? [value] : [],
  );
