import { mkdir } from 'node:fs/promises';
import { cloudflareTest } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';
import { readMigrations } from './test/support/migrations.ts';
import { hideMeantEnds } from './test/support/quiet-workerd.ts';

hideMeantEnds();

/** Three projects: `node` and `workers` take seconds, `browser` drives a real Chromium one file at a time. */
export default defineConfig({
  test: {
    reporters: ['default', new ClosingLineReporter()],
    coverage: { include: ['core/**/*.ts', 'adapters/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/{unit,contract,integration,architecture}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [
          cloudflareTest(async () => {
            await mkdir('dist/client', { recursive: true }); // named as the assets folder, which must exist before a build
            return {
              wrangler: { configPath: './wrangler.toml' },
              miniflare: { bindings: { MIGRATIONS: await readMigrations() } },
            };
          }),
        ],
        test: {
          name: 'workers',
          // Unbundled, mediabunny's Node part is asked for and does not exist in workerd.
          deps: { optimizer: { ssr: { enabled: true, include: ['mediabunny'] } } },
          include: ['test/workers/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
