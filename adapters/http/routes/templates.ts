import { AppError } from '#core/errors/app-error.ts';
import {
  addCustomDimension,
  archiveCustomDimension,
  availableDimensions,
  saveCustomDimension,
} from '#core/job/custom-dimension.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  CustomDimensionBody,
  DimensionView,
  NewDimensionBody,
  PackSummaryView,
  PackView,
  QuestionBankView,
} from '../schemas/jobs.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Templates';

/** Industry packs, dimensions (shipped and the company's own) and question banks. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/packs',
    permission: 'job.read',
    tag,
    summary: 'Industry packs',
    response: List(PackSummaryView),
    handle: async ({ services }) => ({
      items: services.templates.packs.map((pack) => ({
        id: pack.id,
        version: pack.version,
        name: pack.name,
        summary: pack.summary,
        jobs: pack.jobs.map(({ id, title }) => ({ id, title })),
      })),
      nextCursor: null,
    }),
  }),
  route({
    method: 'get',
    path: '/api/v1/packs/:packId',
    permission: 'job.read',
    tag,
    summary: 'One industry pack, whole',
    response: PackView,
    async handle({ services, params }) {
      const pack = services.templates.packs.find((p) => p.id === params.packId);
      if (!pack) throw new AppError('NOT_FOUND');
      return pack;
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/dimensions',
    permission: 'job.read',
    tag,
    summary: 'Dimensions to choose from: the shipped ones and the company’s own',
    response: List(DimensionView),
    handle: async ({ tenant }) => ({ items: [...(await availableDimensions(tenant))], nextCursor: null }),
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
    body: CustomDimensionBody,
    response: DimensionView,
    handle: ({ tenant, params, body }) => saveCustomDimension(tenant, body, params.code ?? ''),
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
    method: 'get',
    path: '/api/v1/question-banks/:code',
    permission: 'job.read',
    tag,
    summary: 'Questions of a dimension',
    response: QuestionBankView,
    async handle({ services, params }) {
      const bank = services.templates.questionBanks.find((b) => b.dimension === params.code);
      if (!bank) throw new AppError('NOT_FOUND');
      return bank;
    },
  }),
];
