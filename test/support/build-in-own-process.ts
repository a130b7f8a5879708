import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** As the test run was started: later its folder for passing files may be another for a moment. */
const environment = { ...process.env };
let built: Promise<unknown> | undefined;

/** Brings `dist` up to date once for all test files of a run, in a process of its own that leaves Vite's settings alone. */
export async function buildInOwnProcess(): Promise<void> {
  built ??= promisify(execFile)(process.execPath, ['--import', 'tsx', 'build.ts'], { env: environment });
  await built;
}
