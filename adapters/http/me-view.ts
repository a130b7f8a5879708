import { appealsOf } from '#core/appeal/file-appeal.ts';
import { companyProfile } from '#core/company/company-settings.ts';
import { consentTexts, filledConsent } from '#core/consent/consent-texts.ts';
import { agreesToTalentPool, talentPoolDays } from '#core/consent/talent-pool.ts';
import type { SecondRound } from '#core/ports/repositories/second-rounds.ts';
import type { PublicLink } from '#core/ports/repositories/system-store.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { isHired } from '#core/rights/erase-myself.ts';
import {
  answeredQuestions,
  maskedEmail,
  maskedPhone,
  type PersonalData,
  personalData,
} from '#core/rights/personal-data.ts';
import { placeText } from '#core/second-round/round-notices.ts';
import type { MeView } from './schemas/me.ts';

function feedbackView({ feedback, version }: PersonalData): MeView['feedback'] {
  if (!feedback) return null;
  const nameOf = (code: string) => {
    const row = version.definition.rubric.find((one) => one.dimension.code === code);
    return row ? { ...row.dimension.name } : { zh: code, en: code };
  };
  const { data } = feedback;
  const point = ({ dimension, text, quote }: (typeof data.strengths)[number]) => ({
    name: nameOf(dimension),
    text,
    quote,
  });
  return {
    lang: data.lang,
    summary: data.summary,
    strengths: data.strengths.map(point),
    improvements: data.improvements.map(point),
    tip: data.tip,
    levels: data.levels.map(({ dimension, score10, band10 }) => ({
      name: nameOf(dimension),
      score10,
      band10: [...band10],
    })),
    releasedAt: feedback.releasedAt,
  };
}

const dataView = (data: PersonalData): MeView['data'] => ({
  name: data.candidate.name,
  phone: maskedPhone(data.phone),
  email: maskedEmail(data.email),
  city: data.candidate.city,
  resumes: data.resumes.map(({ fileName, size, createdAt }) => ({ fileName, size, createdAt })),
  answers: answeredQuestions(data).map(({ question, answers }) => ({
    question: { ...question.text },
    turns: answers.map(({ probe, mode, skipped, text, originalText, storedAt }) => ({
      probe,
      mode,
      skipped,
      text,
      originalText: originalText === text ? null : originalText,
      storedAt,
    })),
  })),
  recordings: data.recordings.filter((recording) => recording.state !== 'erased').length,
});

const myRound = (round: SecondRound): MeView['secondRounds'][number] => ({
  id: round.id,
  state: round.state,
  startsAt: round.startsAt,
  minutes: round.minutes,
  place: round.state === 'arranged' ? placeText(round) : null,
  note: round.state === 'arranged' ? round.note : null,
});

/** The candidate's own page; reading released feedback marks it as opened. */
export async function meView(context: TenantContext, link: PublicLink): Promise<MeView> {
  const { services, store } = context;
  const data = await personalData(context, link.interviewId);
  const [profile, appeal, hired, rounds, pool] = await Promise.all([
    companyProfile(services.system, store),
    appealsOf(context, link.interviewId),
    isHired(context, link.interviewId),
    store.secondRounds.ofApplication(data.interview.applicationId),
    agreesToTalentPool(store, link.interviewId),
  ]);
  const { window } = appeal;
  return {
    company: profile.name,
    contact: profile.contact,
    jobTitle: data.version.definition.title,
    lang: data.interview.lang,
    state: data.interview.state,
    submittedAt: data.interview.submittedAt,
    aiScoring: data.interview.aiScoring,
    feedback: feedbackView(data),
    secondRounds: rounds.map(myRound),
    zone: profile.zone,
    appeal: {
      state: window.state,
      until: 'until' in window ? window.until : null,
      items: appeal.appeals.map(({ id, text, state, createdAt, dueAt, answer, closedAt }) => ({
        id,
        text,
        state,
        createdAt,
        dueAt,
        answer,
        closedAt,
      })),
    },
    consents: consentTexts.map((text) => {
      const rows = data.consents.filter((consent) => consent.kind === text.kind);
      const newest = rows[rows.length - 1];
      return {
        ...filledConsent(text, profile),
        state: newest?.granted ? 'given' : rows.some((row) => row.granted) ? 'withdrawn' : 'not_given',
        at: newest?.at ?? null,
      };
    }),
    data: dataView(data),
    corrections: data.corrections.map(({ id, text, state, createdAt, dueAt, answer, closedAt }) => ({
      id,
      text,
      state,
      createdAt,
      dueAt,
      answer,
      closedAt,
    })),
    retention: {
      days: pool ? Math.max(profile.retentionDays, talentPoolDays) : profile.retentionDays,
      videoDays: profile.videoDays,
      audioDays: profile.audioDays,
    },
    hired,
    linkExpiresAt: link.expiresAt,
  };
}
