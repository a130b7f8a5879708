import { companyProfile } from '../company/company-settings.ts';
import type { ConsentKind } from '../consent/consent.ts';
import { consentTexts, consentWording, filledConsent } from '../consent/consent-texts.ts';
import { AppError } from '../errors/app-error.ts';
import type { AnswerPlace, Consent, Interview } from '../ports/repositories/interviews.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { type Accommodations, isAnswering, isEnterable } from './interview.ts';

/** Hours within which a started interview can be gone on with. */
export const resumeHours = 72;

/** An interview with what is needed to hold it. */
export interface HeldInterview {
  readonly interview: Interview;
  readonly version: JobVersion;
  readonly answers: readonly AnswerPlace[];
}

/**
 * Loads the interview of a candidate's link.
 * @throws AppError `NOT_FOUND`
 */
export async function heldInterview({ store }: TenantContext, interviewId: string): Promise<HeldInterview> {
  const interview = await store.interviews.get(interviewId);
  const version = interview ? await store.jobs.version(interview.jobVersionId) : null;
  if (!interview || !version) throw new AppError('NOT_FOUND');
  return { interview, version, answers: await store.answers.placesOf(interviewId) };
}

/** Newest consent of each kind. */
export function currentConsents(rows: readonly Consent[]): Readonly<Partial<Record<ConsentKind, boolean>>> {
  return Object.fromEntries(rows.map((row) => [row.kind, row.granted]));
}

/**
 * Records the candidate's consents, language and accommodations before the interview, and takes the device.
 * Refusing AI scoring keeps the interview: a person will rate (R1).
 * @throws AppError `VALIDATION` when the consent needed to take part is missing; `STATE_CONFLICT` after the start.
 */
export async function giveConsents(
  context: TenantContext,
  interviewId: string,
  input: {
    readonly consents: Readonly<Partial<Record<ConsentKind, boolean>>>;
    readonly lang: 'zh' | 'en';
    readonly accommodations: Accommodations;
    readonly deviceId: string;
  },
): Promise<void> {
  const { services, store, actor } = context;
  const { interview } = await heldInterview(context, interviewId);
  if (!isEnterable(interview.state) || isAnswering(interview.state)) {
    throw new AppError('STATE_CONFLICT', { details: { state: interview.state } });
  }
  const missing = consentTexts.find((text) => text.required && input.consents[text.kind] !== true);
  if (missing) {
    throw new AppError('VALIDATION', {
      details: {
        field: missing.title[input.lang],
        problem:
          input.lang === 'zh'
            ? '需要同意才能参加，或选择真人面试'
            : 'is needed to take part; or ask for a person',
      },
    });
  }
  const now = nowOf(services);
  const days = await companyProfile(services.system, store);
  const rows = await Promise.all(
    consentTexts.map(async (text) =>
      store.consents.add({
        id: services.ids.next('cns'),
        interviewId,
        kind: text.kind,
        granted: input.consents[text.kind] === true,
        textHash: await services.digest.sha256(consentWording(filledConsent(text, days), input.lang)),
        locale: input.lang === 'zh' ? 'zh-CN' : 'en-US',
        at: now,
      }),
    ),
  );
  await services.system.commit([
    ...rows,
    store.interviews.claimDevice(interviewId, input.deviceId, now),
    store.interviews.move(interviewId, ['created', 'notified', 'consented'], 'consented', now, {
      set: {
        lang: input.lang,
        accommodations: input.accommodations,
        aiScoring: input.consents.ai_scoring === true,
      },
    }),
    store.audit.add({
      actor,
      action: 'interview.consented',
      subjectKind: 'interview',
      subjectId: interviewId,
      at: now,
    }),
  ]);
}

/**
 * Starts the interview on this device: the clock of 72 hours begins, the application is in interview.
 * Starting again what was started is fine.
 */
export async function startInterview(
  context: TenantContext,
  interviewId: string,
  deviceId: string,
): Promise<void> {
  const { services, store, actor } = context;
  const { interview } = await heldInterview(context, interviewId);
  if (isAnswering(interview.state)) return claimDevice(context, interviewId, deviceId);
  if (interview.state !== 'consented')
    throw new AppError('STATE_CONFLICT', { details: { state: interview.state } });
  const application = await store.applications.get(interview.applicationId);
  const now = nowOf(services);
  const until = new Date(Date.parse(now) + resumeHours * 3_600_000).toISOString();
  const links = (await services.system.publicLinksOf(context.tenantId, interviewId)).filter(
    (link) => link.kind === 'interview' && !link.revokedAt && link.expiresAt < until,
  );
  await services.system.commit([
    store.interviews.claimDevice(interviewId, deviceId, now),
    store.interviews.move(interviewId, ['consented'], 'started', now, {
      set: { startedAt: now, resumableUntil: until },
    }),
    // Whoever starts on the last day still has the promised time to finish.
    ...links.map((link) => services.system.extendPublicLink(link.tokenHash, until)),
    ...(application?.status === 'invited'
      ? [
          store.applications.move(application.id, 'invited', 'in_interview', now),
          store.applications.addEvent({
            id: services.ids.next('evt'),
            applicationId: application.id,
            fromStatus: 'invited',
            toStatus: 'in_interview',
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
      action: 'interview.started',
      subjectKind: 'interview',
      subjectId: interviewId,
      at: now,
    }),
  ]);
}

/** Moves the interview to this device; the other one is told when it next speaks. */
export async function claimDevice(
  context: TenantContext,
  interviewId: string,
  deviceId: string,
): Promise<void> {
  const { services, store } = context;
  await store.commit([store.interviews.claimDevice(interviewId, deviceId, nowOf(services))]);
}

/**
 * Refuses what another device than the active one sends, or what comes after the end.
 * @throws AppError `ANOTHER_DEVICE`, `STATE_CONFLICT`, `LINK_EXPIRED` past the 72 hours
 */
export function assertAnswering(interview: Interview, deviceId: string, now: string): void {
  if (!isAnswering(interview.state)) {
    throw new AppError('STATE_CONFLICT', { details: { state: interview.state } });
  }
  if (interview.resumableUntil && interview.resumableUntil < now) throw new AppError('LINK_EXPIRED');
  if (interview.deviceId !== deviceId) throw new AppError('ANOTHER_DEVICE');
}

/** Asks for an interview with a person instead of this one (R2, R14); HR is shown the wish. */
export async function askForPerson(context: TenantContext, interviewId: string): Promise<void> {
  const { services, store, actor } = context;
  const { interview } = await heldInterview(context, interviewId);
  const now = nowOf(services);
  await store.commit([
    store.interviews.update(
      interviewId,
      { accommodations: { ...interview.accommodations, humanInterviewer: true } },
      now,
    ),
    store.audit.add({
      actor,
      action: 'interview.person_wanted',
      subjectKind: 'interview',
      subjectId: interviewId,
      at: now,
    }),
  ]);
}
