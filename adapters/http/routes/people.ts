import { changePerson, invitePerson, renewLink, signOutEverywhere } from '#core/company/company.ts';
import { companyProfile } from '#core/company/company-settings.ts';
import type { Person } from '#core/ports/repositories/people.ts';
import type { TenantStore } from '#core/ports/repositories/tenant-store.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  ChangePersonBody,
  InvitedPersonView,
  InvitePersonBody,
  LinkView,
  PersonView,
} from '../schemas/company.ts';
import { List } from '../schemas/shared.ts';

const tag = 'People';

/** How people are shown, with whether an office account is theirs. */
async function personViews(store: TenantStore): Promise<(person: Person) => PersonView> {
  const linked = new Set((await store.platform.accounts()).map(({ personId }) => personId));
  return (person) => ({ ...person, roles: [...person.roles], officeAccount: linked.has(person.id) });
}

const linkView = ({ url, expiresAt }: LinkView): LinkView => ({ url, expiresAt });

/** The company's people: invite, change, sign out. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/people',
    permission: 'staff.manage',
    tag,
    summary: 'People of the company',
    response: List(PersonView),
    handle: async ({ tenant }) => ({
      items: (await tenant.store.people.list()).map(await personViews(tenant.store)),
      nextCursor: null,
    }),
  }),
  route({
    method: 'post',
    path: '/api/v1/people',
    permission: 'staff.manage',
    tag,
    summary: 'Invite a person by link',
    body: InvitePersonBody,
    response: InvitedPersonView,
    status: 201,
    async handle({ services, tenant, body }) {
      const company = await companyProfile(services.system, tenant.store);
      const { person, link } = await invitePerson(tenant, { ...body, locale: body.locale ?? company.locale });
      return { person: (await personViews(tenant.store))(person), link: linkView(link) };
    },
  }),
  route({
    method: 'patch',
    path: '/api/v1/people/:personId',
    permission: 'staff.manage',
    tag,
    summary: 'Change name, roles or access of a person',
    body: ChangePersonBody,
    response: PersonView,
    handle: async ({ tenant, params, body }) =>
      (await personViews(tenant.store))(await changePerson(tenant, params.personId ?? '', body)),
  }),
  route({
    method: 'post',
    path: '/api/v1/people/:personId/link',
    permission: 'staff.manage',
    tag,
    summary: 'Make a new sign-in link for a person',
    response: LinkView,
    status: 201,
    handle: async ({ tenant, params }) => linkView(await renewLink(tenant, params.personId ?? '')),
  }),
  route({
    method: 'post',
    path: '/api/v1/people/:personId/sign-out',
    permission: 'staff.manage',
    tag,
    summary: 'End every session of a person',
    response: 'none',
    handle: ({ tenant, params }) => signOutEverywhere(tenant, params.personId ?? ''),
  }),
];
