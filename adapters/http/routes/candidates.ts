import { addCandidateByHand } from '#core/application/add-by-hand.ts';
import { editProfile } from '#core/application/edit-profile.ts';
import { eraseCandidate } from '#core/application/erase-candidate.ts';
import { keepApart, mergeCandidates, undoMergeDecision } from '#core/application/merge-candidates.ts';
import { correctScreening } from '#core/application/screening-corrections.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  AddCandidateBody,
  AddedCandidateView,
  ApplicationView,
  CorrectionBody,
  EditedProfileView,
  EditProfileBody,
  EraseBody,
  MergeBody,
} from '../schemas/candidates.ts';
import { fileOf } from './applications.ts';

const common = { permission: 'candidate.write', tag: 'Candidates' } as const;

const profileRoutes: readonly AnyRoute[] = [
  route({
    ...common,
    method: 'post',
    path: '/api/v1/jobs/:jobId/candidates',
    summary: 'Add a candidate by hand, without a résumé or beside a file that could not be read',
    body: AddCandidateBody,
    response: AddedCandidateView,
    status: 201,
    async handle({ tenant, params, body: { profile, language, resumeId } }) {
      return {
        applicationId: await addCandidateByHand(tenant, params.jobId ?? '', {
          profile: { ...profile, language },
          resumeId,
        }),
      };
    },
  }),
  route({
    ...common,
    method: 'put',
    path: '/api/v1/candidates/:candidateId/profile',
    summary: 'Save a corrected profile made from a revision; what was read is kept, screening is done again',
    body: EditProfileBody,
    maxBytes: 1_048_576,
    response: EditedProfileView,
    async handle({ tenant, params, body }) {
      const saved = await editProfile(tenant, params.candidateId ?? '', body.revision, body.profile);
      return { revision: saved.revision };
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/candidates/:candidateId/erase',
    whileSuspended: true,
    summary:
      'Erase a person: files, answers, scores and reports; statuses, consents and the audit stay nameless',
    body: EraseBody,
    response: 'none',
    handle: ({ tenant, params, body }) => eraseCandidate(tenant, params.candidateId ?? '', body.reason),
  }),
];

const screeningRoutes: readonly AnyRoute[] = [
  route({
    ...common,
    method: 'post',
    path: '/api/v1/applications/:applicationId/screening/corrections',
    summary: 'Confirm or correct the result of one rule, with a reason; never rejects',
    body: CorrectionBody,
    response: ApplicationView,
    async handle(call) {
      await correctScreening(call.tenant, call.params.applicationId ?? '', call.body);
      return fileOf(call);
    },
  }),
  route({
    ...common,
    method: 'delete',
    path: '/api/v1/applications/:applicationId/screening/corrections/:ruleId',
    summary: 'Take a correction back: what was read counts again',
    response: ApplicationView,
    async handle(call) {
      const { applicationId = '', ruleId = '' } = call.params;
      await correctScreening(call.tenant, applicationId, { ruleId, result: null });
      return fileOf(call);
    },
  }),
];

const mergePath = '/api/v1/merge-suggestions/:suggestionId';

const mergeRoutes: readonly AnyRoute[] = [
  route({
    ...common,
    method: 'post',
    path: `${mergePath}/merge`,
    summary: 'Merge the two candidates of a proposal; the kept one receives everything',
    body: MergeBody,
    response: 'none',
    handle: ({ tenant, params, body }) => mergeCandidates(tenant, params.suggestionId ?? '', body.keep),
  }),
  route({
    ...common,
    method: 'post',
    path: `${mergePath}/keep-apart`,
    summary: 'Two different people: keep them apart',
    response: 'none',
    handle: ({ tenant, params }) => keepApart(tenant, params.suggestionId ?? ''),
  }),
  route({
    ...common,
    method: 'post',
    path: `${mergePath}/undo`,
    summary: 'Take the decision on a proposal back; a merge is undone exactly',
    response: 'none',
    handle: ({ tenant, params }) => undoMergeDecision(tenant, params.suggestionId ?? ''),
  }),
];

/** What people do with candidates: add, correct, merge, erase. */
export const routes: readonly AnyRoute[] = [...profileRoutes, ...screeningRoutes, ...mergeRoutes];
