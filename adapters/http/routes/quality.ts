import { Type } from '@sinclair/typebox';
import { adoptCalibration, retireCalibration } from '#core/quality/calibrations.ts';
import { finishPractice, ownPractice, startPractice } from '#core/quality/practice.ts';
import { practiceView, qualityView } from '../quality-view.ts';
import { type AnyRoute, route } from '../route.ts';
import { AdoptBody, PracticeBody, PracticeView, QualityView } from '../schemas/quality.ts';

const tag = 'Rating quality';
const Nothing = Type.Object({}, { additionalProperties: false });

/** Rating quality: agreement, calibration of the scorer, practice for raters. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/quality',
    permission: 'quality.read',
    tag,
    summary: 'Agreement of raters with each other and with the scorer, and calibration maps',
    response: QualityView,
    handle: ({ tenant }) => qualityView(tenant),
  }),
  route({
    method: 'post',
    path: '/api/v1/quality/calibrations',
    permission: 'calibration.write',
    tag,
    summary: 'Put a proposed calibration map into force for job versions published from now on',
    body: AdoptBody,
    response: QualityView,
    status: 201,
    naturallyIdempotent: true,
    async handle({ tenant, body }) {
      await adoptCalibration(tenant, body.version);
      return qualityView(tenant);
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/quality/calibrations/:calibrationId/retire',
    permission: 'calibration.write',
    tag,
    summary: 'Take a calibration map out of force for job versions published from now on',
    body: Nothing,
    response: QualityView,
    naturallyIdempotent: true,
    async handle({ tenant, params }) {
      await retireCalibration(tenant, params.calibrationId ?? '');
      return qualityView(tenant);
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/rating-practices',
    permission: 'rating.write',
    tag,
    summary: 'Start a practice: sample answers of known level to rate',
    body: Nothing,
    response: PracticeView,
    status: 201,
    handle: async ({ tenant }) => practiceView(tenant, await startPractice(tenant)),
  }),
  route({
    method: 'get',
    path: '/api/v1/rating-practices/:practiceId',
    permission: 'rating.write',
    tag,
    summary: 'One’s own practice',
    response: PracticeView,
    handle: async ({ tenant, params }) =>
      practiceView(tenant, await ownPractice(tenant, params.practiceId ?? '')),
  }),
  route({
    method: 'post',
    path: '/api/v1/rating-practices/:practiceId/levels',
    permission: 'rating.write',
    tag,
    summary: 'Hand a practice in; the levels that the answers were written for come back',
    body: PracticeBody,
    response: PracticeView,
    naturallyIdempotent: true,
    handle: async ({ tenant, params, body }) =>
      practiceView(tenant, await finishPractice(tenant, params.practiceId ?? '', body.levels)),
  }),
];
