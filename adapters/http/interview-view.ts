import { companyProfile } from '#core/company/company-settings.ts';
import { consentTexts, filledConsent } from '#core/consent/consent-texts.ts';
import { dictationWays } from '#core/interview/dictation.ts';
import { isAnswering } from '#core/interview/interview.ts';
import { showCandidateLink } from '#core/interview/invite.ts';
import { currentStep, type NextStep } from '#core/interview/next-step.ts';
import { currentConsents, heldInterview } from '#core/interview/session.ts';
import { isTranslated } from '#core/interview/translated.ts';
import type { Interview, Recording } from '#core/ports/repositories/interviews.ts';
import type { PublicLink } from '#core/ports/repositories/system-store.ts';
import type { TenantContext } from '#core/ports/services.ts';
import type { CurrentStep, InterviewView, StepView } from './schemas/interview.ts';

/** Time limits as this candidate has them (R14). */
function limit(interview: Interview, seconds: number): number | null {
  const { noTimer, extraTime } = interview.accommodations;
  return noTimer ? null : Math.round(seconds * extraTime);
}

/** A step in the form the candidate's page reads. */
export function stepView(interview: Interview, step: NextStep): StepView {
  if (step.kind === 'finished') return { kind: 'finished' };
  const { question, planned } = step;
  return {
    kind: 'question',
    questionId: question.id,
    index: step.index,
    turn: step.turn,
    text: question.text,
    asks: question.asks,
    type: question.type,
    probe: step.probe,
    preparationSeconds: step.turn === 0 ? limit(interview, planned.preparationSeconds) : limit(interview, 0),
    answerSeconds: limit(interview, planned.answerSeconds),
    retakes: interview.plan.retakes,
  };
}

/** Ended recordings of the step at hand, so that another device finds what was recorded and not handed in. */
function takesOf(step: StepView | null, recordings: readonly Recording[]): InterviewView['takes'] {
  if (step?.kind !== 'question') return [];
  return recordings
    .filter((r) => r.questionId === step.questionId && r.turn === step.turn && r.state !== 'open')
    .map((r) => ({
      recordingId: r.id,
      mode: r.mediaType.startsWith('video/') ? 'video' : 'voice',
      state: r.state === 'erased' ? 'erased' : 'complete',
      durationMs: r.durationMs,
    }));
}

/** Where the interview stands and what is asked now: what a page needs between two questions. */
export async function stepNow(
  context: TenantContext,
  link: PublicLink,
  device: string,
): Promise<CurrentStep> {
  const held = await heldInterview(context, link.interviewId);
  const { interview } = held;
  const answering = isAnswering(interview.state);
  const step = answering ? stepView(interview, await currentStep(context, held)) : null;
  const spoken = interview.plan.voice || interview.plan.video;
  return {
    state: interview.state,
    active: !answering || interview.deviceId === device,
    step,
    takes: spoken ? takesOf(step, await context.store.recordings.ofInterview(interview.id)) : [],
  };
}

/** The whole view of an interview for the device that asks. */
export async function interviewView(
  context: TenantContext,
  link: PublicLink,
  device: string,
): Promise<InterviewView> {
  const { services, store } = context;
  const held = await heldInterview(context, link.interviewId);
  const { interview, version, answers } = held;
  const [profile, consentRows, dictation] = await Promise.all([
    companyProfile(services.system, store),
    store.consents.ofInterview(interview.id),
    dictationWays(context),
  ]);
  const granted = currentConsents(consentRows);
  const job = version.definition;
  const answering = isAnswering(interview.state);
  const step = answering ? stepView(interview, await currentStep(context, held)) : null;
  const over = interview.submittedAt !== null || ['withdrawn', 'expired'].includes(interview.state);
  const me = over ? await showCandidateLink(context, 'me', interview.id) : null;
  return {
    interviewId: interview.id,
    state: interview.state,
    lang: interview.lang,
    company: profile.name,
    contact: profile.contact,
    jobTitle: job.title,
    translated: isTranslated(job.questions, interview.plan.questions),
    dimensions: job.rubric.map(({ dimension }) => ({
      name: dimension.name,
      definition: dimension.definition,
    })),
    questionCount: interview.plan.questions.length,
    modes: { voice: interview.plan.voice, video: interview.plan.video },
    retakes: interview.plan.retakes,
    followUps: interview.plan.followUps,
    answerSeconds: job.interview.answerSeconds,
    preparationSeconds: job.interview.preparationSeconds,
    transcription: services.transcriber !== null,
    dictation,
    retentionDays: profile.retentionDays,
    videoDays: profile.videoDays,
    dataPlace: profile.dataPlace,
    audioDays: profile.audioDays,
    personWanted: interview.accommodations.humanInterviewer,
    consents: consentTexts.map((text) => ({
      ...filledConsent(text, profile),
      granted: granted[text.kind] ?? null,
    })),
    accommodations: { ...interview.accommodations },
    linkExpiresAt: link.expiresAt,
    resumableUntil: interview.resumableUntil,
    active: !answering || interview.deviceId === device,
    answers: answers.map((answer) => ({
      questionId: answer.questionId,
      turn: answer.turn,
      attempt: answer.attempt,
      mode: answer.mode,
      skipped: answer.skipped,
      contentHash: answer.contentHash,
      storedAt: answer.storedAt,
    })),
    step,
    takes: takesOf(step, await store.recordings.ofInterview(interview.id)),
    meUrl: me?.url ?? null,
  };
}
