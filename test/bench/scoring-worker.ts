import type { ScoreRequest } from '#core/ports/answer-scorer.ts';
import product from '#plugins/host/worker.ts';
import { openWorkerInstallation, type WorkerEnvironment } from '#plugins/host/worker-installation.ts';

let opened: ReturnType<typeof openWorkerInstallation> | undefined;

/** The whole product, and one address more that scores what it is sent, so that the heap of both can be measured together. */
export default {
  ...product,
  async fetch(request: Request, env: WorkerEnvironment, context: never): Promise<Response> {
    if (new URL(request.url).pathname !== '/bench/score') return product.fetch(request, env, context);
    opened ??= openWorkerInstallation(env);
    const { services } = await opened;
    const requests = (await request.json()) as ScoreRequest[];
    const states: string[] = [];
    for (const one of requests) states.push((await services.scorer.score(one)).state);
    return Response.json(states);
  },
};
