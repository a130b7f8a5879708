import { eraseCandidate } from '../application/erase-candidate.ts';
import { AppError } from '../errors/app-error.ts';
import type { TenantContext } from '../ports/services.ts';

/** Whether the person was hired: their file is then one of an employee, which labour law keeps. */
export async function isHired(context: TenantContext, interviewId: string): Promise<boolean> {
  const candidateId = await candidateOf(context, interviewId);
  return (await context.store.applications.ofCandidate(candidateId)).some(({ status }) => status === 'hired');
}

async function candidateOf({ store }: TenantContext, interviewId: string): Promise<string> {
  const interview = await store.interviews.get(interviewId);
  const application = interview ? await store.applications.get(interview.applicationId) : null;
  if (!application) throw new AppError('NOT_FOUND');
  return application.candidateId;
}

/**
 * The candidate has everything about them erased, with all their applications at this company (R8). It begins at
 * once and cannot be undone; the link of this page stops working.
 * @throws AppError `NOT_FOUND`, `ERASURE_HIRED` for somebody who was hired
 */
export async function eraseMyself(context: TenantContext, interviewId: string): Promise<void> {
  const candidateId = await candidateOf(context, interviewId);
  if (await isHired(context, interviewId)) throw new AppError('ERASURE_HIRED');
  await eraseCandidate(context, candidateId, 'candidate_request');
}
