import { startErasure } from '#core/company/company.ts';
import { companyProfile, saveCompanyProfile } from '#core/company/company-settings.ts';
import { leaveSample } from '#core/company/leave-sample.ts';
import { nowOf } from '#core/ports/services.ts';
import { askingDevice } from '../device.ts';
import { type AnyRoute, route } from '../route.ts';
import { CompanySettings } from '../schemas/company.ts';
import { clearSessionCookie, setSessionCookie } from '../session-cookie.ts';
import { RequestInvalid } from '../validation-error.ts';

const tag = 'Company';

/** A zone that no clock knows would break every page that shows a time. */
function assertZone(zone: string, lang: 'zh' | 'en'): void {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    const problem =
      lang === 'zh' ? '没有这个时区，例如 Asia/Shanghai' : 'unknown zone, use for example Asia/Shanghai';
    throw new RequestInvalid([{ field: 'zone', problem }]);
  }
}

/** Company profile, and its end. */
export const routes: readonly AnyRoute[] = [
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
      assertZone(body.zone, tenant.lang);
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
    whileSuspended: true,
    permission: 'company.erase',
    tag,
    summary:
      'Erase the company with everything it owns; the owner of a sample company goes on in a company of their own',
    response: 'none',
    async handle({ services, tenant, session, http }) {
      if (session.tenant.sample) {
        const { sessionToken } = await leaveSample(tenant, session.person, askingDevice(http));
        setSessionCookie(http, services.publicUrl, sessionToken);
        return;
      }
      await startErasure(tenant);
      clearSessionCookie(http, services.publicUrl);
    },
  }),
];
