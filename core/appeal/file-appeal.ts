import { AppError } from '../errors/app-error.ts';
import { notify, peopleWith } from '../message/notify.ts';
import type { Appeal } from '../ports/repositories/reports.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { type AppealWindow, appealWindow, dueOf } from './appeal-window.ts';

/** Longest appeal or answer in UTF-16 units. */
export const maxAppealLength = 2000;

/** The appeals of an interview, oldest first, and whether another may be filed. */
export async function appealsOf(
  { services, store }: TenantContext,
  interviewId: string,
): Promise<{ readonly appeals: readonly Appeal[]; readonly window: AppealWindow }> {
  const interview = await store.interviews.get(interviewId);
  if (!interview) throw new AppError('NOT_FOUND');
  const [feedback, decisions, appeals] = await Promise.all([
    store.feedback.ofInterview(interviewId),
    store.decisions.ofApplication(interview.applicationId),
    store.feedback.appeals({ interviewId }),
  ]);
  const window = appealWindow({
    feedback: feedback?.state === 'released' ? feedback : null,
    // A decision counts for the interview it followed, not for an earlier round of the same application.
    decisions: decisions.filter((decision) => decision.decidedAt >= interview.createdAt),
    appeals,
    now: nowOf(services),
  });
  return { appeals: [...appeals].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)), window };
}

/**
 * The candidate asks a second person to look at the result again. Sending the same words twice files one appeal.
 * @throws AppError `NOT_FOUND`, `VALIDATION` for empty or overlong words, `APPEAL_NOT_OPEN` outside the fifteen days
 *   or when this result was reviewed before.
 */
export async function fileAppeal(
  context: TenantContext,
  interviewId: string,
  words: string,
): Promise<Appeal> {
  const { services, store, actor, lang } = context;
  const text = words.trim();
  if (text === '' || text.length > maxAppealLength) {
    const problem =
      lang === 'zh' ? `请填写 1 到 ${maxAppealLength} 个字` : `write 1 to ${maxAppealLength} characters`;
    throw new AppError('VALIDATION', { details: { field: 'text', problem } });
  }
  const { appeals, window } = await appealsOf(context, interviewId);
  const same = appeals.find((appeal) => appeal.state === 'open' && appeal.text === text);
  if (same) return same;
  if (window.state !== 'open') throw new AppError('APPEAL_NOT_OPEN', { details: { state: window.state } });
  const now = nowOf(services);
  const appeal: Appeal = {
    id: services.ids.next('apl'),
    interviewId,
    text,
    state: 'open',
    dueAt: dueOf(now),
    reviewerId: null,
    answer: null,
    createdAt: now,
    closedAt: null,
  };
  const interview = await store.interviews.get(interviewId);
  await store.commit([
    store.feedback.addAppeal(appeal),
    ...notify(context, {
      kind: 'appeal_filed',
      to: await peopleWith(context, 'appeal.write'),
      subjectId: appeal.id,
      applicationId: interview?.applicationId,
    }),
    store.audit.add({
      actor,
      action: 'appeal.filed',
      subjectKind: 'interview',
      subjectId: interviewId,
      data: { appealId: appeal.id, dueAt: appeal.dueAt },
      at: now,
    }),
  ]);
  return appeal;
}
