import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/project-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-closing-'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'bin'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly lastLine: string;
}

function run(command: string, args: readonly string[], path = process.env.PATH ?? ''): Promise<Ended> {
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(command, args, { cwd: folder, env: { ...env, PATH: path } }, (_error, stdout) => {
      resolve({ code: child.exitCode ?? -1, lastLine: stdout.trimEnd().split('\n').at(-1) ?? '' });
    });
  });
}

/** Runs made-up test files through the runner with the reporter that vitest.config.ts names. */
async function runTests(files: Readonly<Record<string, string>>): Promise<Ended> {
  const suite = await mkdtemp(join(folder, 'suite-'));
  const reporter = join(root, 'test/support/closing-line-reporter.ts');
  await writeFile(
    join(suite, 'vitest.config.ts'),
    `import { ClosingLineReporter } from ${JSON.stringify(reporter)};
export default { test: { reporters: ['default', new ClosingLineReporter()] } };`,
  );
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(suite, name), `import { expect, test } from 'vitest';\n${text}`);
  }
  return run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', suite]);
}

test('the last line counts passed and failed tests, broken files and errors outside tests', async () => {
  const ended = await runTests({
    'a.test.ts': "test('one', () => {}); test('two', () => { expect(1).toBe(2); }); test('three', () => {});",
    'broken.test.ts': "throw new Error('cannot be collected');",
    'late.test.ts': "test('four', () => { Promise.reject(new Error('nobody waits')); });",
  });

  expect(ended).toEqual({ code: 1, lastLine: '3 passed, 3 failed' });
});

test('when all is well the last line says so', async () => {
  expect(await runTests({ 'a.test.ts': "test('one', () => {});" })).toEqual({
    code: 0,
    lastLine: '1 passed, 0 failed',
  });
});

/** Runs .ci/run with an `npm` that only prints and exits. */
async function runWithNpm(script: string): Promise<Ended> {
  const npm = join(folder, 'bin/npm');
  await writeFile(npm, `#!/bin/sh\n${script}\n`);
  await chmod(npm, 0o755);
  return run('bash', [join(root, '.ci/run')], `${join(folder, 'bin')}:${process.env.PATH}`);
}

test.each([
  ['green', "echo '12 passed, 0 failed'; echo 'npm says goodbye'; exit 0", 0, '12 passed, 0 failed'],
  ['red', "echo '11 passed, 1 failed'; exit 1", 1, '11 passed, 1 failed'],
  ['stopped before its tests', 'echo lint error; exit 3', 3, '0 passed, 1 failed'],
  ['silent', 'exit 0', 1, '0 passed, 1 failed'],
])(
  'continuous integration closes a %s run with the line and the right exit code',
  async (_, script, code, lastLine) => {
    expect(await runWithNpm(script)).toEqual({ code, lastLine });
  },
);

test('continuous integration runs the command that CONTRIBUTING.md names for a fresh clone', async () => {
  const ended = await runWithNpm('[ "$*" = "cit" ] && echo "1 passed, 0 failed"');

  expect(ended).toEqual({ code: 0, lastLine: '1 passed, 0 failed' });
});
