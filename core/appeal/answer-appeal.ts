import { permissionsOf } from '../access/permissions.ts';
import { canMove } from '../application/application.ts';
import { AppError } from '../errors/app-error.ts';
import { closeCards } from '../message/notify.ts';
import type { Interview } from '../ports/repositories/interviews.ts';
import type { Appeal } from '../ports/repositories/reports.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { maxAppealLength } from './file-appeal.ts';

/** An appeal as staff see it in their list. */
export interface AppealItem extends Appeal {
  readonly applicationId: string;
  readonly candidateId: string | null;
  readonly overdue: boolean;
  /** Whether the caller may answer it: not whoever took part in the decision. */
  readonly mayAnswer: boolean;
  /** True when nobody in the company may: another person must be invited first. */
  readonly nobodyMay: boolean;
}

/** People who took part in the result: deciders and whoever released the feedback. */
async function deciders({ store }: TenantContext, interview: Interview): Promise<ReadonlySet<string>> {
  const [decisions, feedback] = await Promise.all([
    store.decisions.ofApplication(interview.applicationId),
    store.feedback.ofInterview(interview.id),
  ]);
  const ids = decisions.map((decision) => decision.decidedBy);
  return new Set(feedback?.releasedBy ? [...ids, feedback.releasedBy] : ids);
}

/** Active people who may answer appeals at all. */
async function reviewers({ store }: TenantContext): Promise<readonly string[]> {
  return (await store.people.list())
    .filter((person) => person.state === 'active' && permissionsOf(person.roles).has('appeal.write'))
    .map((person) => person.id);
}

/** The company's appeals by due date, in one state or all. */
export async function listAppeals(
  context: TenantContext,
  filter: { readonly state?: Appeal['state']; readonly interviewId?: string },
): Promise<readonly AppealItem[]> {
  const { services, store, actor } = context;
  const now = nowOf(services);
  const [appeals, able] = await Promise.all([store.feedback.appeals(filter), reviewers(context)]);
  return Promise.all(
    appeals.map(async (appeal) => {
      const interview = await store.interviews.get(appeal.interviewId);
      const application = interview ? await store.applications.get(interview.applicationId) : null;
      const barred = interview ? await deciders(context, interview) : new Set<string>();
      const free = able.filter((id) => !barred.has(id));
      return {
        ...appeal,
        applicationId: interview?.applicationId ?? '',
        candidateId: application?.candidateId ?? null,
        overdue: appeal.state === 'open' && appeal.dueAt < now,
        mayAnswer: appeal.state === 'open' && actor.id !== null && free.includes(actor.id),
        nobodyMay: appeal.state === 'open' && free.length === 0,
      };
    }),
  );
}

/**
 * A second person closes an appeal. `changed` takes a rejection back, so that the application can be decided anew;
 * `kept` leaves the result. Both need reasons, which the candidate reads.
 * @throws AppError `NOT_FOUND`, `VALIDATION` without reasons, `STATE_CONFLICT` when it is closed,
 *   `REVIEWER_IS_DECIDER` for whoever took part in the decision, `REVIEWER_MISSING` when nobody else could answer.
 */
export async function answerAppeal(
  context: TenantContext,
  appealId: string,
  input: { readonly outcome: 'kept' | 'changed'; readonly answer: string },
): Promise<Appeal> {
  const { services, store, actor, lang } = context;
  const appeal = await store.feedback.appeal(appealId);
  const interview = appeal ? await store.interviews.get(appeal.interviewId) : null;
  if (!appeal || !interview || actor.id === null) throw new AppError('NOT_FOUND');
  if (appeal.state !== 'open') throw new AppError('STATE_CONFLICT', { details: { state: appeal.state } });
  const answer = input.answer.trim();
  if (answer === '' || answer.length > maxAppealLength) {
    const problem =
      lang === 'zh'
        ? `请写明理由，1 到 ${maxAppealLength} 个字`
        : `give reasons, 1 to ${maxAppealLength} characters`;
    throw new AppError('VALIDATION', { details: { field: 'answer', problem } });
  }
  const barred = await deciders(context, interview);
  if (barred.has(actor.id)) {
    const others = (await reviewers(context)).filter((id) => !barred.has(id));
    throw new AppError(others.length === 0 ? 'REVIEWER_MISSING' : 'REVIEWER_IS_DECIDER');
  }
  const now = nowOf(services);
  await store.commit([
    closeCards(context, appealId, 'decided'),
    store.feedback.closeAppeal(appealId, input.outcome, actor.id, answer, now),
    ...(input.outcome === 'changed' ? await reopening(context, interview, now) : []),
    store.audit.add({
      actor,
      action: `appeal.${input.outcome}`,
      subjectKind: 'interview',
      subjectId: interview.id,
      data: { appealId },
      at: now,
    }),
  ]);
  return { ...appeal, state: input.outcome, reviewerId: actor.id, answer, closedAt: now };
}

async function reopening({ services, store, actor }: TenantContext, interview: Interview, now: string) {
  const application = await store.applications.get(interview.applicationId);
  if (application?.status !== 'rejected' || !canMove('rejected', 'scored')) return [];
  return [
    store.applications.move(application.id, 'rejected', 'scored', now),
    store.applications.addEvent({
      id: services.ids.next('evt'),
      applicationId: application.id,
      fromStatus: 'rejected',
      toStatus: 'scored',
      actorKind: actor.kind,
      actorId: actor.id,
      reasonCode: 'appeal',
      note: null,
      at: now,
    }),
  ];
}
