import { Type } from '@sinclair/typebox';
import { type Permission, permissionsOf } from '#core/access/permissions.ts';
import { signOutEverywhere } from '#core/company/company.ts';
import { companyProfile } from '#core/company/company-settings.ts';
import { sampleInLanguage } from '#core/company/sample-names.ts';
import { lastUsedAt, redeemSignInLink } from '#core/company/sign-in.ts';
import { nowOf, type TenantContext } from '#core/ports/services.ts';
import { askingDevice, namedDevice } from '../device.ts';
import { type AnyRoute, route, type StaffSession } from '../route.ts';
import { RedeemBody, SessionView } from '../schemas/company.ts';
import { SessionEntryView } from '../schemas/settings.ts';
import { List } from '../schemas/shared.ts';
import { clearSessionCookie, setSessionCookie } from '../session-cookie.ts';

const tag = 'Session';

async function sessionView(
  { services, store }: TenantContext,
  { person, tenant }: StaffSession,
): Promise<SessionView> {
  const { zone } = await companyProfile(services.system, store);
  const suspended = tenant.state === 'suspended';
  const installation = suspended ? await store.platform.installation() : null;
  return {
    person: { id: person.id, name: person.name, roles: [...person.roles] },
    tenant: {
      id: tenant.id,
      name: tenant.name,
      sample: tenant.sample,
      state: suspended ? 'suspended' : 'active',
      eraseAt: installation?.facts?.eraseAt ?? null,
    },
    locale: person.locale,
    zone,
    permissions: [...permissionsOf(person.roles)] as Permission[],
  };
}

/** Sign-in and the sessions of the person who asks. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'post',
    path: '/api/v1/session',
    permission: 'public',
    rate: 20,
    tag,
    summary: 'Redeem a single-use sign-in link',
    body: RedeemBody,
    response: 'none',
    async handle({ services, body, locale, http }) {
      const redeemed = await redeemSignInLink(services, body.token, { locale, device: askingDevice(http) });
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
    handle: ({ tenant, session }) => sessionView(tenant, session),
  }),
  route({
    method: 'delete',
    path: '/api/v1/session',
    whileSuspended: true,
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
    async handle({ services, tenant, session, body }) {
      const { tenantId, store } = tenant;
      const at = nowOf(services);
      await services.system.commit([
        store.people.update(session.person.id, { locale: body.locale }),
        ...(await sampleInLanguage(services, tenantId, session.person, body.locale, at)),
      ]);
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/session/all',
    permission: 'signed_in',
    tag,
    summary: 'Every browser that the signed-in person is signed in on',
    response: List(SessionEntryView),
    async handle({ services, tenant, session }) {
      const held = await services.system.sessionsOf(tenant.tenantId, session.person.id, nowOf(services));
      return {
        items: held.map(({ tokenHash, createdAt, expiresAt, device }) => ({
          createdAt,
          expiresAt,
          lastUsedAt: lastUsedAt({ expiresAt }),
          device: device && namedDevice(device),
          current: tokenHash === session.tokenHash,
        })),
        nextCursor: null,
      };
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/session/others',
    whileSuspended: true,
    permission: 'signed_in',
    tag,
    summary: 'Sign out of every other browser',
    response: 'none',
    handle: ({ tenant, session }) => signOutEverywhere(tenant, session.person.id, session.tokenHash),
  }),
];
