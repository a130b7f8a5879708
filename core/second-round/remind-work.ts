import { type Services, tenantContext } from '../ports/services.ts';
import { tellInterviewers } from './round-notices.ts';
import { endOf } from './second-round.ts';

/** Reminds the interviewers of an arrangement that still stands: before it begins, and of their scorecards when it is over. */
export async function remindWork(
  services: Services,
  tenantId: string,
  { roundId, revision }: { readonly roundId: string; readonly revision: number },
): Promise<void> {
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const { store } = context;
  const round = await store.secondRounds.get(roundId);
  if (round?.state !== 'arranged' || round.revision !== revision) return;
  const now = services.clock.now().toISOString();
  if (now < round.startsAt) {
    await store.commit([...tellInterviewers(context, round, 'second_round_soon', round.interviewerIds)]);
    return;
  }
  if (now < endOf(round)) return;
  const given = new Set((await store.secondRounds.scorecards(roundId)).map(({ personId }) => personId));
  const missing = round.interviewerIds.filter((id) => !given.has(id));
  await store.commit([...tellInterviewers(context, round, 'scorecard_needed', missing)]);
}
