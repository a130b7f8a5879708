import { AppError } from '../errors/app-error.ts';
import type { ApprovalRow } from '../ports/repositories/approvals.ts';
import type { Job } from '../ports/repositories/jobs.ts';
import type { TenantContext } from '../ports/services.ts';
import type { ApprovalKind } from './approval.ts';
import { hashedContent, type Subject, weightChanges } from './content.ts';

/** Kinds of agreement that a job may need. */
export const jobApprovalKinds = ['hire_request', 'weight_change'] as const satisfies readonly ApprovalKind[];
export type JobApprovalKind = (typeof jobApprovalKinds)[number];

/** How one kind of agreement stands for a job. */
export interface JobApproval {
  readonly kind: JobApprovalKind;
  /** Whether publishing waits for it. */
  readonly needed: boolean;
  /** Whether what would be published now is agreed to. */
  readonly given: boolean;
  /** The newest request. */
  readonly latest: ApprovalRow | null;
}

/** What a job's request is about. @throws AppError `NOT_FOUND` */
export async function jobSubject(
  { store }: TenantContext,
  jobId: string,
  {
    kind,
    headcount,
    reason,
  }: { readonly kind: JobApprovalKind; readonly headcount: number; readonly reason: string },
): Promise<Subject> {
  const job = await store.jobs.get(jobId);
  if (!job) throw new AppError('NOT_FOUND');
  if (kind === 'hire_request') return { kind, job, headcount, reason };
  const version = job.currentVersionId ? await store.jobs.version(job.currentVersionId) : null;
  return { kind, job, published: version?.definition ?? null, reason };
}

/** Which agreements a job needs before it is published, and which it has. */
export async function jobApprovals(context: TenantContext, job: Job): Promise<readonly JobApproval[]> {
  const { services, store } = context;
  const result: JobApproval[] = [];
  for (const kind of jobApprovalKinds) {
    const chain = await store.approvals.chain(kind);
    const { items } = await store.approvals.list({ kind, subjectId: job.id }, { limit: 50 });
    const subject = await jobSubject(context, job.id, { kind, headcount: 1, reason: '' });
    const hash = await services.digest.sha256(hashedContent(subject));
    const changed =
      subject.kind !== 'weight_change' || weightChanges(job.draft, subject.published).length > 0;
    // New jobs need the request to hire; weights only matter once candidates were judged by others.
    const concerned =
      kind === 'hire_request' ? job.currentVersionId === null : job.currentVersionId !== null && changed;
    result.push({
      kind,
      needed: (chain?.definition.enabled ?? false) && concerned,
      given: items.some(({ state, contentHash }) => state === 'approved' && contentHash === hash),
      latest: items[0] ?? null,
    });
  }
  return result;
}

/** @throws AppError `APPROVAL_NEEDED` when an agreement that the company wants is missing */
export async function demandApprovals(context: TenantContext, job: Job): Promise<void> {
  const missing = (await jobApprovals(context, job)).find(({ needed, given }) => needed && !given);
  if (missing) throw new AppError('APPROVAL_NEEDED', { details: { kind: missing.kind } });
}
