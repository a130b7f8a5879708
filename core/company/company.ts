import type { Role } from '../access/permissions.ts';
import { AppError } from '../errors/app-error.ts';
import type { Person } from '../ports/repositories/people.ts';
import { nowOf, type Services, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { type PreparedLink, prepareSignInLink } from './sign-in.ts';

/** A new company with its first owner. */
export interface NewCompany {
  readonly name: string;
  readonly ownerName: string;
  readonly sample: boolean;
  readonly locale: 'zh-CN' | 'en-US';
}

/** The writes that make a company with its first owner, and the ids they use. */
export interface PreparedCompany {
  readonly tenantId: string;
  readonly ownerId: string;
  readonly changes: readonly Change[];
}

/** Prepares a company on the local platform; nothing is written yet. */
export function prepareCompany(
  services: Services,
  company: NewCompany,
  ownerState: Person['state'],
): PreparedCompany {
  const { system, ids } = services;
  const now = nowOf(services);
  const tenantId = ids.next('tnt');
  const ownerId = ids.next('per');
  const store = services.stores.open(tenantId);
  const changes = [
    system.addTenant({
      id: tenantId,
      name: company.name,
      platform: 'local',
      sample: company.sample,
      locale: company.locale,
      region: 'cn',
      state: 'active',
      createdAt: now,
      erasedAt: null,
    }),
    store.people.add({
      id: ownerId,
      name: company.ownerName,
      roles: ['owner'],
      state: ownerState,
      locale: company.locale,
      createdAt: now,
      lastSeenAt: ownerState === 'active' ? now : null,
    }),
    store.audit.add({
      actor: { kind: 'system', id: null },
      action: 'company.created',
      subjectKind: 'company',
      subjectId: tenantId,
      data: { sample: company.sample },
      at: now,
    }),
  ];
  return { tenantId, ownerId, changes };
}

/** Creates a company on the local platform and the owner's first sign-in link, in one batch. */
export async function createCompany(
  services: Services,
  company: NewCompany,
): Promise<{ readonly tenantId: string; readonly ownerId: string; readonly link: PreparedLink }> {
  const { tenantId, ownerId, changes } = prepareCompany(services, company, 'invited');
  const link = await prepareSignInLink(services, tenantId, ownerId);
  await services.system.commit([...changes, link.change]);
  return { tenantId, ownerId, link };
}

/** Starts to erase a company: it closes at once, a background job destroys keys, rows and objects. */
export async function startErasure(context: TenantContext): Promise<void> {
  const { services, tenantId } = context;
  const { system } = services;
  const now = nowOf(services);
  const tenant = await system.tenant(tenantId);
  const from = tenant?.state === 'suspended' ? 'suspended' : 'active';
  await system.commit([
    system.setTenantState(tenantId, from, 'erasing', now),
    system.enqueue(tenantId, 'tenant.erase', { tenantId }),
  ]);
}

/** Adds a person of the staff and prepares the sign-in link to send. */
export async function invitePerson(
  context: TenantContext,
  input: { readonly name: string; readonly roles: readonly Role[]; readonly locale: 'zh-CN' | 'en-US' },
): Promise<{ readonly person: Person; readonly link: PreparedLink }> {
  const { services, store, tenantId } = context;
  const now = nowOf(services);
  const person: Person = {
    id: services.ids.next('per'),
    name: input.name,
    roles: input.roles,
    state: 'invited',
    locale: input.locale,
    createdAt: now,
    lastSeenAt: null,
  };
  const link = await prepareSignInLink(services, tenantId, person.id, invitationMinutes);
  await store.commit([
    store.people.add(person),
    link.change,
    audited(context, 'person.invited', person.id, { roles: [...input.roles] }),
  ]);
  return { person, link };
}

/** A staff invitation is sent by chat and may wait for the morning. */
export const invitationMinutes = 3 * 24 * 60;

/** Makes a fresh sign-in link for somebody of the staff. */
export async function renewLink(context: TenantContext, personId: string): Promise<PreparedLink> {
  const { services, store, tenantId } = context;
  const person = await store.people.get(personId);
  if (!person) throw new AppError('NOT_FOUND');
  if (person.state === 'disabled') throw new AppError('STATE_CONFLICT', { details: { state: person.state } });
  const link = await prepareSignInLink(services, tenantId, personId, invitationMinutes);
  await store.commit([link.change, audited(context, 'person.link_renewed', personId)]);
  return link;
}

/**
 * Changes roles, name or access of a person. The last active owner can be neither disabled nor lose the role.
 * @throws AppError `NOT_FOUND`, `VALIDATION`
 */
export async function changePerson(
  context: TenantContext,
  personId: string,
  set: { readonly name?: string; readonly roles?: readonly Role[]; readonly state?: 'active' | 'disabled' },
): Promise<Person> {
  const { services, store, tenantId } = context;
  const people = await store.people.list();
  const person = people.find((p) => p.id === personId);
  if (!person) throw new AppError('NOT_FOUND');
  const next: Person = { ...person, ...set };
  const owners = people
    .map((p) => (p.id === personId ? next : p))
    .filter((p) => p.roles.includes('owner') && p.state !== 'disabled');
  if (owners.length === 0) {
    throw new AppError('VALIDATION', {
      details: {
        field: 'roles',
        problem: context.lang === 'zh' ? '公司至少要有一位负责人' : 'a company needs at least one owner',
      },
    });
  }
  const now = nowOf(services);
  await services.system.commit([
    store.people.update(personId, set),
    // Roles are read at each request, so only a disabled person has to be signed out.
    ...(set.state === 'disabled' ? [services.system.revokeSessionsOf(tenantId, personId, now)] : []),
    audited(context, 'person.changed', personId, { ...set, name: set.name !== undefined }),
  ]);
  return next;
}

/** Ends every session of a person; `except` keeps the one that asks (its token's hash). */
export async function signOutEverywhere(
  context: TenantContext,
  personId: string,
  except?: string,
): Promise<void> {
  const { services, store, tenantId } = context;
  if (!(await store.people.get(personId))) throw new AppError('NOT_FOUND');
  await services.system.commit([
    services.system.revokeSessionsOf(tenantId, personId, nowOf(services), except),
    audited(context, 'person.signed_out', personId),
  ]);
}

function audited(context: TenantContext, action: string, subjectId: string, data?: Record<string, unknown>) {
  return context.store.audit.add({
    actor: context.actor,
    action,
    subjectKind: 'person',
    subjectId,
    at: nowOf(context.services),
    ...(data ? { data } : {}),
  });
}
