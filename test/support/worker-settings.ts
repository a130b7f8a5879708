/** Secrets and variables of a Worker under test. */
export const workerSettings = {
  PUBLIC_URL: 'https://worker.test',
  MASTER_KEY: btoa('a master key for tests, 32 bytes'),
  SETUP_TOKEN: 'a-setup-token-for-tests-only',
  CHECK_ANSWERS: 'on',
  /** Warnings of meant refusals are part of what is tested; only faults of the server belong into the output. */
  LOG_LEVEL: 'error',
} as const;
