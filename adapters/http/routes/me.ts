import { Type } from '@sinclair/typebox';
import { fileAppeal } from '#core/appeal/file-appeal.ts';
import { AppError } from '#core/errors/app-error.ts';
import { withdrawInterview } from '#core/interview/finish.ts';
import { nowOf } from '#core/ports/services.ts';
import { askForCorrection } from '#core/rights/corrections.ts';
import { eraseMyself } from '#core/rights/erase-myself.ts';
import { exportPersonalData } from '#core/rights/personal-data.ts';
import { withdrawConsent } from '#core/rights/withdraw-consent.ts';
import { readRound } from '#core/second-round/read-rounds.ts';
import { fileOfRound } from '#core/second-round/round-texts.ts';
import { meView } from '../me-view.ts';
import { type AnyRoute, route } from '../route.ts';
import { EraseBody, MeView, WithdrawConsentBody, WordsBody } from '../schemas/me.ts';

/** Calls a minute and address: far above one person's pace, also behind one office line. */
const common = { permission: 'me', tag: "Candidate's own page", rate: 240 } as const;

const acts: readonly AnyRoute[] = [
  route({
    ...common,
    method: 'post',
    path: '/api/v1/me/consents/withdraw',
    summary: 'Take a consent back',
    body: WithdrawConsentBody,
    response: MeView,
    naturallyIdempotent: true,
    async handle({ tenant, link, body }) {
      await withdrawConsent(tenant, link.interviewId, body.kind);
      return meView(tenant, link);
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/me/withdraw',
    summary: 'Withdraw the application',
    response: MeView,
    naturallyIdempotent: true,
    async handle({ tenant, link }) {
      await withdrawInterview(tenant, link.interviewId);
      return meView(tenant, link);
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/me/appeals',
    summary: 'Ask another person to review the result',
    body: WordsBody,
    response: MeView,
    naturallyIdempotent: true,
    async handle({ tenant, link, body }) {
      await fileAppeal(tenant, link.interviewId, body.text);
      return meView(tenant, link);
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/me/corrections',
    summary: 'Ask to have something corrected',
    body: WordsBody,
    response: MeView,
    naturallyIdempotent: true,
    async handle({ tenant, link, body }) {
      await askForCorrection(tenant, link.interviewId, body.text);
      return meView(tenant, link);
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/me/erase',
    summary: 'Have everything about me erased; the link stops working',
    body: EraseBody,
    response: 'none',
    naturallyIdempotent: true,
    handle: ({ tenant, link }) => eraseMyself(tenant, link.interviewId),
  }),
];

/** The candidate's own page after the interview: feedback, data, rights, appeal (design D19). */
export const routes: readonly AnyRoute[] = [
  route({
    ...common,
    method: 'get',
    path: '/api/v1/me',
    summary: 'Feedback, stored data, consents and appeals of this candidate',
    response: MeView,
    async handle({ tenant, link, services }) {
      const view = await meView(tenant, link);
      const { store } = tenant;
      const feedback = view.feedback ? await store.feedback.ofInterview(link.interviewId) : null;
      if (feedback && !feedback.openedAt) {
        await store.commit([store.feedback.opened(feedback.id, nowOf(services))]);
      }
      return view;
    },
  }),
  route({
    ...common,
    method: 'get',
    path: '/api/v1/me/export',
    summary: 'Everything stored about me, in the form `jinji.personal-data/1`; the export is recorded',
    response: Type.Object({ form: Type.String(), exportedAt: Type.String() }, { additionalProperties: true }),
    handle: ({ tenant, link }) => exportPersonalData(tenant, link.interviewId),
  }),
  route({
    ...common,
    method: 'get',
    path: '/api/v1/me/second-rounds/:roundId/calendar',
    summary: 'A second round of mine as the text of a calendar file',
    response: Type.Object({ file: Type.String() }),
    async handle({ tenant, link, params }) {
      const file = await readRound(tenant, params.roundId ?? '');
      const interview = await tenant.store.interviews.get(link.interviewId);
      if (file.round.applicationId !== interview?.applicationId) throw new AppError('NOT_FOUND');
      return { file: await fileOfRound(tenant, file, 'candidate') };
    },
  }),
  ...acts,
];
