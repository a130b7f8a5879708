import { Type } from '@sinclair/typebox';
import {
  editFeedback,
  type FeedbackState,
  readFeedback,
  releaseFeedback,
} from '#core/report/feedback-commands.ts';
import { feedbackFaults } from '#core/report/feedback-wording.ts';
import { type AnyRoute, route } from '../route.ts';
import { FeedbackBody, FeedbackView } from '../schemas/reports.ts';

const tag = 'Feedback';

function feedbackView({ feedback, subject, meUrl }: FeedbackState): FeedbackView {
  const { data } = feedback;
  const rubric = subject.version.definition.rubric;
  const nameOf = (code: string) => {
    const name = rubric.find((row) => row.dimension.code === code)?.dimension.name;
    return name ? { ...name } : { zh: code, en: code };
  };
  const scored = subject.report?.data.dimensions.filter((row) => row.score !== null) ?? [];
  const person = (id: string | null) => (id ? (subject.names.get(id) ?? null) : null);
  return {
    state: feedback.state,
    lang: data.lang,
    summary: data.summary,
    strengths: data.strengths.map((point) => ({ ...point })),
    improvements: data.improvements.map((point) => ({ ...point })),
    tip: data.tip,
    levels: data.levels.map((level) => ({
      dimension: level.dimension,
      name: nameOf(level.dimension),
      score10: level.score10,
      band10: [level.band10[0], level.band10[1]],
    })),
    dimensions: scored.map(({ code }) => ({ code, name: nameOf(code) })),
    faults: feedbackFaults(data).map((fault) => ({ ...fault })),
    editedBy: person(feedback.editedBy),
    releasedBy: person(feedback.releasedBy),
    releasedAt: feedback.releasedAt,
    openedAt: feedback.openedAt,
    meUrl,
  };
}

/** Feedback for the candidate: a draft that HR edits and releases. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/applications/:applicationId/feedback',
    permission: 'feedback.write',
    tag,
    summary: 'The feedback of an application, with what must be reworded',
    response: FeedbackView,
    handle: async ({ tenant, params }) =>
      feedbackView(await readFeedback(tenant, params.applicationId ?? '')),
  }),
  route({
    method: 'put',
    path: '/api/v1/applications/:applicationId/feedback',
    permission: 'feedback.write',
    tag,
    summary: 'Save the draft of the feedback',
    body: FeedbackBody,
    response: FeedbackView,
    naturallyIdempotent: true,
    handle: async ({ tenant, params, body }) =>
      feedbackView(await editFeedback(tenant, params.applicationId ?? '', body)),
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/feedback/release',
    permission: 'feedback.write',
    tag,
    summary: "Release the feedback to the candidate's own page",
    body: Type.Object({}, { additionalProperties: false }),
    response: FeedbackView,
    handle: async ({ tenant, params }) =>
      feedbackView(await releaseFeedback(tenant, params.applicationId ?? '')),
  }),
];
