import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ExitCode } from '#plugins/host/cli/command.ts';
import { runCommandLine } from '#plugins/host/cli.ts';
import { readConfig } from '#plugins/host/config.ts';
import { root } from './project-files.ts';

/** What a command said and how it ended. */
export interface CommandResult {
  readonly code: ExitCode;
  /** The lines of data, parsed. */
  readonly lines: readonly Record<string, unknown>[];
  /** Words for people. */
  readonly told: string;
  readonly help: string;
}

export interface CommandOptions {
  readonly input?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Settings by their environment names. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

async function* once(input: string | Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield typeof input === 'string' ? new TextEncoder().encode(input) : input;
}

/** Runs a command line in this process, as the product's entry does. */
export async function runCommand(
  args: readonly string[],
  { input = '', settings = {}, folder = root }: CommandOptions = {},
): Promise<CommandResult> {
  const lines: Record<string, unknown>[] = [];
  const told: string[] = [];
  let help = '';
  const code = await runCommandLine(
    args,
    {
      input: typeof input === 'string' || input instanceof Uint8Array ? once(input) : input,
      print: async (data) => {
        lines.push(JSON.parse(JSON.stringify(data)) as Record<string, unknown>);
      },
      tell: (text) => void told.push(text),
      screen: false,
      folder,
      settings: () => readConfig(settings),
    },
    (text) => {
      help += text;
    },
  );
  return { code, lines, told: told.join('\n'), help };
}

/** Starts a command line in a process of its own, from source. */
export const spawnCommand = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, ['--import', 'tsx', join(root, 'plugins/host/cli.ts'), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: 'pipe',
  });
