import { companyProfile } from '../company/company-settings.ts';
import type { ConsentKind } from '../consent/consent.ts';
import { consentTexts, consentWording, filledConsent } from '../consent/consent-texts.ts';
import { AppError } from '../errors/app-error.ts';
import { withdrawInterview } from '../interview/finish.ts';
import { currentConsents } from '../interview/session.ts';
import type { Interview } from '../ports/repositories/interviews.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { eraseUnusedTakes } from '../recording/erase-recording.ts';
import { newReport } from '../report/score-interview.ts';

/**
 * Takes a consent back (R1): recordings are erased at once; without AI scoring a person rates instead and the
 * machine's score no longer counts; without the consent to take part the application is withdrawn. Taking back what
 * was never given changes nothing.
 * @throws AppError `NOT_FOUND` for an unknown kind or interview
 */
export async function withdrawConsent(
  context: TenantContext,
  interviewId: string,
  kind: ConsentKind,
): Promise<void> {
  const { services, store, tenantId, actor, lang } = context;
  const interview = await store.interviews.get(interviewId);
  const text = consentTexts.find((one) => one.kind === kind);
  if (!interview || !text) throw new AppError('NOT_FOUND');
  const held = currentConsents(await store.consents.ofInterview(interviewId));
  if (held[kind] !== true) return;
  if (kind === 'interview') await withdrawInterview(context, interviewId);
  const now = nowOf(services);
  const days = await companyProfile(services.system, store);
  await store.commit([
    store.consents.add({
      id: services.ids.next('cns'),
      interviewId,
      kind,
      granted: false,
      textHash: await services.digest.sha256(consentWording(filledConsent(text, days), lang)),
      locale: lang === 'zh' ? 'zh-CN' : 'en-US',
      at: now,
    }),
    ...(kind === 'ai_scoring' ? await withoutMachine(context, interview, now) : []),
    store.audit.add({
      actor,
      action: 'consent.withdrawn',
      subjectKind: 'interview',
      subjectId: interviewId,
      data: { kind },
      at: now,
    }),
  ]);
  if (kind === 'recording') {
    await eraseUnusedTakes(services, tenantId, await store.recordings.ofInterview(interviewId), new Set());
  }
}

/** From now on people rate. A score that stands gives way to a report over people's ratings alone. */
async function withoutMachine(
  context: TenantContext,
  interview: Interview,
  now: string,
): Promise<readonly Change[]> {
  const { store } = context;
  const off = store.interviews.update(interview.id, { aiScoring: false }, now);
  const version = await store.jobs.version(interview.jobVersionId);
  if (interview.state !== 'scored' || !version) return [off];
  const answers = await store.answers.ofInterview(interview.id);
  const ratings = (await store.reports.runs(interview.id)).filter((run) => run.kind === 'human');
  const report = await newReport(context, interview, version, answers, ratings);
  const application = await store.applications.get(interview.applicationId);
  return [
    off,
    store.reports.add(report),
    ...(ratings.length === 0 ? [store.interviews.move(interview.id, ['scored'], 'awaiting_human', now)] : []),
    ...(application
      ? [
          store.applications.update(
            application.id,
            { score10: report.score10, suggestion: report.suggestion },
            now,
          ),
        ]
      : []),
  ];
}
