import { AppError } from '../errors/app-error.ts';
import type { Person } from '../ports/repositories/people.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { prepareCompany } from './company.ts';
import type { Device } from './device.ts';
import { prepareSession } from './sign-in.ts';

/**
 * Removes the sample company and leads its owner into a company of their own, in one batch: nobody is ever left without
 * a way in. Returns the token of the owner's session there.
 * @throws AppError `STATE_CONFLICT` when the company is no sample.
 */
export async function leaveSample(
  context: TenantContext,
  owner: Person,
  device: Device | null,
): Promise<{ readonly sessionToken: string; readonly tenantId: string }> {
  const { services, tenantId, lang } = context;
  const { system } = services;
  const sample = await system.tenant(tenantId);
  if (!sample?.sample) throw new AppError('STATE_CONFLICT', { details: { state: sample?.state ?? '' } });
  const company = prepareCompany(
    services,
    {
      name: lang === 'zh' ? '我的公司' : 'My company',
      ownerName: lang === 'zh' ? '负责人' : 'Owner',
      sample: false,
      locale: owner.locale === 'en-US' ? 'en-US' : 'zh-CN',
    },
    'active',
  );
  const session = await prepareSession(services, company.tenantId, company.ownerId, device);
  await system.commit([
    system.setTenantState(tenantId, 'active', 'erasing', nowOf(services)),
    system.enqueue(tenantId, 'tenant.erase', { tenantId }),
    ...company.changes,
    session.change,
  ]);
  return { sessionToken: session.token, tenantId: company.tenantId };
}
