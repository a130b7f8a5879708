import { Type } from '@sinclair/typebox';
import { compareReports } from '#core/report/compare-reports.ts';
import { dismissFlag, restoreFlag } from '#core/report/dismiss-flag.ts';
import { listReports } from '#core/report/list-reports.ts';
import { rateInterview } from '#core/report/rate-interview.ts';
import { loadReport, openReport } from '#core/report/read-report.ts';
import { correctTranscript, rescoreInterview } from '#core/report/rescore.ts';
import { reportView } from '../report-view.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  ComparisonView,
  DismissBody,
  FlagBody,
  RatingBody,
  ReportListItemView,
  ReportListQuery,
  ReportView,
  RescoredView,
  TranscriptBody,
} from '../schemas/reports.ts';
import { Id, List } from '../schemas/shared.ts';

const tag = 'Reports';

const readRoutes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/reports',
    permission: 'report.read',
    tag,
    summary: 'Reports, those that wait for a decision by default; newest change first',
    query: ReportListQuery,
    response: List(ReportListItemView),
    async handle({ tenant, query }) {
      const { cursor, limit = 20, view = 'open', ...filter } = query;
      const page = await listReports(tenant, { ...filter, view }, { cursor, limit });
      return { items: [...page.items], nextCursor: page.nextCursor };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/reports/comparison',
    permission: 'report.read',
    tag,
    summary: 'Candidates of one job version side by side, ties as ties',
    query: Type.Object({ jobVersionId: Id }, { additionalProperties: false }),
    response: ComparisonView,
    async handle({ tenant, query }) {
      const { version, candidates, hidden } = await compareReports(tenant, query.jobVersionId);
      const versions = await tenant.store.jobs.versions(version.jobId);
      const pair = (band: readonly [number, number] | null) =>
        band ? ([band[0], band[1]] as [number, number]) : null;
      return {
        job: {
          id: version.jobId,
          title: version.definition.title,
          versionId: version.id,
          versionNumber: version.number,
          cutHi: version.definition.thresholds.cutHi,
          cutLo: version.definition.thresholds.cutLo,
        },
        dimensions: version.definition.rubric.map(({ dimension, weight }) => ({
          code: dimension.code,
          name: { ...dimension.name },
          weight,
        })),
        candidates: candidates.map((one) => ({
          ...one,
          band10: pair(one.band10),
          dimensions: one.dimensions.map(({ code, state, score10, band10 }) => ({
            code,
            state,
            score10,
            band10: pair(band10),
          })),
        })),
        hidden,
        versions: versions.map(({ id, number }) => ({ id, number })),
      };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/applications/:applicationId/report',
    permission: 'report.read',
    tag,
    summary: 'The report; that this person opened it is recorded',
    response: ReportView,
    handle: async ({ tenant, params }) =>
      reportView(tenant, await openReport(tenant, params.applicationId ?? '')),
  }),
];

const writeRoutes: readonly AnyRoute[] = [
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/ratings',
    permission: 'rating.write',
    tag,
    summary: "Store one's own rating of every question and dimension, 1–5 in half steps",
    body: RatingBody,
    response: ReportView,
    status: 201,
    async handle({ tenant, params, body }) {
      const id = params.applicationId ?? '';
      await rateInterview(tenant, id, body.ratings);
      return reportView(tenant, await openReport(tenant, id));
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/rescore',
    permission: 'decision.write',
    tag,
    summary: 'Score again by the current scorer; earlier runs are kept',
    body: Type.Object({}, { additionalProperties: false }),
    response: RescoredView,
    async handle({ tenant, params }) {
      const id = params.applicationId ?? '';
      const { changed } = await rescoreInterview(tenant, id);
      return { changed, view: reportView(tenant, await openReport(tenant, id)) };
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/applications/:applicationId/answers/:answerId/transcript',
    permission: 'decision.write',
    tag,
    summary: "Correct a recogniser's mistake in a spoken answer and score again",
    body: TranscriptBody,
    response: RescoredView,
    naturallyIdempotent: true,
    async handle({ tenant, params, body }) {
      const id = params.applicationId ?? '';
      const { changed } = await correctTranscript(tenant, id, {
        answerId: params.answerId ?? '',
        text: body.text,
      });
      return { changed, view: reportView(tenant, await openReport(tenant, id)) };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/dismissals',
    permission: 'decision.write',
    tag,
    summary: 'Set a point to verify aside, with the reason',
    body: DismissBody,
    response: ReportView,
    naturallyIdempotent: true,
    async handle({ tenant, params, body }) {
      const id = params.applicationId ?? '';
      await dismissFlag(tenant, id, body.key, body.reason);
      return reportView(tenant, await loadReport(tenant, id));
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/dismissals/undo',
    permission: 'decision.write',
    tag,
    summary: 'Put a point to verify back on the list',
    body: FlagBody,
    response: ReportView,
    async handle({ tenant, params, body }) {
      const id = params.applicationId ?? '';
      await restoreFlag(tenant, id, body.key);
      return reportView(tenant, await loadReport(tenant, id));
    },
  }),
];

/** Reports: reading, comparing, rating, points to verify, scoring again. */
export const routes: readonly AnyRoute[] = [...readRoutes, ...writeRoutes];
