/**
 * The modules of workerd that the suites of HTTP need there. The suites run on both runtimes and are checked with Node's types;
 * Cloudflare's own declarations would replace every global of the web by their own.
 */
declare module 'cloudflare:workers' {
  import type { D1Database, Queue, R2Bucket } from '@cloudflare/workers-types';

  export const env: {
    readonly ASSETS: { fetch(address: string): Promise<Response> };
    readonly DB: D1Database;
    readonly OBJECTS: R2Bucket;
    readonly DOORBELL: Queue<{ readonly jobId: string }>;
    readonly MIGRATIONS: { readonly name: string; readonly queries: string[] }[];
  };
  export const exports: {
    readonly default: { fetch(address: string, init?: RequestInit): Promise<Response> };
  };
}

declare module 'cloudflare:test' {
  import type { D1Database, ExecutionContext, MessageBatch } from '@cloudflare/workers-types';

  export function createExecutionContext(): ExecutionContext;
  export function createMessageBatch<Body>(
    queue: string,
    messages: readonly {
      readonly id: string;
      readonly timestamp: Date;
      readonly attempts: number;
      readonly body: Body;
    }[],
  ): MessageBatch<Body>;
  export function getQueueResult(
    batch: MessageBatch<unknown>,
    context: ExecutionContext,
  ): Promise<{ readonly explicitAcks: string[]; readonly retryMessages: unknown[] }>;

  export function applyD1Migrations(
    database: D1Database,
    migrations: readonly { readonly name: string; readonly queries: string[] }[],
  ): Promise<void>;
}
