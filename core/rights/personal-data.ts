import { openContact } from '../application/contact.ts';
import { consentTexts } from '../consent/consent-texts.ts';
import { AppError } from '../errors/app-error.ts';
import { countedAnswers } from '../interview/scoring-input.ts';
import type { Candidate, Resume } from '../ports/repositories/candidates.ts';
import type { Answer, Consent, Interview, Recording } from '../ports/repositories/interviews.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import type { Appeal, Feedback, Report } from '../ports/repositories/reports.ts';
import type { CorrectionRequest } from '../ports/repositories/rights.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';

/** All that one interview holds about its candidate, in the open. */
export interface PersonalData {
  readonly candidate: Candidate;
  readonly phone: string | null;
  readonly email: string | null;
  readonly interview: Interview;
  readonly version: JobVersion;
  readonly answers: readonly Answer[];
  readonly recordings: readonly Recording[];
  readonly consents: readonly Consent[];
  readonly resumes: readonly Resume[];
  readonly feedback: Feedback | null;
  readonly corrections: readonly CorrectionRequest[];
  readonly applicationStatus: string;
  readonly appliedAt: string;
}

/**
 * Reads it.
 * @throws AppError `NOT_FOUND`
 */
export async function personalData(context: TenantContext, interviewId: string): Promise<PersonalData> {
  const { store } = context;
  const interview = await store.interviews.get(interviewId);
  const version = interview ? await store.jobs.version(interview.jobVersionId) : null;
  const application = interview ? await store.applications.get(interview.applicationId) : null;
  const candidate = application ? await store.candidates.get(application.candidateId) : null;
  if (!interview || !version || !application || !candidate) throw new AppError('NOT_FOUND');
  const [contact, answers, recordings, consents, resumes, feedback, corrections] = await Promise.all([
    openContact(context, candidate),
    store.answers.ofInterview(interviewId),
    store.recordings.ofInterview(interviewId),
    store.consents.ofInterview(interviewId),
    store.resumes.ofCandidate(candidate.id),
    store.feedback.ofInterview(interviewId),
    store.rights.corrections({ interviewId }),
  ]);
  return {
    candidate,
    ...contact,
    interview,
    version,
    answers,
    recordings,
    consents,
    resumes,
    feedback: feedback?.state === 'released' ? feedback : null,
    corrections,
    applicationStatus: application.status,
    appliedAt: application.createdAt,
  };
}

/** A phone number with only its ends to be seen: whoever finds the link should not learn it. */
export const maskedPhone = (phone: string | null): string | null =>
  phone === null ? null : phone.replace(/\d(?=\d{4})/g, (digit, at: number) => (at < 3 ? digit : '*'));

/** A mail address with only its first letter and domain to be seen. */
export const maskedEmail = (email: string | null): string | null =>
  email === null ? null : email.replace(/^(.)[^@]*/, '$1***');

/** The answers that count, with their questions, in the order asked. */
export function answeredQuestions(data: PersonalData) {
  return data.interview.plan.questions.flatMap(({ questionId }) => {
    const question = data.version.definition.questions.find((one) => one.id === questionId);
    const answers = countedAnswers(data.answers, questionId);
    return question && answers.length > 0 ? [{ question, answers }] : [];
  });
}

const exportedAnswers = (data: PersonalData, lang: 'zh' | 'en') =>
  answeredQuestions(data).map(({ question, answers }) => ({
    question: question.text[lang],
    turns: answers.map((answer) => ({
      followUp: answer.probe,
      mode: answer.mode,
      skipped: answer.skipped,
      text: answer.text,
      words: answer.textSource,
      recognisedWords: answer.originalText,
      process: answer.process,
      storedAt: answer.storedAt,
      sha256: answer.contentHash,
    })),
  }));

const exportedInterview = (data: PersonalData, lang: 'zh' | 'en') => ({
  state: data.interview.state,
  language: data.interview.lang,
  accommodations: data.interview.accommodations,
  aiScoring: data.interview.aiScoring,
  startedAt: data.interview.startedAt,
  submittedAt: data.interview.submittedAt,
  answers: exportedAnswers(data, lang),
  recordings: data.recordings.map(({ mediaType, bytes, durationMs, state, createdAt, erasedAt }) => ({
    mediaType,
    bytes,
    durationMs,
    state,
    createdAt,
    erasedAt,
  })),
});

const exportedConsents = (data: PersonalData, lang: 'zh' | 'en') =>
  data.consents.map(({ kind, granted, textHash, locale, at }) => ({
    kind,
    title: consentTexts.find((text) => text.kind === kind)?.title[lang] ?? kind,
    granted,
    textHash,
    locale,
    at,
  }));

function exportedScores({ version }: PersonalData, report: Report | null, lang: 'zh' | 'en') {
  if (!report) return null;
  return report.data.dimensions.map(({ code, state, score10, band10 }) => {
    const row = version.definition.rubric.find((one) => one.dimension.code === code);
    return { dimension: row?.dimension.name[lang] ?? code, state, score10, band10 };
  });
}

/** A request with its answer; who handled it is the company's own matter. */
const exchange = ({ text, state, answer, createdAt, closedAt }: CorrectionRequest | Appeal) => ({
  text,
  state,
  answer,
  createdAt,
  closedAt,
});

/**
 * Everything the company stores about the candidate of this interview, as one document (R8); the export is audited.
 * Scores stand in it once feedback was released.
 */
export async function exportPersonalData(context: TenantContext, interviewId: string) {
  const { services, store, actor, lang } = context;
  const data = await personalData(context, interviewId);
  const { candidate } = data;
  const [report, appeals, rounds] = await Promise.all([
    data.feedback ? store.reports.latest(interviewId) : null,
    store.feedback.appeals({ interviewId }),
    store.secondRounds.ofApplication(data.interview.applicationId),
  ]);
  const at = nowOf(services);
  await store.commit([
    store.audit.add({
      actor,
      action: 'rights.exported',
      subjectKind: 'interview',
      subjectId: interviewId,
      at,
    }),
  ]);
  return {
    form: 'jinji.personal-data/1',
    exportedAt: at,
    person: {
      name: candidate.name,
      phone: data.phone,
      email: data.email,
      city: candidate.city,
      profile: candidate.profile,
    },
    application: {
      job: data.version.definition.title,
      appliedAt: data.appliedAt,
      status: data.applicationStatus,
    },
    resumes: data.resumes.map(({ fileName, mediaType, size, createdAt }) => ({
      fileName,
      mediaType,
      size,
      createdAt,
    })),
    interview: exportedInterview(data, lang),
    secondRounds: rounds.map(({ state, startsAt, minutes, place, note }) => ({
      state,
      startsAt,
      minutes,
      place,
      note,
    })),
    consents: exportedConsents(data, lang),
    scores: exportedScores(data, report, lang),
    feedback: data.feedback?.data ?? null,
    appeals: appeals.map(exchange),
    corrections: data.corrections.map(exchange),
  };
}
