import { AppError } from '../errors/app-error.ts';
import type { TenantContext } from '../ports/services.ts';
import { nowOf } from '../ports/services.ts';

/** What the minors' rule says (R15): under 16 nobody is interviewed, at 16 and 17 the guardian is told. */
export type MinorRule = 'too_young' | 'guardian';

/** The rule for a year of birth; null for adults and where it is not known. Only the year is kept, so the doubt counts for care. */
export function minorRule(birthYear: number | null | undefined, now: string): MinorRule | null {
  if (!birthYear) return null;
  const age = Number(now.slice(0, 4)) - birthYear;
  if (age < 16) return 'too_young';
  return age < 18 ? 'guardian' : null;
}

/**
 * Refuses to invite somebody under 16.
 * @throws AppError `CANDIDATE_TOO_YOUNG`
 */
export async function refuseTooYoung(
  { services, store }: TenantContext,
  applicationId: string,
): Promise<void> {
  const application = await store.applications.get(applicationId);
  const candidate = application && (await store.candidates.get(application.candidateId));
  if (minorRule(candidate?.profile?.birthYear, nowOf(services)) === 'too_young') {
    throw new AppError('CANDIDATE_TOO_YOUNG');
  }
}
