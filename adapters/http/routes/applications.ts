import { type ApplicationStatus, applicationStatuses } from '#core/application/application.ts';
import {
  type ApplicationFile,
  applicationFile,
  openScreeningCard,
} from '#core/application/application-file.ts';
import { contactSearchKeys } from '#core/application/contact.ts';
import { moveApplication } from '#core/application/move-application.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ApplicationFilter, ApplicationListItem } from '#core/ports/repositories/candidates.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { withoutHiddenScore } from '#core/report/hide-scores.ts';
import { applicationView, readerOf } from '../application-view.ts';
import { type AnyRoute, type RouteCall, route } from '../route.ts';
import {
  ApplicationCountsView,
  type ApplicationItemView,
  ApplicationListQuery,
  ApplicationView,
  ApplicationItemView as ItemView,
  MoveBody,
} from '../schemas/candidates.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Applications';

const isStatus = (word: string): word is ApplicationStatus =>
  (applicationStatuses as readonly string[]).includes(word);

function statusesOf(text: string | undefined): readonly ApplicationStatus[] | undefined {
  if (!text) return undefined;
  return text.split(',').map((word) => {
    if (!isStatus(word))
      throw new AppError('BAD_REQUEST', {
        details: { field: 'status', problem: { zh: '没有这个状态', en: 'there is no such status' } },
      });
    return word;
  });
}

async function filterOf(tenant: TenantContext, query: ApplicationListQuery): Promise<ApplicationFilter> {
  const search = query.q?.trim();
  return {
    jobId: query.jobId,
    statuses: statusesOf(query.status),
    screening: query.screening,
    suggestion: query.suggestion,
    search: search || undefined,
    contactKeys: search ? await contactSearchKeys(tenant, search) : undefined,
    sort: query.sort,
  };
}

const itemView = ({
  screening,
  jobVersionId: _v,
  resumeId: _r,
  ...item
}: ApplicationListItem): ApplicationItemView => ({
  ...item,
  screening: screening?.result ?? null,
});

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, n) => total + n, 0);

async function shownFile(tenant: TenantContext, id: string): Promise<ApplicationFile> {
  const file = await applicationFile(tenant, id);
  return { ...file, application: await withoutHiddenScore(tenant, file.application) };
}

/** The whole application again, so that a page shows what a write has made of it. */
export const fileOf = async ({
  tenant,
  session,
  params,
}: RouteCall<unknown, unknown>): Promise<ApplicationView> =>
  applicationView(
    readerOf(tenant, session.person.roles),
    await shownFile(tenant, params.applicationId ?? ''),
  );

/** Applications: lists, one with everything about it, and its steps. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/applications',
    permission: 'candidate.read',
    tag,
    summary: 'Applications of a job or of all jobs, by filters',
    query: ApplicationListQuery,
    response: List(ItemView),
    async handle({ tenant, query }) {
      const { cursor, limit = 30 } = query;
      const page = await tenant.store.applications.list(await filterOf(tenant, query), { cursor, limit });
      const items = await Promise.all(page.items.map((item) => withoutHiddenScore(tenant, item)));
      return { items: items.map(itemView), nextCursor: page.nextCursor };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/applications/counts',
    permission: 'candidate.read',
    tag,
    summary: 'How many applications stand where; each group leaves out only its own filter',
    query: ApplicationListQuery,
    response: ApplicationCountsView,
    async handle({ tenant, query }) {
      const filter = await filterOf(tenant, query);
      const statuses = { ...(await tenant.store.applications.counts(filter)) };
      const screening = { ...(await tenant.store.applications.screeningCounts(filter)) };
      return { total: sum(statuses), statuses, screening };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/applications/:applicationId',
    permission: 'candidate.read',
    tag,
    summary: 'An application with profile, sources, screening card, duplicates, invitation and history',
    response: ApplicationView,
    handle: fileOf,
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/screening/opened',
    permission: 'candidate.read',
    tag,
    summary: 'Record that the reader opened the screening card; rejecting before an interview needs it',
    response: 'none',
    naturallyIdempotent: true,
    handle: ({ tenant, params }) => openScreeningCard(tenant, params.applicationId ?? ''),
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/move',
    permission: 'candidate.write',
    tag,
    summary: 'Take a step by hand: second round, offer, hired, withdrawn, no-show. Rejecting is a decision',
    body: MoveBody,
    response: ApplicationView,
    async handle(call) {
      await moveApplication(call.tenant, call.params.applicationId ?? '', call.body);
      return fileOf(call);
    },
  }),
];
