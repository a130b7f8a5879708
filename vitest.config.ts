import { cloudflareTest } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';
import { buildInOwnProcess } from './test/support/build-in-own-process.ts';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';
import { readMigrations } from './test/support/migrations.ts';
import { hideMeantEnds } from './test/support/quiet-workerd.ts';
import { storageInMemory } from './test/support/storage-in-memory.ts';
import { workerSettings } from './test/support/worker-settings.ts';

hideMeantEnds();

/** How long `expect.poll` waits: it ends as soon as the state is there, so patience costs a passing test nothing. */
const polling = { poll: { timeout: 30_000, interval: 50 } };

/** Three projects, one after the other, as many files at once as there are cores; `browser` drives a real Chromium, one file at a time. */
export default defineConfig({
  test: {
    // Vitest itself would leave one core idle: half of a machine with two.
    maxWorkers: '100%',
    reporters: ['default', new ClosingLineReporter()],
    coverage: { include: ['core/**/*.ts', 'adapters/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/{unit,contract,integration,http,durability,architecture}/**/*.test.ts'],
          exclude: ['test/http/*on-workerd.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 180_000,
          expect: polling,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [
          cloudflareTest(async () => {
            await buildInOwnProcess(); // the Worker reads its content from the assets
            return {
              wrangler: { configPath: './wrangler.toml' },
              miniflare: { bindings: { ...workerSettings, MIGRATIONS: await readMigrations() } },
            };
          }),
          storageInMemory(),
        ],
        test: {
          name: 'workers',
          // Unbundled, mediabunny's Node part is asked for and does not exist in workerd.
          deps: { optimizer: { ssr: { enabled: true, include: ['mediabunny'] } } },
          include: ['test/workers/**/*.test.ts', 'test/http/*on-workerd.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
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
          expect: polling,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
