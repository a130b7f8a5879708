import { askForApproval, previewApproval } from '#core/approval/ask.ts';
import { readApproval } from '#core/approval/read-approvals.ts';
import { jobApprovals, jobSubject } from '#core/approval/required-approvals.ts';
import { AppError } from '#core/errors/app-error.ts';
import { moveOffer, offerSubject, saveOffer } from '#core/offer/offer-commands.ts';
import { readOffer } from '#core/offer/read-offer.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { approvalItemView, approvalView, planView } from '../approval-view.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  AskedView,
  AskJobBody,
  JobApprovalsView,
  JobPlanQuery,
  MoveOfferBody,
  OfferView,
  PlanView,
  SaveOfferBody,
} from '../schemas/offers.ts';

const tag = 'Offers';

async function offerView(tenant: TenantContext, applicationId: string): Promise<OfferView> {
  const { mayOffer, suggested, current, earlier } = await readOffer(tenant, applicationId);
  return {
    mayOffer,
    suggested: { ...suggested },
    current: current && {
      number: current.number,
      state: current.state,
      revision: current.revision,
      terms: current.terms && { ...current.terms },
      approval: current.approval && approvalView(tenant, current.approval),
      updatedAt: current.updatedAt,
    },
    earlier: earlier.map(({ number, state, approvalId, updatedAt }) => ({
      number,
      state,
      approvalId,
      updatedAt,
    })),
  };
}

async function jobView(tenant: TenantContext, jobId: string): Promise<JobApprovalsView> {
  const job = await tenant.store.jobs.get(jobId);
  if (!job) throw new AppError('NOT_FOUND');
  const items: JobApprovalsView['items'] = [];
  for (const { kind, needed, given, latest } of await jobApprovals(tenant, job)) {
    const shown = latest && approvalItemView(await readApproval(tenant, latest.id));
    items.push({ kind, needed, given, latest: shown });
  }
  return { items };
}

const offers: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/applications/:applicationId/offer',
    permission: 'decision.write',
    tag,
    summary: 'The offer of an application with its approval, and earlier versions',
    response: OfferView,
    handle: ({ tenant, params }) => offerView(tenant, params.applicationId ?? ''),
  }),
  route({
    method: 'put',
    path: '/api/v1/applications/:applicationId/offer',
    permission: 'decision.write',
    tag,
    summary: 'Save the terms of the offer; a new version after a refused or declined one',
    body: SaveOfferBody,
    response: OfferView,
    async handle({ tenant, params, body }) {
      await saveOffer(tenant, params.applicationId ?? '', body);
      return offerView(tenant, params.applicationId ?? '');
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/applications/:applicationId/offer/plan',
    permission: 'decision.write',
    tag,
    summary: 'Who would have to agree to the offer as it is saved, and what stands in the way',
    response: PlanView,
    handle: async ({ tenant, params }) =>
      planView(tenant, await previewApproval(tenant, await offerSubject(tenant, params.applicationId ?? ''))),
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/offer/approval',
    permission: 'decision.write',
    tag,
    summary: 'Send the offer for approval',
    response: OfferView,
    status: 201,
    async handle({ tenant, params }) {
      await askForApproval(tenant, await offerSubject(tenant, params.applicationId ?? ''));
      return offerView(tenant, params.applicationId ?? '');
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/offer/move',
    permission: 'decision.write',
    tag,
    summary: 'Record that the offer was given to the candidate, accepted, declined or taken back',
    body: MoveOfferBody,
    response: OfferView,
    async handle({ tenant, params, body }) {
      await moveOffer(tenant, params.applicationId ?? '', body);
      return offerView(tenant, params.applicationId ?? '');
    },
  }),
];

const jobs: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/jobs/:jobId/approvals',
    permission: 'job.read',
    tag,
    summary: 'Agreements that a job needs before it is published, and those it has',
    response: JobApprovalsView,
    handle: ({ tenant, params }) => jobView(tenant, params.jobId ?? ''),
  }),
  route({
    method: 'get',
    path: '/api/v1/jobs/:jobId/approvals/plan',
    permission: 'job.write',
    tag,
    summary: 'Who would have to agree, and what stands in the way',
    query: JobPlanQuery,
    response: PlanView,
    async handle({ tenant, params, query }) {
      const asked = { kind: query.kind, headcount: 1, reason: '' };
      return planView(
        tenant,
        await previewApproval(tenant, await jobSubject(tenant, params.jobId ?? '', asked)),
      );
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/jobs/:jobId/approvals',
    permission: 'job.write',
    tag,
    summary: 'Ask to hire for a job, or for a change of the published weights',
    body: AskJobBody,
    response: AskedView,
    status: 201,
    async handle({ tenant, params, body }) {
      const { kind, headcount = 1, reason = '' } = body;
      const subject = await jobSubject(tenant, params.jobId ?? '', { kind, headcount, reason });
      return { approvalId: (await askForApproval(tenant, subject))?.id ?? null };
    },
  }),
];

/** Offers of applications, and the agreements that jobs need. */
export const routes: readonly AnyRoute[] = [...offers, ...jobs];
