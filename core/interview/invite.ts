import { canMove } from '../application/application.ts';
import { refuseTooYoung } from '../application/minor.ts';
import { AppError } from '../errors/app-error.ts';
import type { Application } from '../ports/repositories/candidates.ts';
import type { Interview } from '../ports/repositories/interviews.ts';
import type { PublicLink, PublicLinkKind } from '../ports/repositories/system-store.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { isEnterable } from './interview.ts';
import { planInterview } from './plan-interview.ts';

/** A candidate's link as HR sees it. */
export interface CandidateLink {
  readonly url: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly createdAt: string;
}

const path: Readonly<Record<PublicLinkKind, string>> = { interview: 'i', me: 'me' };

/** The purpose under which a link's token is sealed. */
export const linkPurpose = (kind: PublicLinkKind, interviewId: string): string =>
  `link.${kind}:${interviewId}`;

/** Prepares a link whose token is kept as a hash for look-up and sealed for showing it again (design D19). */
export async function prepareCandidateLink(
  context: Pick<TenantContext, 'services' | 'tenantId'>,
  kind: PublicLinkKind,
  interviewId: string,
  expiresAt: string,
): Promise<{ readonly url: string; readonly change: Change }> {
  const { services, tenantId } = context;
  const token = services.random.token();
  const change = services.system.addPublicLink({
    tokenHash: await services.digest.sha256(token),
    tenantId,
    kind,
    interviewId,
    sealedToken: await services.secrets.seal(tenantId, linkPurpose(kind, interviewId), token),
    createdAt: nowOf(services),
    expiresAt,
    revokedAt: null,
  });
  return { url: `${services.publicUrl}/${path[kind]}/${token}`, change };
}

/** The newest link of a kind that was not revoked, opened for display. The caller audits. */
export async function showCandidateLink(
  { services, tenantId }: Pick<TenantContext, 'services' | 'tenantId'>,
  kind: PublicLinkKind,
  interviewId: string,
): Promise<CandidateLink | null> {
  const links = await services.system.publicLinksOf(tenantId, interviewId);
  const link = links.filter((l: PublicLink) => l.kind === kind && !l.revokedAt).at(-1);
  if (!link) return null;
  const token = await services.secrets.open(tenantId, linkPurpose(kind, interviewId), link.sealedToken);
  return {
    url: `${services.publicUrl}/${path[kind]}/${token}`,
    expiresAt: link.expiresAt,
    revokedAt: link.revokedAt,
    createdAt: link.createdAt,
  };
}

/** An interview with its link. */
export interface Invitation {
  readonly interview: Interview;
  readonly link: CandidateLink;
}

const daysFrom = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString();

/**
 * Invites an applicant: freezes the plan, makes the link, moves the application. An applicant who has an open
 * invitation gets the same link again.
 * @throws AppError `NOT_FOUND`; `CANDIDATE_TOO_YOUNG` below 16 (R15), whatever was invited before;
 *   `STATE_CONFLICT` when the application is past inviting or the job has no version.
 */
export async function inviteApplicant(
  context: TenantContext,
  applicationId: string,
  options: { readonly lang: 'zh' | 'en'; readonly linkDays?: number | undefined },
): Promise<Invitation> {
  const { services, store, actor } = context;
  const application = await store.applications.get(applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  await refuseTooYoung(context, applicationId);
  const open = (await store.interviews.ofApplication(applicationId)).find((i) => isEnterable(i.state));
  if (open) {
    const shown = await showCandidateLink(context, 'interview', open.id);
    if (shown && shown.expiresAt > nowOf(services)) return { interview: open, link: shown };
    return { interview: open, link: await renewInvitation(context, open.id, options.linkDays) };
  }
  if (!canMove(application.status, 'invited')) {
    throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  }
  const { interview, days } = await newInterview(context, application, options.lang);
  const now = interview.createdAt;
  const expiresAt = daysFrom(now, options.linkDays ?? days);
  const link = await prepareCandidateLink(context, 'interview', interview.id, expiresAt);
  await services.system.commit([
    store.interviews.add(interview),
    link.change,
    store.applications.move(applicationId, application.status, 'invited', now, {
      jobVersionId: interview.jobVersionId,
    }),
    store.applications.addEvent({
      id: services.ids.next('evt'),
      applicationId,
      fromStatus: application.status,
      toStatus: 'invited',
      actorKind: actor.kind,
      actorId: actor.id,
      reasonCode: null,
      note: null,
      at: now,
    }),
    store.audit.add({
      actor,
      action: 'interview.invited',
      subjectKind: 'interview',
      subjectId: interview.id,
      at: now,
    }),
  ]);
  return { interview, link: { url: link.url, expiresAt, revokedAt: null, createdAt: now } };
}

async function newInterview(
  { services, store, actor }: TenantContext,
  application: Application,
  lang: 'zh' | 'en',
): Promise<{ interview: Interview; days: number }> {
  const job = await store.jobs.get(application.jobId);
  if (job?.state !== 'published' || !job.currentVersionId) {
    throw new AppError('STATE_CONFLICT', { details: { state: job?.state ?? 'draft' } });
  }
  const version = await store.jobs.version(job.currentVersionId);
  if (!version) throw new AppError('NOT_FOUND');
  const candidate = await store.candidates.get(application.candidateId);
  const now = nowOf(services);
  return {
    days: version.definition.interview.linkDays,
    interview: {
      id: services.ids.next('int'),
      applicationId: application.id,
      jobVersionId: version.id,
      state: 'created',
      plan: planInterview(version.definition, candidate?.profile?.years ?? null),
      lang,
      accommodations: { textOnly: false, extraTime: 1, noTimer: false, humanInterviewer: false },
      aiScoring: true,
      deviceId: null,
      followUp: null,
      createdBy: actor.id ?? '',
      createdAt: now,
      startedAt: null,
      resumableUntil: null,
      submittedAt: null,
      releasedAt: null,
      updatedAt: now,
    },
  };
}

/** Revokes the links so far and makes a new one; a started interview can go on with it. */
export async function renewInvitation(
  context: TenantContext,
  interviewId: string,
  linkDays: number | undefined,
): Promise<CandidateLink> {
  const { services, store, tenantId, actor } = context;
  const interview = await store.interviews.get(interviewId);
  if (!interview) throw new AppError('NOT_FOUND');
  if (!isEnterable(interview.state))
    throw new AppError('STATE_CONFLICT', { details: { state: interview.state } });
  const now = nowOf(services);
  const expiresAt = daysFrom(now, linkDays ?? 7);
  const link = await prepareCandidateLink(context, 'interview', interviewId, expiresAt);
  await services.system.commit([
    services.system.revokePublicLinks(tenantId, interviewId, 'interview', now),
    link.change,
    ...(interview.startedAt
      ? [
          store.interviews.move(interviewId, [interview.state], interview.state, now, {
            set: { resumableUntil: daysFrom(now, 3) },
          }),
        ]
      : []),
    store.audit.add({
      actor,
      action: 'interview.link_renewed',
      subjectKind: 'interview',
      subjectId: interviewId,
      at: now,
    }),
  ]);
  return { url: link.url, expiresAt, revokedAt: null, createdAt: now };
}

/** Makes the interview's links unusable; answers so far stay. */
export async function revokeInvitation(context: TenantContext, interviewId: string): Promise<void> {
  const { services, store, tenantId, actor } = context;
  if (!(await store.interviews.get(interviewId))) throw new AppError('NOT_FOUND');
  const now = nowOf(services);
  await services.system.commit([
    services.system.revokePublicLinks(tenantId, interviewId, 'interview', now),
    store.audit.add({
      actor,
      action: 'interview.link_revoked',
      subjectKind: 'interview',
      subjectId: interviewId,
      at: now,
    }),
  ]);
}
