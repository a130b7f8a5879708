import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { createApp } from '#adapters/http/app.ts';
import { isFinished } from '#adapters/http/finished-response.ts';
import { assetHeaders } from '#adapters/http/security-headers.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { firstStart } from './first-start.ts';
import { jsonLog } from './log.ts';
import { type Installation, openInstallation } from './open-installation.ts';
import { readPageAssets } from './page-assets.ts';
import { createStreamLoop } from './stream-loop.ts';
import { projectRoot } from './template-files.ts';
import { readTlsFiles } from './tls-files.ts';
import { version } from './version.ts';
import { warmScorer, whenQuiet } from './warm-up.ts';
import { createWorkLoop } from './work-loop.ts';

const clientFolder = join(projectRoot, 'dist/client');

async function application(config: Config, installation: Installation): Promise<Hono> {
  const app = new Hono();
  const packed = compress();
  app.use(
    '/assets/*',
    packed,
    serveStatic({
      root: clientFolder,
      onFound: (_path, c) => {
        for (const [name, value] of Object.entries(assetHeaders)) c.header(name, value);
      },
    }),
  );
  const address = (c: Parameters<typeof getConnInfo>[0]) => {
    const forwarded = config.trustProxy
      ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined;
    return forwarded ?? getConnInfo(c).remote.address ?? 'unknown';
  };
  const product = createApp({
    services: installation.services,
    assets: await readPageAssets(clientFolder),
    version,
    clientAddress: address,
    checkResponses: config.checkAnswers,
  });
  // Handed over whole: under route() its own answer to unknown addresses would not be asked.
  app.all('*', async (c) => {
    const response = await product.fetch(c.req.raw, c.env);
    if (isFinished(response)) return response;
    await packed(c, async () => {
      c.res = response;
    });
    return c.res;
  });
  return app;
}

/** Stops taking requests, finishes those in hand and the work in hand, then closes the database. */
function drainOnSignal(
  server: ReturnType<typeof serve>,
  stopWork: () => Promise<unknown>,
  installation: Installation,
): void {
  let draining = false;
  const drain = async () => {
    if (draining) return;
    draining = true;
    const forced = setTimeout(() => process.exit(1), 25_000);
    forced.unref();
    // A client that keeps asking on an open connection would otherwise never let the server end.
    server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      response.setHeader('connection', 'close');
    });
    // Connections whose request is in hand now rest only once it is answered.
    const closing = setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    }, 100);
    await Promise.all([new Promise((resolve) => server.close(resolve)), stopWork()]);
    clearInterval(closing);
    await installation.close();
    process.exit(0);
  };
  process.once('SIGTERM', drain);
  process.once('SIGINT', drain);
}

/** Why the server cannot listen, in words that name the setting to change. */
function listenFault(error: NodeJS.ErrnoException, { port, host }: Config): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Set PORT to a free one, for example PORT=${port + 1}.\n端口 ${port} 已被其他程序占用,请把 PORT 设为空闲端口,例如 PORT=${port + 1}。`;
  }
  if (error.code === 'EACCES') {
    return `This account may not listen on port ${port}. Set PORT to 1024 or above, for example PORT=8080.\n当前账号无权监听端口 ${port},请把 PORT 设为 1024 以上,例如 PORT=8080。`;
  }
  if (error.code === 'EADDRNOTAVAIL') {
    return `HOST names an address that this machine does not have (${host}). Leave HOST out, or set HOST=127.0.0.1.\nHOST 不是本机的地址(${host}),请不设置 HOST,或设 HOST=127.0.0.1。`;
  }
  return `The server cannot listen (${error.code ?? error.message}).`;
}

/**
 * How long an idle connection stays open. Reverse proxies keep theirs for up to two minutes (Caddy's default); a server that
 * closes earlier answers some of their requests with a broken connection, and so does a busy one with Node's five seconds.
 */
const keepAliveTimeout = 125_000;

async function main(): Promise<void> {
  const config = readConfig();
  const tls = config.tls && (await readTlsFiles(config.tls));
  const log = jsonLog(config.logLevel, (line) => process.stderr.write(`${line}\n`));
  const workLoop = createWorkLoop();
  const installation = await openInstallation(config, workLoop.doorbell, log);
  const ownerLink = await firstStart(config, installation.services);
  const app = await application(config, installation);
  const server = serve(
    {
      fetch: app.fetch,
      port: config.port,
      hostname: config.host,
      ...(tls
        ? { createServer: createHttpsServer, serverOptions: { ...tls, keepAliveTimeout } }
        : { createServer: createHttpServer, serverOptions: { keepAliveTimeout } }),
    },
    () => {
      const line = ownerLink
        ? `Jinji ${config.publicUrl}  ·  owner link (once, 15 min) / 管理员一次性登录链接: ${ownerLink}`
        : `Jinji ${config.publicUrl}`;
      process.stdout.write(`${line}\n`);
    },
  );
  server.once('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(`${listenFault(error, config)}\n`);
    process.exit(1);
  });
  workLoop.start(installation.services, installation.handlers, installation.tidy);
  const streams = createStreamLoop();
  streams.start(installation.services);
  let lastRequest = 0;
  server.on('request', () => {
    lastRequest = Date.now();
  });
  const stopWarming = whenQuiet(
    () => warmScorer(installation.services),
    () => lastRequest,
    log,
  );
  const stopWork = () => {
    stopWarming();
    return Promise.all([streams.stop(), workLoop.stop()]);
  };
  drainOnSignal(server, stopWork, installation);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError)
    process.stderr.write(`Settings that need correcting:\n${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
