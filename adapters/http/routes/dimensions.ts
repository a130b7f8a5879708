import {
  addCustomDimension,
  archiveCustomDimension,
  availableDimensions,
  restoreCustomDimension,
  saveCustomDimension,
} from '#core/job/custom-dimension.ts';
import { dimensionDetails } from '#core/job/dimension-uses.ts';
import { tryAnswer } from '#core/job/try-answer.ts';
import { indicatorsOfSigns } from '#core/rubric/dimension-signs.ts';
import { inBoth } from '#core/scoring/reasons/reason-words.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  DimensionDetailsView,
  DimensionListQuery,
  DimensionView,
  NewDimensionBody,
  SaveDimensionBody,
  TrialBody,
  TrialView,
} from '../schemas/dimensions.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Templates';

/** Dimensions, shipped and the company's own, and the trial of one. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/dimensions',
    permission: 'job.read',
    tag,
    summary: 'Dimensions to choose from: the shipped ones and the company’s own; or its archived ones',
    query: DimensionListQuery,
    response: List(DimensionView),
    async handle({ tenant, query }) {
      const items =
        query.state === 'archived'
          ? (await tenant.store.customDimensions.archived()).map(({ data }) => data)
          : await availableDimensions(tenant);
      return { items: [...items], nextCursor: null };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/dimensions/:code',
    permission: 'job.read',
    tag,
    summary: 'One dimension with its versions and who uses it',
    response: DimensionDetailsView,
    async handle({ tenant, params }) {
      const [details, people] = await Promise.all([
        dimensionDetails(tenant, params.code ?? ''),
        tenant.store.people.list(),
      ]);
      const names = new Map(people.map(({ id, name }) => [id, name]));
      return {
        ...details,
        jobs: details.jobs.map((job) => ({ ...job })),
        packs: [...details.packs],
        versions: details.versions.map(({ createdBy, ...version }) => ({
          ...version,
          createdByName: names.get(createdBy) ?? null,
        })),
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/dimensions',
    permission: 'job.write',
    tag,
    summary: 'Add a dimension of the company’s own',
    body: NewDimensionBody,
    response: DimensionView,
    status: 201,
    handle: ({ tenant, body: { code, ...input } }) => addCustomDimension(tenant, input, code),
  }),
  route({
    method: 'put',
    path: '/api/v1/dimensions/:code',
    permission: 'job.write',
    tag,
    summary: 'Save a new version of a dimension of the company’s own',
    body: SaveDimensionBody,
    response: DimensionView,
    handle: ({ tenant, params, body: { version, ...input } }) =>
      saveCustomDimension(tenant, input, params.code ?? '', version),
  }),
  route({
    method: 'delete',
    path: '/api/v1/dimensions/:code',
    permission: 'job.write',
    tag,
    summary: 'Take a dimension of the company’s own out of the palette',
    response: 'none',
    handle: ({ tenant, params }) => archiveCustomDimension(tenant, params.code ?? ''),
  }),
  route({
    method: 'post',
    path: '/api/v1/dimensions/:code/restore',
    permission: 'job.write',
    tag,
    summary: 'Put an archived dimension back into the palette',
    response: DimensionView,
    handle: ({ tenant, params }) => restoreCustomDimension(tenant, params.code ?? ''),
  }),
  route({
    method: 'post',
    path: '/api/v1/dimension-trials',
    permission: 'job.write',
    tag,
    summary: 'What the embedded scorer makes of a sample answer; nothing is kept',
    body: TrialBody,
    response: TrialView,
    naturallyIdempotent: true,
    async handle({ services, body: { dimension, ...rest } }) {
      const { signs = [], ...words } = dimension;
      const score = await tryAnswer(services, {
        ...rest,
        dimension: {
          ...words,
          code: 'X1',
          indicators: indicatorsOfSigns(signs),
          exemplars: { '1': [], '3': [], '5': [] },
        },
      });
      return {
        level: score.level,
        state: score.state,
        confidence: score.confidence,
        evidence: score.evidence.map(({ start, end, quote, supports }) => ({ start, end, quote, supports })),
        missing: [...score.missing],
        why: score.why.reason === null ? null : inBoth(score.why.reason),
      };
    },
  }),
];
