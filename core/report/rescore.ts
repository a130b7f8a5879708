import { AppError } from '../errors/app-error.ts';
import type { Report } from '../ports/repositories/reports.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { loadReport, type ReportSubject } from './read-report.ts';
import { applicationScored, feedbackDraft, machineRun, newReport } from './score-interview.ts';

/** Whether anything was scored anew; nothing is when answers and scorer are the same as before. */
export interface Rescored {
  readonly changed: boolean;
  readonly report: Report | null;
}

async function again(context: TenantContext, subject: ReportSubject, reason: string): Promise<Rescored> {
  const { store, actor, services } = context;
  const { interview, version, runs, application } = subject;
  if (!interview.aiScoring || !subject.report)
    throw new AppError('STATE_CONFLICT', { details: { state: interview.state } });
  const answers = await store.answers.ofInterview(interview.id);
  const run = await machineRun(context, interview, version, answers);
  const known = runs.some(
    (one) =>
      one.kind === run.kind && one.scorerVersion === run.scorerVersion && one.inputHash === run.inputHash,
  );
  if (known) return { changed: false, report: subject.report };
  const report = await newReport(context, interview, version, answers, [...runs, run]);
  const rated = runs.some((one) => one.kind === 'human');
  const mayShow = !version.definition.interview.humanRatesFirst || rated;
  await store.commit([
    store.reports.addRun(run),
    store.reports.add(report),
    ...(await feedbackDraft(context, interview, version, report, answers)),
    ...(mayShow ? await applicationScored(context, interview, report) : []),
    store.audit.add({
      actor,
      action: 'interview.rescored',
      subjectKind: 'application',
      subjectId: application.id,
      data: { reason, scorer: run.scorerVersion, run: run.id, report: report.id },
      at: nowOf(services),
    }),
  ]);
  return { changed: true, report };
}

/**
 * Scores the answers once more by the current scorer; the earlier run stays beside the new one, and the newest
 * machine run counts.
 * @throws AppError `STATE_CONFLICT` without consent to AI or before the first report
 */
export async function rescoreInterview(context: TenantContext, applicationId: string): Promise<Rescored> {
  return again(context, await loadReport(context, applicationId), 'asked');
}

/**
 * Corrects a recogniser's mistake in a spoken answer and scores again. The recogniser's own words are kept. Typed
 * answers are the candidate's and cannot be changed.
 * @throws AppError `NOT_FOUND`, `VALIDATION` for a typed or empty answer
 */
export async function correctTranscript(
  context: TenantContext,
  applicationId: string,
  input: { readonly answerId: string; readonly text: string },
): Promise<Rescored> {
  const { services, store, actor, lang } = context;
  const subject = await loadReport(context, applicationId);
  const answer = subject.answers.find(({ id }) => id === input.answerId);
  if (!answer) throw new AppError('NOT_FOUND');
  const refuse = (zh: string, en: string): never => {
    throw new AppError('VALIDATION', { details: { field: 'text', problem: lang === 'zh' ? zh : en } });
  };
  if (answer.textSource !== 'transcript')
    refuse('只有语音转写的文字可以更正', 'only words made by speech recognition can be corrected');
  const text = input.text.trim();
  if (text === '') refuse('更正后的文字不能为空', 'the corrected words cannot be empty');
  if (text === answer.text) return { changed: false, report: subject.report };
  await store.commit([
    store.answers.setText(answer.id, {
      text,
      originalText: answer.originalText ?? answer.text,
      asrConfidence: 1,
      textSource: 'transcript',
    }),
    store.audit.add({
      actor,
      action: 'transcript.corrected',
      subjectKind: 'application',
      subjectId: applicationId,
      data: { answer: answer.id, before: answer.contentHash },
      at: nowOf(services),
    }),
  ]);
  if (!subject.interview.aiScoring || !subject.report) return { changed: true, report: subject.report };
  return again(context, await loadReport(context, applicationId), 'transcript_corrected');
}
