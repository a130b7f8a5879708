import type { PlatformPerson } from '../ports/platform.ts';
import type { Mirrored } from '../ports/repositories/organisation.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';

/** Whether the platform says that this person works here and may sign in. */
export const mayEnter = (row: Mirrored<PlatformPerson> | undefined): boolean =>
  row?.present === true && (row.value.state === 'active' || row.value.state === 'inactive');

/**
 * Signs out and disables staff who are gone, resigned or frozen on the platform. The last owner stays, so that a company never
 * locks itself out; who comes back is enabled by an owner, not by the platform.
 * @param ids people on the platform to look at; null for all with an account
 */
export async function closeAccounts(
  services: Services,
  store: TenantStore,
  ids: readonly string[] | null,
): Promise<void> {
  const accounts = (await store.platform.accounts()).filter(({ id }) => ids === null || ids.includes(id));
  if (accounts.length === 0) return;
  const rows = await store.organisation.rows(
    'person',
    accounts.map(({ id }) => id),
  );
  const known = new Map(rows.map((row) => [row.value.id, row]));
  const staff = new Map((await store.people.list()).map((person) => [person.id, person]));
  const now = nowOf(services);
  for (const { id, personId } of accounts) {
    const person = staff.get(personId);
    // Somebody who signed in before the first reading is not in the mirror yet: no doubt closes an account.
    if (!person || person.state === 'disabled' || !known.has(id) || mayEnter(known.get(id))) continue;
    const owners = [...staff.values()].filter((p) => p.roles.includes('owner') && p.state !== 'disabled');
    if (owners.length === 1 && owners[0]?.id === personId) continue;
    await services.system.commit([
      store.people.update(personId, { state: 'disabled' }),
      services.system.revokeSessionsOf(store.tenantId, personId, now),
      store.audit.add({
        actor: { kind: 'system', id: null },
        action: 'person.left_platform',
        subjectKind: 'person',
        subjectId: personId,
        at: now,
      }),
    ]);
    staff.set(personId, { ...person, state: 'disabled' });
  }
}
