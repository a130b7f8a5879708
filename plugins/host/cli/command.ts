import { isAbsolute, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { problemOf } from '#adapters/http/problem.ts';
import { AppError } from '#core/errors/app-error.ts';
import { type Config, ConfigError } from '../config.ts';

/** The same sentence in both languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** 0 fine; 1 some lines failed or the work could not be done; 2 wrong usage or wrong settings. */
export type ExitCode = 0 | 1 | 2;

/** What a command has of the outside world. Data goes to `print` as JSON Lines, everything for people to `tell`. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes one line of data; waits while the reader is behind. */
  print(data: unknown): Promise<void>;
  /** Writes words or progress for people. */
  tell(text: string): void;
  /** Whether people's words go to a screen that can show a moving bar. */
  readonly screen: boolean;
  /** Folder that relative file names start from: where the caller stands, also when npm changed the folder. */
  readonly folder: string;
  /** The settings of the installation. Throws `ConfigError` naming every fault. */
  settings(): Config;
}

/** One command: how it is called, what it does in words, and the work. */
export interface Command {
  /** One form of calling a line, without `npm run -s jinji --`. */
  readonly usage: readonly string[];
  readonly help: Words;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** The command was called in a way it does not know; `words` say what is expected. */
export class UsageError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'UsageError';
    this.words = words;
  }
}

/** One sentence for readers of either language. */
export const bothLanguages = ({ zh, en }: Words): string => `${zh} / ${en}`;

type OptionSpecs = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the options of a command.
 * @throws UsageError for an unknown option or a missing value
 */
export function readArguments<const T extends OptionSpecs>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const option = /'(-[^ ']*)/.exec(cause.message)?.[1] ?? '';
    throw new UsageError({
      zh: `无法识别的选项或缺少取值:${option}`,
      en: `unknown option or missing value: ${option}`,
    });
  }
}

/** The absolute path of a file that the caller named. */
export const pathOf = (terminal: Pick<Terminal, 'folder'>, name: string): string =>
  isAbsolute(name) ? name : resolve(terminal.folder, name);

/** What went wrong, in both languages, with the remedy. Anything that is not ours is told as it names itself. */
export function explain(error: unknown): Words {
  if (error instanceof UsageError) return error.words;
  if (error instanceof ConfigError) {
    return { zh: '以下设置需要修改', en: `settings that need correcting:\n${error.message}` };
  }
  if (!(error instanceof AppError)) {
    const said = rootMessage(error);
    return { zh: `操作未能完成:${said}`, en: `it could not be done: ${said}` };
  }
  const zh = problemOf(error, 'zh-CN', '');
  const en = problemOf(error, 'en-US', '');
  return {
    zh: [zh.detail, zh.remedy].filter(Boolean).join(':'),
    en: [en.detail, en.remedy].filter(Boolean).join('. '),
  };
}

/** What the innermost error says: database clients put whole queries with their values into the outer ones. */
function rootMessage(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  return inner instanceof Error ? inner.message : String(inner);
}
