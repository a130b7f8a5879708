import type { Role } from '../access/permissions.ts';
import { AppError } from '../errors/app-error.ts';
import type { PlatformConnection } from '../ports/platform.ts';
import type { AdminLevel } from '../ports/platform-marketplace.ts';
import type { Person } from '../ports/repositories/people.ts';
import type { PlatformAccount } from '../ports/repositories/platforms.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services, type TenantContext } from '../ports/services.ts';

/** The role that follows from a level on the platform; `none`: nothing follows, roles are given in Jinji alone. */
export type FollowedRole = Extract<Role, 'owner' | 'hr'> | 'none';
export type AdminRoleRule = Readonly<Record<AdminLevel, FollowedRole>>;

const ruleKey = 'platform.admin_roles';
const usualRule: AdminRoleRule = { admin: 'owner', sub_admin: 'hr' };
/** Who connects an app of the company's own is an owner already: nothing follows before somebody says so. */
const ownAppRule: AdminRoleRule = { admin: 'none', sub_admin: 'none' };

/** The company's rule. */
export const adminRoleRule = async (store: TenantStore): Promise<AdminRoleRule> => ({
  ...((await store.platform.installation())?.kind === 'own' ? ownAppRule : usualRule),
  ...(await store.settings.get<Partial<AdminRoleRule>>(ruleKey)),
});

/** Changes the rule; who holds which role follows at once. @throws AppError of the platform */
export async function setAdminRoleRule(
  context: TenantContext,
  rule: AdminRoleRule,
  connection: PlatformConnection,
): Promise<void> {
  const { services, store, actor } = context;
  const at = nowOf(services);
  await store.commit([
    store.settings.set(ruleKey, rule, at),
    store.audit.add({
      actor,
      action: 'platform.role_rule_changed',
      subjectKind: 'platform',
      subjectId: ruleKey,
      at,
      data: { ...rule },
    }),
  ]);
  await followAdminRoles(services, store, connection, null);
}

/** Own roles stay as they are; only what was granted for the platform's sake comes and goes. */
export function followedRoles(
  person: Pick<Person, 'roles'>,
  granted: readonly Role[],
  wanted: FollowedRole,
): { readonly roles: readonly Role[]; readonly granted: readonly Role[] } {
  const own = person.roles.filter((role) => !granted.includes(role));
  const added: readonly Role[] = wanted === 'none' || own.includes(wanted) ? [] : [wanted];
  const roles = [...added, ...own];
  return { roles: roles.length > 0 ? roles : ['employee'], granted: added };
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

/**
 * Gives and takes roles as the platform's administrators change. The company's last owner keeps the role whatever the platform says, and
 * who was disabled here stays so.
 * @param ids accounts to look at; null for all
 * @throws AppError of the platform
 */
export async function followAdminRoles(
  services: Services,
  store: TenantStore,
  { admins }: PlatformConnection,
  ids: readonly string[] | null,
): Promise<void> {
  if (admins === null) return;
  const accounts = (await store.platform.accounts()).filter(({ id, grantedRoles }) =>
    ids === null ? !admins.perPerson || grantedRoles.length > 0 : ids.includes(id),
  );
  if (accounts.length === 0) return;
  const rule = await adminRoleRule(store);
  // Asking may count against the month's calls.
  const idle = rule.admin === 'none' && rule.sub_admin === 'none';
  if (idle && accounts.every(({ grantedRoles }) => grantedRoles.length === 0)) return;
  const levels = await admins.levels(accounts.map(({ id }) => id));
  for (const account of accounts) {
    const level = levels.get(account.id);
    await follow(services, store, account, level ? rule[level] : 'none');
  }
}

async function follow(
  services: Services,
  store: TenantStore,
  account: PlatformAccount,
  wanted: FollowedRole,
): Promise<void> {
  const people = await store.people.list();
  const person = people.find(({ id }) => id === account.personId);
  if (!person || person.state === 'disabled') return;
  const next = followedRoles(person, account.grantedRoles, wanted);
  if (same(next.roles, person.roles) && same(next.granted, account.grantedRoles)) return;
  const owners = people.filter(({ roles, state }) => roles.includes('owner') && state !== 'disabled');
  const losesOwner = person.roles.includes('owner') && !next.roles.includes('owner');
  if (losesOwner && owners.length === 1) return;
  await store.commit([
    store.people.update(person.id, { roles: next.roles }),
    store.platform.setGrantedRoles(account.id, next.granted),
    store.audit.add({
      actor: { kind: 'system', id: null },
      action: 'person.roles_followed',
      subjectKind: 'person',
      subjectId: person.id,
      at: nowOf(services),
      data: { roles: [...next.roles] },
    }),
  ]);
}

/** The same where it must not stop what it comes along with: the next reading makes up for it. */
export async function followAdminRolesIfAnswered(
  services: Services,
  store: TenantStore,
  connection: PlatformConnection,
  ids: readonly string[] | null,
): Promise<void> {
  try {
    await followAdminRoles(services, store, connection, ids);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    services.log.warn('platform.admins_unknown', { tenant: store.tenantId, code: error.code });
  }
}
