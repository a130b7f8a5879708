import { AppError } from '../errors/app-error.ts';
import { interviewOwners, notify } from '../message/notify.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { meLinkOf } from './me-link.ts';
import { currentStep } from './next-step.ts';
import { assertAnswering, heldInterview } from './session.ts';

/**
 * Hands the interview in: answers are closed, scoring or a person's rating begins, and the candidate gets the link of
 * their own page. Handing in twice gives the same link.
 * @throws AppError `VALIDATION` while questions are open; skipping is allowed, leaving is not counted as an answer.
 */
export async function submitInterview(
  context: TenantContext,
  interviewId: string,
  deviceId: string,
): Promise<{ readonly meUrl: string }> {
  const { services, store, tenantId, actor, lang } = context;
  const held = await heldInterview(context, interviewId);
  const { interview } = held;
  if (interview.submittedAt) return { meUrl: (await meLinkOf(context, interviewId)).url };
  const now = nowOf(services);
  assertAnswering(interview, deviceId, now);
  const step = await currentStep(context, held);
  if (step.kind === 'question') {
    throw new AppError('VALIDATION', {
      details: {
        field: 'answers',
        problem: lang === 'zh' ? '还有题目没有回答或跳过' : 'a question is neither answered nor skipped',
      },
    });
  }
  const page = await meLinkOf(context, interviewId);
  await services.system.commit([
    store.interviews.move(interviewId, ['started', 'answering'], 'submitted', now, {
      deviceId,
      set: { submittedAt: now },
    }),
    ...page.changes,
    services.system.enqueue(tenantId, 'interview.score', { interviewId }),
    store.audit.add({
      actor,
      action: 'interview.submitted',
      subjectKind: 'interview',
      subjectId: interviewId,
      at: now,
    }),
  ]);
  return { meUrl: page.url };
}

/**
 * The candidate withdraws: nothing more is asked or scored; what is kept follows retention. The link stays, so that it
 * tells what happened and leads to the candidate's own page.
 */
export async function withdrawInterview(context: TenantContext, interviewId: string): Promise<void> {
  const { services, store, actor } = context;
  const { interview } = await heldInterview(context, interviewId);
  if (interview.state === 'withdrawn') return;
  const application = await store.applications.get(interview.applicationId);
  const now = nowOf(services);
  const page = await meLinkOf(context, interviewId);
  await services.system.commit([
    store.interviews.move(interviewId, [interview.state], 'withdrawn', now),
    ...page.changes,
    ...notify(context, {
      kind: 'candidate_withdrew',
      to: await interviewOwners(context, interview),
      subjectId: interviewId,
      applicationId: interview.applicationId,
    }),
    ...(application && !['hired', 'rejected', 'withdrawn'].includes(application.status)
      ? [
          store.applications.move(application.id, application.status, 'withdrawn', now),
          store.applications.addEvent({
            id: services.ids.next('evt'),
            applicationId: application.id,
            fromStatus: application.status,
            toStatus: 'withdrawn',
            actorKind: actor.kind,
            actorId: actor.id,
            reasonCode: null,
            note: null,
            at: now,
          }),
        ]
      : []),
    store.audit.add({
      actor,
      action: 'interview.withdrawn',
      subjectKind: 'interview',
      subjectId: interviewId,
      at: now,
    }),
  ]);
}
