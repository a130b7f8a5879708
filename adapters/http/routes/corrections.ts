import { Type } from '@sinclair/typebox';
import { answerCorrection, listCorrections } from '#core/rights/corrections.ts';
import { type AnyRoute, route } from '../route.ts';
import { AnswerCorrectionBody, CorrectionView } from '../schemas/me.ts';
import { List, Literals } from '../schemas/shared.ts';

const tag = 'Candidates';

/** Requests of candidates to have something corrected, for staff. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/corrections',
    permission: 'candidate.write',
    tag,
    summary: 'Requests for correction by due date',
    query: Type.Object(
      { state: Type.Optional(Literals(['open', 'done', 'declined'] as const)) },
      { additionalProperties: false },
    ),
    response: List(CorrectionView),
    handle: async ({ tenant, query }) => ({
      items: (await listCorrections(tenant, query.state)).map(
        ({ interviewId: _interview, handledBy: _person, ...item }) => item,
      ),
      nextCursor: null,
    }),
  }),
  route({
    method: 'post',
    path: '/api/v1/corrections/:requestId/answer',
    whileSuspended: true,
    permission: 'candidate.write',
    tag,
    summary: 'Answer a request for correction',
    body: AnswerCorrectionBody,
    response: 'none',
    handle: ({ tenant, params, body }) => answerCorrection(tenant, params.requestId ?? '', body),
  }),
];
