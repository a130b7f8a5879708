import { AppError } from '../errors/app-error.ts';
import type { JobDefinition } from '../job/job-definition.ts';
import { type OfferTerms, termsPurpose } from '../offer/offer.ts';
import type { ApprovalRow, OfferRow } from '../ports/repositories/approvals.ts';
import type { Job } from '../ports/repositories/jobs.ts';
import type { TenantContext } from '../ports/services.ts';
import type { ContentField } from './form-mapping.ts';

/** What approvers are shown and a form is filled with. */
export interface ApprovalContent {
  readonly fields: readonly { readonly field: ContentField; readonly value: string }[];
  /** For a change of weights: each dimension that changes. */
  readonly weights: readonly {
    readonly code: string;
    readonly name: string;
    readonly from: number | null;
    readonly to: number | null;
  }[];
}

/** What the content of a request is sealed as. */
export const contentPurpose = (approvalId: string): string => `approval.content:${approvalId}`;

/** What somebody wants agreement for. */
export type Subject =
  | {
      readonly kind: 'offer';
      readonly offer: OfferRow;
      readonly terms: OfferTerms;
      readonly candidate: string | null;
    }
  | { readonly kind: 'hire_request'; readonly job: Job; readonly headcount: number; readonly reason: string }
  | {
      readonly kind: 'weight_change';
      readonly job: Job;
      /** What is published now. */
      readonly published: JobDefinition | null;
      readonly reason: string;
    };

/** Opens an offer's terms. @throws AppError `NOT_FOUND` once the person was erased */
export async function openTerms({ services, tenantId }: TenantContext, offer: OfferRow): Promise<OfferTerms> {
  if (offer.termsSealed === null) throw new AppError('NOT_FOUND');
  return JSON.parse(
    await services.secrets.open(tenantId, termsPurpose(offer.id), offer.termsSealed),
  ) as OfferTerms;
}

/** Opens what a request showed its approvers; null once the person was erased. */
export async function openContent(
  { services, tenantId }: TenantContext,
  row: ApprovalRow,
): Promise<ApprovalContent | null> {
  if (row.contentSealed === null) return null;
  const text = await services.secrets.open(tenantId, contentPurpose(row.id), row.contentSealed);
  return JSON.parse(text) as ApprovalContent;
}

const filled = (
  entries: readonly (readonly [ContentField, string | number | null])[],
): ApprovalContent['fields'] =>
  entries.flatMap(([field, value]) =>
    value === null || value === '' ? [] : [{ field, value: String(value) }],
  );

/** Dimensions whose weight differs between a job's draft and the version that is published. */
export function weightChanges(
  draft: JobDefinition,
  published: JobDefinition | null,
): ApprovalContent['weights'] {
  const rows = [...draft.rubric, ...(published?.rubric ?? [])];
  const weightIn = (definition: JobDefinition | null, code: string): number | null =>
    definition?.rubric.find(({ dimension }) => dimension.code === code)?.weight ?? null;
  return [...new Map(rows.map(({ dimension }) => [dimension.code, dimension.name.zh])).entries()]
    .map(([code, name]) => ({ code, name, from: weightIn(published, code), to: weightIn(draft, code) }))
    .filter(({ from, to }) => from !== to);
}

/** What exactly is asked for; an agreement covers nothing else. */
export function hashedContent(subject: Subject): string {
  switch (subject.kind) {
    case 'offer':
      return JSON.stringify([subject.offer.id, subject.terms]);
    case 'hire_request':
      return JSON.stringify([subject.job.id]);
    case 'weight_change':
      return weightsOf(subject.job.id, subject.job.draft);
  }
}

/** The weights of a rubric as one text, whatever the order of its rows. */
export const weightsOf = (jobId: string, { rubric }: JobDefinition): string =>
  JSON.stringify([jobId, ...rubric.map(({ dimension, weight }) => `${dimension.code}:${weight}`).sort()]);

/** @param link address of the subject in Jinji */
export function contentOf(subject: Subject, approvalId: string, link: string): ApprovalContent {
  const ends = [['reference', approvalId] as const, ['link', link] as const];
  if (subject.kind === 'offer') {
    const { terms } = subject;
    return {
      weights: [],
      fields: filled([
        ['candidate', subject.candidate],
        ['position', terms.position],
        ['department', terms.department],
        ['salary', terms.salary],
        ['monthly_pay', terms.monthlyPay],
        ['start_date', terms.startDate],
        ['probation', terms.probation],
        ['location', terms.location],
        ['note', terms.note],
        ...ends,
      ]),
    };
  }
  const { job } = subject;
  const headcount = subject.kind === 'hire_request' ? subject.headcount : null;
  return {
    weights: subject.kind === 'weight_change' ? weightChanges(job.draft, subject.published) : [],
    fields: filled([
      ['position', job.title],
      ['location', job.draft.location],
      ['headcount', headcount],
      ['reason', subject.reason],
      ...ends,
    ]),
  };
}
