import type { Resume } from '../ports/repositories/candidates.ts';
import type { TenantContext } from '../ports/services.ts';
import type { StoredResume } from './stored-resume.ts';

type Scope = Pick<TenantContext, 'services' | 'tenantId'>;

/** The purpose under which what was read from a résumé is sealed. */
export const parsedPurpose = (resumeId: string): string => `resume.parsed:${resumeId}`;

/** Seals what was read from a résumé for its row. */
export const sealStoredResume = (
  { services, tenantId }: Scope,
  resumeId: string,
  stored: StoredResume,
): Promise<string> => services.secrets.seal(tenantId, parsedPurpose(resumeId), JSON.stringify(stored));

/** What was read from a résumé, opened for display. Null while it is being read. */
export async function openStoredResume(
  { services, tenantId }: Scope,
  resume: Resume,
): Promise<StoredResume | null> {
  if (!resume.parsedSealed) return null;
  const text = await services.secrets.open(tenantId, parsedPurpose(resume.id), resume.parsedSealed);
  return JSON.parse(text) as StoredResume;
}
