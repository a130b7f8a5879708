import type { SystemStore } from '../ports/repositories/system-store.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';

/** Company-wide texts and defaults; see the field comments of the API schema. */
export interface CompanyProfile {
  readonly name: string;
  readonly contact: string;
  readonly retentionDays: number;
  readonly feedbackToAll: boolean;
}

const key = 'company.profile';

/** The company's profile with the product's defaults where nothing was set. */
export async function companyProfile(system: SystemStore, store: TenantStore): Promise<CompanyProfile> {
  const tenant = await system.tenant(store.tenantId);
  const stored = await store.settings.get<Partial<CompanyProfile>>(key);
  return {
    name: tenant?.name ?? '',
    contact: '',
    retentionDays: 180,
    feedbackToAll: true,
    ...stored,
  };
}

/** Prepares saving a profile. */
export const saveCompanyProfile = (store: TenantStore, profile: CompanyProfile, at: string) =>
  store.settings.set(key, profile, at);
