import type { Locale } from '../i18n/locale.ts';
import type { Person } from '../ports/repositories/people.ts';
import type { Services } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { saveCompanyProfile, savedCompanyProfile } from './company-settings.ts';

interface SampleNames {
  readonly company: string;
  readonly owner: string;
}

/** What the company to try things in and its owner are called. */
export const sampleNames: Readonly<Record<Locale, SampleNames>> = {
  'zh-CN': { company: '示例公司', owner: '示例管理员' },
  'en-US': { company: 'Sample company', owner: 'Sample owner' },
};

const shipped = (part: keyof SampleNames, name: string | null): boolean =>
  Object.values(sampleNames).some((names) => names[part] === name);

/**
 * Lets the shipped names of a sample company follow the language that `person` chose, so that nobody tries the product
 * in one language under names of another. Names that somebody gave stay; a real company is left alone.
 */
export async function sampleInLanguage(
  services: Services,
  tenantId: string,
  person: Person,
  locale: Locale,
  at: string,
): Promise<readonly Change[]> {
  const tenant = await services.system.tenant(tenantId);
  if (!tenant?.sample) return [];
  const store = services.stores.open(tenantId);
  const { company, owner } = sampleNames[locale];
  const saved = await savedCompanyProfile(store);
  return [
    ...(shipped('company', tenant.name) && tenant.name !== company
      ? [
          services.system.renameTenant(tenantId, company),
          ...(saved ? [saveCompanyProfile(store, { ...saved, name: company }, at)] : []),
        ]
      : []),
    ...(shipped('owner', person.name) && person.name !== owner
      ? [store.people.update(person.id, { name: owner })]
      : []),
  ];
}
