import type { D1Database, Queue, R2Bucket } from '@cloudflare/workers-types';
import { openD1 } from '#adapters/database/d1.ts';
import { directReader } from '#adapters/documents/read-document.ts';
import { createApp } from '#adapters/http/app.ts';
import type { PageAssets } from '#adapters/http/pages.ts';
import { r2Store } from '#adapters/object-store/r2.ts';
import { assertPublicAddress } from '#adapters/shared/address-guard.ts';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import { masterKeysFromText } from '#adapters/shared/master-keys.ts';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { TemplateLibrary } from '#core/ports/template-library.ts';
import { readWorkerConfig, type WorkerConfig } from './config.ts';
import { jsonLog } from './log.ts';
import { configuredScorer } from './scorer.ts';
import { configuredTranscriber } from './transcriber.ts';
import { version } from './version.ts';
import { type Wired, wire } from './wire.ts';

/** The static assets of the deployment (the `ASSETS` binding). */
export interface Assets {
  fetch(address: string): Promise<Response>;
}

/** Bindings, variables and secrets of the Worker, as wrangler.toml names them. */
export interface WorkerEnvironment {
  readonly ASSETS: Assets;
  readonly DB: D1Database;
  readonly OBJECTS: R2Bucket;
  readonly DOORBELL: Queue<DoorbellMessage>;
  readonly [setting: string]: unknown;
}

/** What the queue carries: which piece of work is due. The jobs table is the truth (design D6). */
export interface DoorbellMessage {
  readonly jobId: string;
}

/** What the build knows and a Worker must be told. */
export interface InstallationFacts {
  readonly pages: PageAssets;
  readonly migrations: readonly string[];
}

/** A Worker's product, wired and ready to answer. */
export interface WorkerInstallation extends Wired {
  readonly config: WorkerConfig;
  readonly app: ReturnType<typeof createApp>;
}

const textSettings = (env: WorkerEnvironment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, v]) => (typeof v === 'string' ? [[name, v]] : [])));

async function asset(assets: Assets, name: string): Promise<Response> {
  const answer = await assets.fetch(`https://assets.local/data/${name}`);
  if (!answer.ok) throw new Error(`data/${name} is not deployed: run \`npm run build\` before wrangler`);
  return answer;
}

/** A `fetch` that looks at the address only: the network behind a Worker is not the operator's. */
const publicFetch =
  (allowed: readonly string[]): Fetch =>
  (address, init) => {
    assertPublicAddress(new URL(address), allowed);
    return fetch(address, { ...init, redirect: 'manual' });
  };

/**
 * Wires the product over the Worker's bindings.
 * @throws ConfigError naming every wrong setting
 */
export async function openWorkerInstallation(env: WorkerEnvironment): Promise<WorkerInstallation> {
  const config = readWorkerConfig(textSettings(env));
  const [facts, library] = await Promise.all([
    asset(env.ASSETS, 'installation.json').then((answer) => answer.json() as Promise<InstallationFacts>),
    asset(env.ASSETS, 'library.json').then((answer) => answer.json() as Promise<TemplateLibrary>),
  ]);
  const loadEmbedder = async () =>
    createStaticEmbedder(new Uint8Array(await (await asset(env.ASSETS, 'words.bin')).arrayBuffer()));
  const wired = wire({
    database: openD1(env.DB),
    migrations: facts.migrations,
    objects: r2Store(env.OBJECTS),
    masterKeys: masterKeysFromText(config.masterKeys, 'MASTER_KEY'),
    doorbell: {
      ring: async (jobId) => {
        await env.DOORBELL.send({ jobId });
      },
    },
    documents: directReader,
    transcriber: configuredTranscriber(config, publicFetch),
    scorer: configuredScorer(config, loadEmbedder, publicFetch),
    templates: library,
    log: jsonLog(config.logLevel, (line) => console.log(line)),
    publicUrl: config.publicUrl,
    office: config.office,
  });
  const app = createApp({
    services: wired.services,
    assets: facts.pages,
    version,
    // Set by Cloudflare itself; a client cannot write it.
    clientAddress: (c) => c.req.header('cf-connecting-ip') ?? 'unknown',
    checkResponses: config.checkAnswers,
  });
  return { ...wired, config, app };
}
