import { Type } from '@sinclair/typebox';
import { answerAppeal, listAppeals } from '#core/appeal/answer-appeal.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { decide, reopenRejected } from '#core/report/decide.ts';
import { loadReport } from '#core/report/read-report.ts';
import { reportView } from '../report-view.ts';
import { type AnyRoute, route } from '../route.ts';
import { AppealAnswerBody, AppealView, DecisionBody, NoteBody, ReportView } from '../schemas/reports.ts';
import { List, Literals, Nullable } from '../schemas/shared.ts';

const tag = 'Decisions';

const appealState = Literals(['open', 'kept', 'changed'] as const);

async function appealViews(tenant: TenantContext, state?: 'open' | 'kept' | 'changed') {
  const [appeals, people] = await Promise.all([
    listAppeals(tenant, state ? { state } : {}),
    tenant.store.people.list(),
  ]);
  return Promise.all(
    appeals.map(async (appeal) => {
      const candidate = appeal.candidateId ? await tenant.store.candidates.get(appeal.candidateId) : null;
      return {
        id: appeal.id,
        applicationId: appeal.applicationId,
        candidateName: candidate?.name ?? null,
        text: appeal.text,
        state: appeal.state,
        createdAt: appeal.createdAt,
        dueAt: appeal.dueAt,
        overdue: appeal.overdue,
        mayAnswer: appeal.mayAnswer,
        nobodyMay: appeal.nobodyMay,
        answer: appeal.answer,
        reviewerName: people.find(({ id }) => id === appeal.reviewerId)?.name ?? null,
        closedAt: appeal.closedAt,
      };
    }),
  );
}

/** Decisions of named people, and the second look that candidates may ask for. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/decisions',
    permission: 'decision.write',
    tag,
    summary:
      'Decide: advance, hold or reject, with a reason; a rejection needs the report or screening card opened',
    body: DecisionBody,
    response: Type.Object({ decisionId: Type.String(), status: Type.String() }),
    status: 201,
    async handle({ tenant, params, body }) {
      const id = params.applicationId ?? '';
      const decision = await decide(tenant, id, {
        outcome: body.outcome,
        reasonCode: body.reasonCode,
        note: body.note ?? null,
        reportId: body.reportId ?? null,
      });
      const application = await tenant.store.applications.get(id);
      return { decisionId: decision.id, status: application?.status ?? '' };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/reopen',
    permission: 'decision.write',
    tag,
    summary: 'Take a rejection back, with the reason; null where there is no report yet',
    body: NoteBody,
    response: Nullable(ReportView),
    async handle({ tenant, params, body }) {
      const id = params.applicationId ?? '';
      await reopenRejected(tenant, id, body.note);
      const application = await tenant.store.applications.get(id);
      if (application?.status === 'screened') return null;
      return reportView(tenant, await loadReport(tenant, id));
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/appeals',
    permission: 'appeal.write',
    tag,
    summary: 'Appeals of candidates by due date',
    query: Type.Object({ state: Type.Optional(appealState) }, { additionalProperties: false }),
    response: List(AppealView),
    handle: async ({ tenant, query }) => ({
      items: await appealViews(tenant, query.state),
      nextCursor: null,
    }),
  }),
  route({
    method: 'post',
    path: '/api/v1/appeals/:appealId/answer',
    permission: 'appeal.write',
    tag,
    summary: 'Answer an appeal as a second person, with reasons that the candidate reads',
    body: AppealAnswerBody,
    response: List(AppealView),
    async handle({ tenant, params, body }) {
      await answerAppeal(tenant, params.appealId ?? '', body);
      return { items: await appealViews(tenant), nextCursor: null };
    },
  }),
];
