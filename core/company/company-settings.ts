import type { JobDefinition } from '../job/job-definition.ts';
import type { SystemStore } from '../ports/repositories/system-store.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';

/** Company-wide texts and defaults; see the field comments of the API schema. */
export interface CompanyProfile {
  readonly name: string;
  readonly contact: string;
  readonly locale: 'zh-CN' | 'en-US';
  /** IANA zone in which the company's times are shown. */
  readonly zone: string;
  /** Region policy that new jobs begin with. */
  readonly region: JobDefinition['region'];
  /** Whether new jobs hide the AI's score until a person has rated. */
  readonly humanRatesFirst: boolean;
  /** Days after the end of an application. */
  readonly videoDays: number;
  readonly audioDays: number;
  readonly retentionDays: number;
  /** Country, city and host of the data in the company's words, told to candidates; '' unless given. */
  readonly dataPlace: string;
}

const key = 'company.profile';

/** The product's defaults: days follow assessment R9. */
const defaults = {
  contact: '',
  region: 'cn',
  humanRatesFirst: false,
  videoDays: 30,
  audioDays: 90,
  retentionDays: 180,
  dataPlace: '',
} as const;

/** What somebody saved of it; null while the product's defaults stand. */
export const savedCompanyProfile = (store: TenantStore): Promise<Partial<CompanyProfile> | null> =>
  store.settings.get<Partial<CompanyProfile>>(key);

/** The company's profile with the product's defaults where nothing was set. */
export async function companyProfile(system: SystemStore, store: TenantStore): Promise<CompanyProfile> {
  const tenant = await system.tenant(store.tenantId);
  const stored = await savedCompanyProfile(store);
  const locale = tenant?.locale === 'en-US' ? 'en-US' : 'zh-CN';
  return {
    ...defaults,
    name: tenant?.name ?? '',
    locale,
    zone: locale === 'zh-CN' ? 'Asia/Shanghai' : 'UTC',
    ...stored,
  };
}

/** Prepares saving a profile. */
export const saveCompanyProfile = (store: TenantStore, profile: Partial<CompanyProfile>, at: string) =>
  store.settings.set(key, profile, at);
