import { AppError } from '../errors/app-error.ts';
import { closeCards, notify, peopleWith } from '../message/notify.ts';
import type { CorrectionRequest } from '../ports/repositories/rights.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';

/** Days within which staff answer a request about somebody's data (assessment R8). */
export const answerDays = 15;

/** Longest request or answer in UTF-16 units. */
export const maxRequestLength = 2000;

/** Requests one interview may have open at a time. */
const maxOpen = 5;

function wordsOf(text: string, field: string, lang: 'zh' | 'en'): string {
  const words = text.trim();
  if (words !== '' && words.length <= maxRequestLength) return words;
  const problem =
    lang === 'zh' ? `请填写 1 到 ${maxRequestLength} 个字` : `write 1 to ${maxRequestLength} characters`;
  throw new AppError('VALIDATION', { details: { field, problem } });
}

/**
 * The candidate asks to have something about them corrected. The same words twice are one request.
 * @throws AppError `NOT_FOUND`, `VALIDATION`; `STATE_CONFLICT` while five requests are open
 */
export async function askForCorrection(
  context: TenantContext,
  interviewId: string,
  text: string,
): Promise<CorrectionRequest> {
  const { services, store, actor, lang } = context;
  const words = wordsOf(text, 'text', lang);
  const interview = await store.interviews.get(interviewId);
  if (!interview) throw new AppError('NOT_FOUND');
  const open = await store.rights.corrections({ interviewId, state: 'open' });
  const same = open.find((request) => request.text === words);
  if (same) return same;
  if (open.length >= maxOpen) throw new AppError('STATE_CONFLICT', { details: { state: 'open' } });
  const now = nowOf(services);
  const request: CorrectionRequest = {
    id: services.ids.next('cor'),
    interviewId,
    text: words,
    state: 'open',
    dueAt: new Date(Date.parse(now) + answerDays * 86_400_000).toISOString(),
    handledBy: null,
    answer: null,
    createdAt: now,
    closedAt: null,
  };
  await store.commit([
    store.rights.addCorrection(request),
    ...notify(context, {
      kind: 'correction_asked',
      to: await peopleWith(context, 'candidate.write'),
      subjectId: request.id,
      applicationId: interview.applicationId,
    }),
    store.audit.add({
      actor,
      action: 'rights.correction_asked',
      subjectKind: 'interview',
      subjectId: interviewId,
      data: { requestId: request.id, dueAt: request.dueAt },
      at: now,
    }),
  ]);
  return request;
}

/** A request as staff see it in their list. */
export interface CorrectionItem extends CorrectionRequest {
  readonly applicationId: string;
  readonly candidateName: string | null;
  readonly jobTitle: string;
  readonly handledByName: string | null;
  readonly overdue: boolean;
}

/** The company's requests by due date, in one state or all. */
export async function listCorrections(
  { services, store }: TenantContext,
  state?: CorrectionRequest['state'],
): Promise<readonly CorrectionItem[]> {
  const now = nowOf(services);
  const [requests, people] = await Promise.all([
    store.rights.corrections(state ? { state } : {}),
    store.people.list(),
  ]);
  return Promise.all(
    requests.map(async (request) => {
      const interview = await store.interviews.get(request.interviewId);
      const application = interview ? await store.applications.get(interview.applicationId) : null;
      const candidate = application ? await store.candidates.get(application.candidateId) : null;
      const version = interview ? await store.jobs.version(interview.jobVersionId) : null;
      return {
        ...request,
        applicationId: interview?.applicationId ?? '',
        candidateName: candidate?.name ?? null,
        jobTitle: version?.definition.title ?? '',
        handledByName: people.find((person) => person.id === request.handledBy)?.name ?? null,
        overdue: request.state === 'open' && request.dueAt < now,
      };
    }),
  );
}

/**
 * Staff answer a request: corrected, or declined with the reason that the candidate reads.
 * @throws AppError `NOT_FOUND`, `VALIDATION` without words, `STATE_CONFLICT` when it is closed
 */
export async function answerCorrection(
  context: TenantContext,
  requestId: string,
  input: { readonly outcome: 'done' | 'declined'; readonly answer: string },
): Promise<void> {
  const { services, store, actor, lang } = context;
  const request = await store.rights.correction(requestId);
  if (!request) throw new AppError('NOT_FOUND');
  if (request.state !== 'open') throw new AppError('STATE_CONFLICT', { details: { state: request.state } });
  const answer = wordsOf(input.answer, 'answer', lang);
  const now = nowOf(services);
  await store.commit([
    closeCards(context, requestId, 'decided'),
    store.rights.closeCorrection(requestId, {
      state: input.outcome,
      handledBy: actor.id,
      answer,
      closedAt: now,
    }),
    store.audit.add({
      actor,
      action: `rights.correction_${input.outcome}`,
      subjectKind: 'interview',
      subjectId: request.interviewId,
      data: { requestId },
      at: now,
    }),
  ]);
}
