import type { TenantStore } from '../ports/repositories/tenant-store.ts';

/** Days for which somebody who agreed to the talent pool is kept after an application ended: its consent says 12 months. */
export const talentPoolDays = 365;

/** Whether the candidate of an interview agrees, as of now, to be kept and contacted about other jobs. */
export async function agreesToTalentPool(
  store: Pick<TenantStore, 'consents'>,
  interviewId: string,
): Promise<boolean> {
  const rows = (await store.consents.ofInterview(interviewId)).filter(({ kind }) => kind === 'talent_pool');
  return rows.at(-1)?.granted === true;
}
