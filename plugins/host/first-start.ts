import { prepareCompany } from '#core/company/company.ts';
import { sampleNames } from '#core/company/sample-names.ts';
import { prepareSignInLink } from '#core/company/sign-in.ts';
import { AppError } from '#core/errors/app-error.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import type { CommonConfig } from './config.ts';

/** Makes the sample company of a fresh installation; returns the owner's one-time link, or null when nothing was to do. */
export async function firstStart(
  config: Pick<CommonConfig, 'sampleCompany' | 'locale'>,
  services: Services,
): Promise<string | null> {
  if (!config.sampleCompany || (await services.system.tenants()).length > 0) return null;
  const names = sampleNames[config.locale];
  const company = {
    name: names.company,
    ownerName: names.owner,
    sample: true,
    locale: config.locale,
  };
  const { tenantId, ownerId, changes } = prepareCompany(services, company, 'invited');
  const link = await prepareSignInLink(services, tenantId, ownerId);
  try {
    await services.system.commit([services.system.onlyWithoutTenants(), ...changes, link.change]);
  } catch (error) {
    if (error instanceof AppError && error.code === 'CONFLICT') return null; // another process was first
    throw error;
  }
  return link.url;
}

/** A new one-time link for an owner of the oldest company that is open; null when there is none. */
export async function ownerLinkAgain(services: Services): Promise<string | null> {
  for (const tenant of await services.system.tenants()) {
    if (tenant.state !== 'active') continue;
    const store = services.stores.open(tenant.id);
    const owner = (await store.people.list()).find(
      (person) => person.state !== 'disabled' && person.roles.includes('owner'),
    );
    if (!owner) continue;
    const link = await prepareSignInLink(services, tenant.id, owner.id);
    await store.commit([
      link.change,
      store.audit.add({
        actor: { kind: 'operator', id: null },
        action: 'person.link_renewed',
        subjectKind: 'person',
        subjectId: owner.id,
        at: nowOf(services),
      }),
    ]);
    return link.url;
  }
  return null;
}
