import { AppError } from '#core/errors/app-error.ts';
import { type AnyRoute, route } from '../route.ts';
import { PackSummaryView, PackView, QuestionBankView } from '../schemas/jobs.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Templates';

/** Industry packs and question banks. */
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
        dimensions: pack.rubric.map(({ dimension }) => dimension),
        questions: pack.questions.length,
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
