import { AppError } from '../errors/app-error.ts';
import { showCandidateLink } from '../interview/invite.ts';
import { meLinkExtended, meLinkOf } from '../interview/me-link.ts';
import type { Feedback } from '../ports/repositories/reports.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { CandidateFeedback, FeedbackPoint } from './feedback.ts';
import { feedbackFaults } from './feedback-wording.ts';
import { loadShownReport, type ReportSubject } from './read-report.ts';

/** The feedback with what an editor may change and the address of the candidate's own page. */
export interface FeedbackState {
  readonly feedback: Feedback;
  readonly subject: ReportSubject;
  /** Null until there is one. */
  readonly meUrl: string | null;
}

/** What HR may change; levels and quotes come from the report. */
export interface FeedbackEdit {
  readonly summary: string;
  readonly strengths: readonly { readonly dimension: string; readonly text: string }[];
  readonly improvements: readonly { readonly dimension: string; readonly text: string }[];
  readonly tip: string;
}

/**
 * The feedback of an application's report.
 * @throws AppError `NOT_FOUND` before there is a report, `RATE_FIRST`
 */
export async function readFeedback(context: TenantContext, applicationId: string): Promise<FeedbackState> {
  const subject = await loadShownReport(context, applicationId);
  if (!subject.feedback) throw new AppError('NOT_FOUND');
  const link = await showCandidateLink(context, 'me', subject.interview.id);
  return { feedback: subject.feedback, subject, meUrl: link?.url ?? null };
}

/** Points keep the quote that the draft drew from the answers; a point for another dimension has none. */
function withQuotes(
  points: FeedbackEdit['strengths'],
  before: readonly FeedbackPoint[],
): readonly FeedbackPoint[] {
  return points.map(({ dimension, text }) => ({
    dimension,
    text: text.trim(),
    quote: before.find((point) => point.dimension === dimension)?.quote ?? null,
  }));
}

/**
 * Saves HR's words as the draft. Unfit wording may be saved and is refused at release.
 * @throws AppError `STATE_CONFLICT` once released, `VALIDATION` for a dimension outside the report
 */
export async function editFeedback(
  context: TenantContext,
  applicationId: string,
  edit: FeedbackEdit,
): Promise<FeedbackState> {
  const { services, store, actor, lang } = context;
  const { feedback, subject } = await readFeedback(context, applicationId);
  if (feedback.state !== 'draft')
    throw new AppError('STATE_CONFLICT', { details: { state: feedback.state } });
  const scored = new Set(
    subject.report?.data.dimensions.filter((row) => row.score !== null).map(({ code }) => code),
  );
  const stray = [...edit.strengths, ...edit.improvements].find(({ dimension }) => !scored.has(dimension));
  if (stray) {
    const problem =
      lang === 'zh' ? `维度 ${stray.dimension} 没有评分，不能写入反馈` : `${stray.dimension} has no score`;
    throw new AppError('VALIDATION', { details: { field: 'dimension', problem } });
  }
  const data: CandidateFeedback = {
    ...feedback.data,
    summary: edit.summary.trim(),
    strengths: withQuotes(edit.strengths, feedback.data.strengths),
    improvements: withQuotes(edit.improvements, feedback.data.improvements),
    tip: edit.tip.trim(),
  };
  const at = nowOf(services);
  await store.commit([
    store.feedback.edit(feedback.id, data, actor.id, at),
    store.audit.add({
      actor,
      action: 'feedback.edited',
      subjectKind: 'application',
      subjectId: applicationId,
      at,
    }),
  ]);
  return readFeedback(context, applicationId);
}

/**
 * Releases the feedback to the candidate's own page, in a person's name. It cannot be changed afterwards.
 * @throws AppError `STATE_CONFLICT` when it is out already, `VALIDATION` with the place of unfit wording
 */
export async function releaseFeedback(context: TenantContext, applicationId: string): Promise<FeedbackState> {
  const { services, store, tenantId, actor, lang } = context;
  const { feedback, subject } = await readFeedback(context, applicationId);
  if (feedback.state !== 'draft')
    throw new AppError('STATE_CONFLICT', { details: { state: feedback.state } });
  const fault = feedbackFaults(feedback.data)[0];
  if (fault) {
    const problem =
      lang === 'zh'
        ? `请先修改措辞后再发布${fault.words ? `：${fault.words}` : ''}`
        : `reword before release${fault.words ? `: ${fault.words}` : ''}`;
    throw new AppError('VALIDATION', { details: { field: fault.path, problem } });
  }
  const at = nowOf(services);
  const { interview } = subject;
  // Whoever talked with a person has no page yet.
  const page = await meLinkOf(context, interview.id);
  await services.system.commit([
    store.feedback.release(feedback.id, actor.id ?? '', at),
    ...(interview.state === 'scored'
      ? [store.interviews.move(interview.id, ['scored'], 'released', at, { set: { releasedAt: at } })]
      : []),
    ...page.changes,
    ...(await meLinkExtended(context, interview.id)),
    store.audit.add({
      actor,
      action: 'feedback.released',
      subjectKind: 'application',
      subjectId: applicationId,
      data: { feedback: feedback.id, tenant: tenantId },
      at,
    }),
  ]);
  return readFeedback(context, applicationId);
}
