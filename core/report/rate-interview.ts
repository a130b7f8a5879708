import type { ApplicationStatus } from '../application/application.ts';
import { AppError } from '../errors/app-error.ts';
import type { Application } from '../ports/repositories/candidates.ts';
import type { ScoreRun } from '../ports/repositories/reports.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { loadReport, type ReportSubject } from './read-report.ts';
import { applicationScored, feedbackDraft, newReport } from './score-interview.ts';
import type { HumanRating } from './score-run.ts';

/** What can be rated: each question with each of its dimensions in the rubric. */
export function ratingGrid({ version, interview }: Pick<ReportSubject, 'version' | 'interview'>) {
  const rubric = new Set(version.definition.rubric.map((row) => row.dimension.code));
  return interview.plan.questions.flatMap(({ questionId }) => {
    const question = version.definition.questions.find(({ id }) => id === questionId);
    const codes = question?.dimensions.filter((code) => rubric.has(code)) ?? [];
    return codes.map((dimension) => ({ questionId, dimension }));
  });
}

const place = ({ questionId, dimension }: Pick<HumanRating, 'questionId' | 'dimension'>): string =>
  `${questionId}|${dimension}`;

const isHalfStep = (score: number): boolean => score >= 1 && score <= 5 && Number.isInteger(score * 2);

/** Checks a rating form: every place once, scores 1–5 in half steps, at least one of them. */
function assertRatings(
  { lang }: TenantContext,
  subject: ReportSubject,
  ratings: readonly HumanRating[],
): void {
  const refuse = (field: string, zh: string, en: string): never => {
    throw new AppError('VALIDATION', { details: { field, problem: lang === 'zh' ? zh : en } });
  };
  const wanted = new Set(ratingGrid(subject).map(place));
  const given = new Set<string>();
  for (const [index, rating] of ratings.entries()) {
    const field = `ratings/${index}`;
    if (!wanted.has(place(rating)))
      refuse(field, '题目与维度不在本次面试中', 'this question and dimension are not part of the interview');
    if (given.has(place(rating))) refuse(field, '同一项评了两次', 'rated twice');
    if (rating.score !== null && !isHalfStep(rating.score))
      refuse(`${field}/score`, '请评 1–5 分，可用半分', '1 to 5 in half steps');
    given.add(place(rating));
  }
  if (given.size < wanted.size)
    refuse('ratings', '每一项都要评分，或选「无法判断」', 'rate every item, or choose “cannot tell”');
  if (ratings.every(({ score }) => score === null))
    refuse('ratings', '至少要有一项评分', 'at least one item needs a score');
}

/** The newest rating of a person, with how many came before. */
function ownRuns(subject: ReportSubject, personId: string): readonly ScoreRun[] {
  return subject.runs.filter((run) => run.kind === 'human' && run.raterId === personId);
}

const sameRatings = (a: readonly HumanRating[], b: readonly HumanRating[]): boolean => {
  const line = (ratings: readonly HumanRating[]) =>
    ratings
      .map(({ questionId, dimension, score, note }) => JSON.stringify([questionId, dimension, score, note]))
      .sort()
      .join();
  return line(a) === line(b);
};

/**
 * Stores a person's rating and joins it into a new report; earlier ratings of the same person are kept beside it.
 * In blind mode this opens the scores for that person. For an interview without AI it is the score itself, and for a
 * talk that a person held instead it ends the interview.
 * @throws AppError `VALIDATION` with the field, `STATE_CONFLICT` while scoring runs or nothing was handed in
 */
export async function rateInterview(
  context: TenantContext,
  applicationId: string,
  ratings: readonly HumanRating[],
): Promise<void> {
  const { services, store, actor } = context;
  if (actor.kind !== 'person' || !actor.id) throw new AppError('FORBIDDEN');
  const subject = await loadReport(context, applicationId);
  const { interview, version, answers, runs, application } = subject;
  if (interview.state === 'submitted')
    throw new AppError('STATE_CONFLICT', { details: { state: interview.state } });
  assertRatings(context, subject, ratings);
  const own = ownRuns(subject, actor.id);
  const newest = own.at(-1);
  if (newest && sameRatings(newest.data.ratings ?? [], ratings)) return;
  const now = nowOf(services);
  const judged = answers.map((answer) => `${answer.contentHash}|${answer.text}`).join('\n');
  const run: ScoreRun = {
    id: services.ids.next('run'),
    interviewId: interview.id,
    kind: 'human',
    scorerVersion: 'human/1',
    raterId: actor.id,
    data: { items: [], ratings, blind: subject.hidden || subject.report === null },
    inputHash: await services.digest.sha256(
      [actor.id, own.length, JSON.stringify(ratings), judged].join('\n'),
    ),
    createdAt: now,
  };
  const report = await newReport(context, interview, version, answers, [...runs, run]);
  await store.commit([
    store.reports.addRun(run),
    store.reports.add(report),
    ...(await feedbackDraft(context, interview, version, report, answers)),
    ...(interview.state === 'scored' || interview.state === 'released'
      ? []
      : [
          store.interviews.move(interview.id, [interview.state], 'scored', now, {
            set: { submittedAt: interview.submittedAt ?? now },
          }),
        ]),
    ...talked(context, application, now),
    ...(await applicationScored(context, interview, report)),
    ...(application.status === 'invited' ? talkEnded(context, application, report, now) : []),
    store.audit.add({
      actor,
      action: 'report.rated',
      subjectKind: 'application',
      subjectId: applicationId,
      data: { run: run.id, report: report.id, blind: run.data.blind === true },
      at: now,
    }),
  ]);
}

function step(
  { services, store, actor }: TenantContext,
  applicationId: string,
  from: ApplicationStatus,
  to: ApplicationStatus,
  at: string,
): Change {
  return store.applications.addEvent({
    id: services.ids.next('evt'),
    applicationId,
    fromStatus: from,
    toStatus: to,
    actorKind: actor.kind,
    actorId: actor.id,
    reasonCode: null,
    note: null,
    at,
  });
}

/** A talk that a person held takes the application through the interview as the page would have. */
function talked(context: TenantContext, application: Application, at: string): Change[] {
  if (application.status !== 'invited') return [];
  return [
    context.store.applications.move(application.id, 'invited', 'in_interview', at),
    step(context, application.id, 'invited', 'in_interview', at),
  ];
}

function talkEnded(
  context: TenantContext,
  application: Application,
  report: { readonly score10: number | null; readonly suggestion: Application['suggestion'] },
  at: string,
): Change[] {
  return [
    context.store.applications.move(application.id, 'in_interview', 'scored', at, {
      score10: report.score10,
      suggestion: report.suggestion,
    }),
    step(context, application.id, 'in_interview', 'scored', at),
  ];
}
