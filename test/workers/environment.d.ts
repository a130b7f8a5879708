import type { D1Migration } from 'cloudflare:test';

declare global {
  namespace Cloudflare {
    /** The bindings of wrangler.toml, and what vitest.config.ts adds for the tests. */
    interface Env {
      readonly ASSETS: Fetcher;
      readonly DB: D1Database;
      readonly OBJECTS: R2Bucket;
      readonly DOORBELL: Queue;
      readonly MIGRATIONS: D1Migration[];
    }
  }
}
