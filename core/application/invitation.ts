import { AppError } from '../errors/app-error.ts';
import { isEnterable } from '../interview/interview.ts';
import {
  type Invitation,
  renewInvitation,
  revokeInvitation,
  showCandidateLink,
} from '../interview/invite.ts';
import type { Interview } from '../ports/repositories/interviews.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';

/**
 * The interview of an application that a candidate may still enter.
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` when nothing is open.
 */
async function openInterview({ store }: TenantContext, applicationId: string): Promise<Interview> {
  const application = await store.applications.get(applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  const held = await store.interviews.ofApplication(applicationId);
  const open = held.find((interview) => isEnterable(interview.state));
  if (!open) throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  return open;
}

/**
 * Shows the link of an open invitation again; each time is audited (design D19).
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` when nothing is open; `LINK_REVOKED`, `LINK_EXPIRED`: renew it then.
 */
export async function showInvitation(context: TenantContext, applicationId: string): Promise<Invitation> {
  const { services, store, actor } = context;
  const interview = await openInterview(context, applicationId);
  const link = await showCandidateLink(context, 'interview', interview.id);
  if (!link) throw new AppError('LINK_REVOKED');
  const now = nowOf(services);
  if (link.expiresAt <= now) throw new AppError('LINK_EXPIRED');
  await store.commit([
    store.audit.add({
      actor,
      action: 'interview.link_shown',
      subjectKind: 'interview',
      subjectId: interview.id,
      at: now,
    }),
  ]);
  return { interview, link };
}

/** A new link for an open invitation; the links so far stop working. */
export async function renewApplicationLink(
  context: TenantContext,
  applicationId: string,
  linkDays: number | undefined,
): Promise<Invitation> {
  const interview = await openInterview(context, applicationId);
  return { interview, link: await renewInvitation(context, interview.id, linkDays) };
}

/** Makes the link of an open invitation unusable; answers so far stay. */
export async function revokeApplicationLink(context: TenantContext, applicationId: string): Promise<void> {
  await revokeInvitation(context, (await openInterview(context, applicationId)).id);
}
