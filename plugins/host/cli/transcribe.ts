import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { guardedFetch } from '#adapters/shared/guarded-fetch.ts';
import { configuredTranscriber } from '../transcriber.ts';
import {
  bothLanguages,
  type Command,
  type ExitCode,
  explain,
  pathOf,
  readArguments,
  type Terminal,
  UsageError,
} from './command.ts';

const types: Readonly<Record<string, string>> = {
  '.webm': 'audio/webm',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.mp4': 'audio/mp4',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
};

async function transcribeFiles(
  files: readonly string[],
  terminal: Terminal,
  language: 'zh' | 'en' | undefined,
): Promise<ExitCode> {
  const transcriber = configuredTranscriber(terminal.settings(), guardedFetch);
  if (!transcriber) {
    throw new UsageError({
      zh: '还没有配置语音识别：请设置 TRANSCRIBER_URL(见运维手册)',
      en: 'no speech recogniser is configured: set TRANSCRIBER_URL (see the operator guide)',
    });
  }
  let code: ExitCode = 0;
  for (const file of files) {
    try {
      const path = pathOf(terminal, file);
      const mimeType = types[extname(file).toLowerCase()];
      if (!mimeType) {
        const known = Object.keys(types).join(' ');
        throw new UsageError({
          zh: `不支持的类型,支持:${known}`,
          en: `unsupported type; known are ${known}`,
        });
      }
      const { size } = await stat(path);
      const transcript = await transcriber.transcribe({
        audio: createReadStream(path),
        size,
        mimeType,
        ...(language ? { language } : {}),
      });
      await terminal.print({ file, ...transcript, recogniser: transcriber.version });
    } catch (error) {
      code = 1;
      await terminal.print({ file, error: bothLanguages(explain(error)) });
    }
  }
  return code;
}

/** `jinji transcribe`: what the configured recogniser makes of a file. */
export const command: Command = {
  usage: ['transcribe [--lang zh|en] FILE…'],
  help: {
    zh: '用已配置的语音识别服务转写录音文件，用来检查配置是否可用。每个文件一行 {"file", "text", "language", "confidence", "segments"?, "recogniser"}。',
    en: 'Has the configured recogniser write down recordings, to see whether the settings work. One line for each file: {"file", "text", "language", "confidence", "segments"?, "recogniser"}.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { lang: { type: 'string' } });
    const language = (['zh', 'en'] as const).find((name) => name === values.lang);
    if (positionals.length === 0 || (values.lang !== undefined && !language)) {
      throw new UsageError({
        zh: '用法：transcribe [--lang zh|en] FILE…',
        en: 'usage: transcribe [--lang zh|en] FILE…',
      });
    }
    return transcribeFiles(positionals, terminal, language);
  },
};
