import { openStoredResume } from '../application/open-stored-resume.ts';
import { AppError } from '../errors/app-error.ts';
import { countedAnswers, scoredQuestion, scoreRequests, turnsOf } from '../interview/scoring-input.ts';
import { interviewOwners, notify } from '../message/notify.ts';
import type { AnswerScorer } from '../ports/answer-scorer.ts';
import type { Answer, Interview } from '../ports/repositories/interviews.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import type { Report, ScoreRun } from '../ports/repositories/reports.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { calibrated, calibrationsAt } from '../quality/calibrations.ts';
import { expressionDimension } from '../scoring/expression/score-expression.ts';
import { scorerForRegion } from '../scoring/scorer-for-region.ts';
import { buildReport } from './build-report.ts';
import { draftFeedback } from './draft-feedback.ts';
import { repeatedAnswers } from './repeated-answers.ts';
import type { ScoredAcross, ScoredItem } from './score-run.ts';
import { sharedWords } from './shared-words.ts';
import { unansweredScore } from './unanswered-score.ts';

/**
 * Scores a handed-in interview: one run of the scorer, a report, a feedback draft, the application's new
 * status. Without consent to AI the interview waits for a person instead. Safe to repeat: a run over the same answers
 * by the same scorer exists once.
 */
export async function scoreInterviewWork(
  services: Services,
  tenantId: string,
  interviewId: string,
): Promise<void> {
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const { store } = context;
  const interview = await store.interviews.get(interviewId);
  if (interview?.state !== 'submitted') return;
  const version = await store.jobs.version(interview.jobVersionId);
  if (!version) throw new AppError('NOT_FOUND');
  const answers = await store.answers.ofInterview(interviewId);
  if (!interview.aiScoring) {
    await store.commit([
      store.interviews.move(interviewId, ['submitted'], 'awaiting_human', nowOf(services)),
      ...(await applicationScored(context, interview, null)),
      ...(await tellOwners(context, interview, 'rating_needed')),
    ]);
    return;
  }
  const run = await machineRun(context, interview, version, answers);
  const report = await newReport(context, interview, version, answers, [run]);
  await store.commit([
    store.reports.addRun(run),
    store.reports.add(report),
    ...(await feedbackDraft(context, interview, version, report, answers)),
    store.interviews.move(interviewId, ['submitted'], 'scored', report.createdAt),
    // In blind mode lists show nothing either, until somebody has rated.
    ...(await applicationScored(
      context,
      interview,
      version.definition.interview.humanRatesFirst ? null : report,
    )),
    ...(await tellOwners(
      context,
      interview,
      version.definition.interview.humanRatesFirst ? 'rating_needed' : 'report_ready',
    )),
    store.audit.add({
      actor: context.actor,
      action: 'interview.scored',
      subjectKind: 'interview',
      subjectId: interviewId,
      data: { scorer: run.scorerVersion, run: run.id, report: report.id },
      at: report.createdAt,
    }),
  ]);
}

/** Tells whoever invited that the interview is over and what they can do now. */
const tellOwners = async (
  context: TenantContext,
  interview: Interview,
  kind: 'report_ready' | 'rating_needed',
): Promise<readonly Change[]> =>
  notify(context, {
    kind,
    to: await interviewOwners(context, interview),
    subjectId: interview.id,
    applicationId: interview.applicationId,
  });

/**
 * A run of the scorer that the job's region allows over the answers as they stand now. Where a language model could not judge,
 * the run names both scorers, so that scoring again later makes a new run.
 */
export async function machineRun(
  context: TenantContext,
  interview: Interview,
  version: JobVersion,
  answers: readonly Answer[],
): Promise<ScoreRun> {
  const { services } = context;
  const scorer = scorerForRegion(services.scorer, version.definition.region);
  const resume = await resumeText(context, interview);
  const maps = calibrationsAt(await context.store.quality.calibrations(), version.publishedAt);
  const asked = interview.plan.questions.flatMap(({ questionId }) => {
    const question = version.definition.questions.find((q) => q.id === questionId);
    if (!question) return [];
    const empty = unansweredScore(
      countedAnswers(answers, questionId),
      (scorer.remote?.embedded ?? scorer).identity,
    );
    const requests = scoreRequests(version.definition, question, answers, interview.lang, resume);
    return requests.map((request) => ({ questionId, request, empty, family: question.type }));
  });
  // All at once: a model's answers one after another would outlast the hold on this piece of work.
  const items: ScoredItem[] = await Promise.all(
    asked.map(async ({ questionId, request, empty, family }) => ({
      questionId,
      dimension: request.dimension.code,
      result: empty ?? calibrated(await scorer.score(request), family, maps),
    })),
  );
  const across = await acrossAnswers(scorer, interview, version, answers);
  const shared = [
    ...(await sharedWords(context, interview, version, answers)),
    ...repeatedAnswers(interview, version, answers),
  ];
  return {
    id: services.ids.next('run'),
    interviewId: interview.id,
    ...runIdentity(scorer, items),
    raterId: null,
    data: {
      items,
      ...(across.length > 0 ? { across } : {}),
      ...(shared.length > 0 ? { shared } : {}),
    },
    inputHash: await services.digest.sha256(
      answers.map((answer) => `${answer.contentHash}|${answer.text}`).join('\n'),
    ),
    createdAt: nowOf(services),
  };
}

/** What only shows over all answers together; the dimension is judged so where the rubric asks for it. */
async function acrossAnswers(
  scorer: AnswerScorer,
  interview: Interview,
  version: JobVersion,
  answers: readonly Answer[],
): Promise<readonly ScoredAcross[]> {
  const { rubric, questions } = version.definition;
  if (!rubric.some(({ dimension }) => dimension.code === expressionDimension)) return [];
  const told = interview.plan.questions.flatMap(({ questionId }) => {
    const question = questions.find(({ id }) => id === questionId);
    const turns = turnsOf(answers, questionId);
    return question && turns.length > 0
      ? [{ question: scoredQuestion(question, interview.lang), turns }]
      : [];
  });
  const result = await scorer.scoreAcross?.({ lang: interview.lang, answers: told });
  return result ? [{ dimension: expressionDimension, result }] : [];
}

/** Which scorers judged: the names are joined where a model judged some answers and the embedded scorer the others. */
function runIdentity(
  scorer: AnswerScorer,
  items: readonly ScoredItem[],
): Pick<ScoreRun, 'kind' | 'scorerVersion'> {
  const told = items.filter(({ result }) => !['skipped', 'not_asked', 'technical'].includes(result.state));
  const used = new Map(
    told.map(({ result: { scorer: by } }) => [
      by.calibration ? `${by.version}/${by.calibration}` : by.version,
      by.kind,
    ]),
  );
  if (used.size === 0) used.set(scorer.identity.version, scorer.identity.kind);
  return {
    kind: [...used.values()].includes('llm') ? 'llm' : 'embedded',
    scorerVersion: [...used.keys()].sort().join('+'),
  };
}

/** The résumé's visible text, only for points to verify; it never raises or lowers a score. */
async function resumeText(context: TenantContext, interview: Interview): Promise<string | undefined> {
  const application = await context.store.applications.get(interview.applicationId);
  const resume = application?.resumeId ? await context.store.resumes.get(application.resumeId) : null;
  const stored = resume ? await openStoredResume(context, resume) : null;
  return stored ? stored.pages.flat().join('\n') : undefined;
}

/** A new report over score runs; each person's newest ratings count. */
export async function newReport(
  { services, store }: TenantContext,
  interview: Interview,
  version: JobVersion,
  answers: readonly Answer[],
  runs: readonly ScoreRun[],
): Promise<Report> {
  const machine = runs.filter((run) => run.kind !== 'human').at(-1);
  const byRater = new Map(runs.filter((run) => run.kind === 'human').map((run) => [run.raterId, run]));
  const data = buildReport({
    job: version.definition,
    questions: interview.plan.questions,
    answers,
    items: machine?.data.items ?? [],
    across: machine?.data.across ?? [],
    shared: machine?.data.shared ?? [],
    ratings: [...byRater.values()].map((run) => run.data.ratings ?? []),
    runIds: runs.map((run) => run.id),
    now: nowOf(services),
  });
  const before = await store.reports.latest(interview.id);
  return {
    id: services.ids.next('rep'),
    interviewId: interview.id,
    applicationId: interview.applicationId,
    number: (before?.number ?? 0) + 1,
    suggestion: data.suggestion,
    score10: data.score10,
    data,
    createdAt: data.createdAt,
  };
}

/** The feedback's draft follows the newest report as long as nobody has edited or released it. */
export async function feedbackDraft(
  { services, store }: TenantContext,
  interview: Interview,
  version: JobVersion,
  report: Report,
  answers: readonly Answer[],
): Promise<Change[]> {
  const data = draftFeedback(version.definition, report.data, answers, interview.lang);
  const before = await store.feedback.ofInterview(interview.id);
  if (before) {
    const untouched = before.state === 'draft' && before.editedBy === null;
    return untouched ? [store.feedback.edit(before.id, data, null, report.createdAt)] : [];
  }
  return [
    store.feedback.add({
      id: services.ids.next('fbk'),
      interviewId: interview.id,
      data,
      state: 'draft',
      editedBy: null,
      releasedBy: null,
      releasedAt: null,
      openedAt: null,
      updatedAt: report.createdAt,
    }),
  ];
}

/** The application follows its interview to `scored`; without a report its score and suggestion stay as they are. */
export async function applicationScored(
  { services, store, actor }: TenantContext,
  interview: Interview,
  report: Report | null,
): Promise<Change[]> {
  const application = await store.applications.get(interview.applicationId);
  if (!application) return [];
  const now = nowOf(services);
  const set = report ? { score10: report.score10, suggestion: report.suggestion } : {};
  if (application.status !== 'in_interview') return [store.applications.update(application.id, set, now)];
  return [
    store.applications.move(application.id, 'in_interview', 'scored', now, set),
    store.applications.addEvent({
      id: services.ids.next('evt'),
      applicationId: application.id,
      fromStatus: 'in_interview',
      toStatus: 'scored',
      actorKind: actor.kind,
      actorId: actor.id,
      reasonCode: null,
      note: null,
      at: now,
    }),
  ];
}
