import { Type } from '@sinclair/typebox';
import { type Permission, permissionsOf } from '#core/access/permissions.ts';
import { changePerson, invitePerson, renewLink, startErasure } from '#core/company/company.ts';
import { companyProfile, saveCompanyProfile } from '#core/company/company-settings.ts';
import { redeemSignInLink } from '#core/company/sign-in.ts';
import type { Person } from '#core/ports/repositories/people.ts';
import { nowOf } from '#core/ports/services.ts';
import { type AnyRoute, route, type StaffSession } from '../route.ts';
import {
  AuditView,
  ChangePersonBody,
  CompanySettings,
  InvitedPersonView,
  InvitePersonBody,
  LinkView,
  PersonView,
  RedeemBody,
  SessionView,
} from '../schemas/company.ts';
import { List, PageQuery } from '../schemas/shared.ts';
import { clearSessionCookie, setSessionCookie } from '../session-cookie.ts';

const tag = 'Company';

const personView = (person: Person): PersonView => ({ ...person, roles: [...person.roles] });

const sessionView = ({ person, tenant }: StaffSession): SessionView => ({
  person: { id: person.id, name: person.name, roles: [...person.roles] },
  tenant: { id: tenant.id, name: tenant.name, sample: tenant.sample },
  locale: person.locale,
  permissions: [...permissionsOf(person.roles)] as Permission[],
});

const linkView = ({ url, expiresAt }: LinkView): LinkView => ({ url, expiresAt });

const sessionRoutes: readonly AnyRoute[] = [
  route({
    method: 'post',
    path: '/api/v1/session',
    permission: 'public',
    rate: 20,
    tag,
    summary: 'Redeem a single-use sign-in link',
    body: RedeemBody,
    response: 'none',
    async handle({ services, body, http }) {
      const redeemed = await redeemSignInLink(services, body.token);
      setSessionCookie(http, services.publicUrl, redeemed.sessionToken);
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/session',
    permission: 'signed_in',
    tag,
    summary: 'Who is signed in, where, and what they may do',
    response: SessionView,
    handle: async ({ session }) => sessionView(session),
  }),
  route({
    method: 'delete',
    path: '/api/v1/session',
    permission: 'signed_in',
    tag,
    summary: 'Sign out of this browser',
    response: 'none',
    async handle({ services, session, http }) {
      await services.system.commit([services.system.revokeSession(session.tokenHash, nowOf(services))]);
      clearSessionCookie(http, services.publicUrl);
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/session/locale',
    permission: 'signed_in',
    tag,
    summary: 'Remember the language of the signed-in person',
    body: Type.Object(
      { locale: Type.Union([Type.Literal('zh-CN'), Type.Literal('en-US')]) },
      { additionalProperties: false },
    ),
    response: 'none',
    async handle({ tenant, session, body }) {
      await tenant.store.commit([tenant.store.people.update(session.person.id, { locale: body.locale })]);
    },
  }),
];

const staffRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/people',
    permission: 'staff.manage',
    tag,
    summary: 'People of the company',
    response: List(PersonView),
    handle: async ({ tenant }) => ({
      items: (await tenant.store.people.list()).map(personView),
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
    async handle({ tenant, body, locale }) {
      const { person, link } = await invitePerson(tenant, { ...body, locale: body.locale ?? locale });
      return { person: personView(person), link: linkView(link) };
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
      personView(await changePerson(tenant, params.personId ?? '', body)),
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
];

const companyRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/company',
    permission: 'settings.read',
    tag,
    summary: 'Company profile and defaults',
    response: CompanySettings,
    handle: ({ services, tenant }) => companyProfile(services.system, tenant.store),
  }),
  route({
    method: 'put',
    path: '/api/v1/company',
    permission: 'settings.write',
    tag,
    summary: 'Save company profile and defaults',
    body: CompanySettings,
    response: CompanySettings,
    async handle({ services, tenant, body }) {
      const now = nowOf(services);
      await services.system.commit([
        services.system.renameTenant(tenant.tenantId, body.name),
        saveCompanyProfile(tenant.store, body, now),
        tenant.store.audit.add({
          actor: tenant.actor,
          action: 'company.changed',
          subjectKind: 'company',
          subjectId: tenant.tenantId,
          at: now,
        }),
      ]);
      return body;
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/company',
    permission: 'company.erase',
    tag,
    summary: 'Erase the company with everything it owns (the way the sample company is removed)',
    response: 'none',
    async handle({ services, tenant, http }) {
      await startErasure(tenant);
      clearSessionCookie(http, services.publicUrl);
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/audit',
    permission: 'audit.read',
    tag,
    summary: 'What happened, newest first',
    query: Type.Object(
      { ...PageQuery, subject: Type.Optional(Type.String()) },
      { additionalProperties: false },
    ),
    response: List(AuditView),
    async handle({ tenant, query }) {
      const limit = query.limit ?? 50;
      const rows = await tenant.store.audit.list({
        limit: limit + 1,
        ...(query.cursor ? { before: query.cursor } : {}),
        ...(query.subject ? { subjectId: query.subject } : {}),
      });
      const names = new Map((await tenant.store.people.list()).map((p) => [p.id, p.name]));
      const items = rows.slice(0, limit).map((row) => ({
        id: row.id,
        at: row.at,
        actorKind: row.actor.kind,
        actorName: row.actor.id ? (names.get(row.actor.id) ?? null) : null,
        action: row.action,
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        data: { ...row.data },
        sealed: row.chainIndex !== null,
      }));
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  }),
];

/** Sign-in, staff, company profile, audit. */
export const routes: readonly AnyRoute[] = [...sessionRoutes, ...staffRoutes, ...companyRoutes];
