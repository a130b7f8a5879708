import type { ExecutionContext, MessageBatch, ScheduledController } from '@cloudflare/workers-types';
import { assetHeaders } from '#adapters/http/security-headers.ts';
import { equalText } from '#adapters/shared/constant-time.ts';
import { periodicWork } from '#core/work/periodic-work.ts';
import { runDueWork } from '#core/work/run-due-work.ts';
import { ConfigError } from './config.ts';
import { firstStart, ownerLinkAgain } from './first-start.ts';
import { jsonLog } from './log.ts';
import { version } from './version.ts';
import {
  type DoorbellMessage,
  openWorkerInstallation,
  type WorkerEnvironment,
  type WorkerInstallation,
} from './worker-installation.ts';

/** Pieces of background work in one call of the cron trigger. */
const workPerSweep = 20;

/**
 * The installation of this isolate. Kept once it is open, never while it opens: a promise of one request may not be awaited
 * by another that outlives it.
 */
let opened: WorkerInstallation | undefined;

async function installation(env: WorkerEnvironment): Promise<WorkerInstallation> {
  opened ??= await openWorkerInstallation(env);
  return opened;
}

async function staticAsset(request: Request, env: WorkerEnvironment): Promise<Response> {
  const found = await env.ASSETS.fetch(request.url);
  const headers = new Headers(found.headers);
  const extra: Readonly<Record<string, string>> = found.ok ? assetHeaders : { 'cache-control': 'no-store' };
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  return new Response(request.method === 'HEAD' ? null : found.body, { status: found.status, headers });
}

const noStore = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * Makes the sample company of a fresh deployment and answers with the owner's sign-in link, later with a new one: what
 * `npm start` prints and `jinji link` makes on Node, for an operator who holds the secret SETUP_TOKEN.
 */
async function setUp(request: Request, { config, services }: WorkerInstallation): Promise<Response> {
  const given = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (config.setupToken === null || !equalText(given, config.setupToken)) {
    return Response.json({ error: 'Not found' }, { status: 404, headers: noStore });
  }
  const ownerLink = (await firstStart(config, services)) ?? (await ownerLinkAgain(services));
  return Response.json({ ownerLink }, { headers: noStore });
}

/** Says what keeps the Worker from answering: settings by name, never a value. */
function notReady(error: unknown, path: string): Response {
  const faults = error instanceof ConfigError ? error.faults : [];
  if (faults.length === 0) jsonLog('error', (line) => console.log(line)).error('worker.not_ready', {}, error);
  const reason =
    error instanceof ConfigError ? error.message : 'See the log of the Worker. / 请查看 Worker 日志。';
  if (path === '/healthz') {
    return Response.json({ ok: false, version, faults }, { status: 503, headers: noStore });
  }
  return new Response(`Jinji is not ready. / 进击尚未就绪。\n\n${reason}\n`, {
    status: 503,
    headers: { ...noStore, 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' },
  });
}

/** The Cloudflare Worker: requests, the doorbell queue, and the sweep every minute. */
export default {
  async fetch(request: Request, env: WorkerEnvironment, context: ExecutionContext): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/assets/') && ['GET', 'HEAD'].includes(request.method)) {
      return staticAsset(request, env);
    }
    try {
      const ready = await installation(env);
      if (pathname === '/setup' && request.method === 'POST') return await setUp(request, ready);
      return await ready.app.fetch(request, env, context as never);
    } catch (error) {
      return notReady(error, pathname);
    }
  },

  /** A doorbell whose work fails is not rung again: the table knows when to repeat, and the sweep finds it. */
  async queue(batch: MessageBatch<DoorbellMessage>, env: WorkerEnvironment): Promise<void> {
    const { services, handlers } = await installation(env);
    for (const message of batch.messages) {
      await runDueWork(services, handlers, { limit: 1, id: message.body.jobId });
      message.ack();
    }
  },

  async scheduled(_controller: ScheduledController, env: WorkerEnvironment): Promise<void> {
    const { services, handlers } = await installation(env);
    await periodicWork(services, handlers, workPerSweep);
  },
};
