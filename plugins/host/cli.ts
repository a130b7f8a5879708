import { pathToFileURL } from 'node:url';
import {
  bothLanguages,
  type Command,
  type ExitCode,
  explain,
  type Terminal,
  UsageError,
} from './cli/command.ts';
import { commands } from './cli/commands.ts';
import { ConfigError, callerFolder, readConfig } from './config.ts';

const caller = 'npm run -s jinji --';

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${bothLanguages(summary)}`,
  );
  return [
    `用法 / Usage: ${caller} <command> [options]`,
    '',
    ...lines,
    '',
    `各命令的说明 / help of one command: ${caller} <command> --help`,
    '数据写到标准输出，提示写到标准错误；退出码 0 正常，1 部分失败，2 用法错误。',
    'Data goes to standard output, words for people to standard error; exit code 0 fine, 1 something failed, 2 wrong usage.',
  ].join('\n');
}

const helpOf = ({ usage, help }: Command): string =>
  [...usage.map((line) => `${caller} ${line}`), '', help.zh, '', help.en].join('\n');

/** Whether help is asked for, before a `--` that ends the options. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

/** Runs one command line and says how it went. Help is data that was asked for; everything else for people goes to `tell`. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  printHelp: (text: string) => void,
): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    printHelp(overview());
    return 0;
  }
  const listed = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!listed) {
    terminal.tell(
      name === undefined ? overview() : `没有这个命令 / no such command: ${name}\n\n${overview()}`,
    );
    return 2;
  }
  const command = await listed.load();
  if (asksForHelp(rest)) {
    printHelp(helpOf(command));
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    terminal.tell(`${name}: ${bothLanguages(explain(error))}`);
    if (error instanceof UsageError) terminal.tell(`${caller} ${name} --help`);
    return error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
  }
}

/** The terminal of this process. A reader that has heard enough ends the process without complaint. */
function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    input: process.stdin,
    print: async (data) => {
      if (!process.stdout.write(`${JSON.stringify(data)}\n`)) {
        await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
      }
    },
    tell: (text) => void process.stderr.write(`${text}\n`),
    screen: process.stderr.isTTY === true,
    folder: callerFolder(),
    settings: () => readConfig(),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), (text) =>
    process.stdout.write(`${text}\n`),
  );
}
