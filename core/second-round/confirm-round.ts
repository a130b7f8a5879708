import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';

/** The writes by which an interviewer says that they come; none where it is said already, or where they are not asked. */
export async function confirmRound(
  { services, store, actor }: TenantContext,
  roundId: string,
): Promise<readonly Change[]> {
  const round = await store.secondRounds.get(roundId);
  const personId = actor.id;
  if (round?.state !== 'arranged' || personId === null) return [];
  if (!round.interviewerIds.includes(personId) || round.confirmed[personId]) return [];
  return [store.secondRounds.confirm(roundId, personId, nowOf(services))];
}
