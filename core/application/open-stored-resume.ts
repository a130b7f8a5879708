import type { Resume } from '../ports/repositories/candidates.ts';
import type { TenantContext } from '../ports/services.ts';
import type { StoredResume } from './stored-resume.ts';

type Scope = Pick<TenantContext, 'services' | 'tenantId'>;

const sealPurpose = (resumeId: string): string => `resume.parsed:${resumeId}`;

/** Seals what was read from a résumé for its row. */
export const sealStoredResume = (
  { services, tenantId }: Scope,
  resumeId: string,
  stored: StoredResume,
): Promise<string> => services.secrets.seal(tenantId, sealPurpose(resumeId), JSON.stringify(stored));

/** What was read from a résumé, opened for display. Null while it is being read. */
export async function openStoredResume(
  { services, tenantId }: Scope,
  resume: Resume,
): Promise<StoredResume | null> {
  if (!resume.parsedSealed) return null;
  const text = await services.secrets.open(tenantId, sealPurpose(resume.id), resume.parsedSealed);
  return JSON.parse(text) as StoredResume;
}
