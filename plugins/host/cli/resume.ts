import { type FileHandle, open } from 'node:fs/promises';
import { isolatedDocumentReader } from '#adapters/documents/isolated-reader.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { DocumentReader } from '#core/ports/document-reader.ts';
import { parseResume } from '#core/resume/parse-resume.ts';
import type { ResumeProfile, ResumeWarning } from '#core/resume/profile.ts';
import {
  bothLanguages,
  type Command,
  type ExitCode,
  explain,
  pathOf,
  readArguments,
  type Terminal,
  UsageError,
  type Words,
} from './command.ts';

const maxBytes = 20 * 2 ** 20;
/** Files in hand at once: one is read from disk while two are parsed. */
const parallel = 3;

const warningWords: Readonly<Partial<Record<ResumeWarning['code'], Words>>> = {
  hidden_text: {
    zh: '文件中有读者看不见的文字，已单独列出，不参与提取和评分',
    en: 'text that a reader cannot see; listed here, never used',
  },
  needs_ocr: {
    zh: '文件里只有图片没有文字，需要文字识别(OCR)；请提供文字版或手工填写',
    en: 'only images, no text: it needs OCR; give a version with text or type in the facts',
  },
  truncated: { zh: '内容过长，只读取了开头部分', en: 'too long; only the beginning was read' },
  encoding_guessed: { zh: '文字编码为推测，请核对', en: 'the text encoding was guessed; please check' },
  damaged: { zh: '文件有损坏，可能缺少内容', en: 'the file is damaged; content may be missing' },
  field_uncertain: { zh: '文字来自扫描识别，请核对', en: 'the text comes from scanning; please check' },
  instruction_like_text: {
    zh: '含有写给系统的指令，已忽略',
    en: 'text addressed to the system; it was not obeyed',
  },
};

/** The reader of files as an error that people understand: missing, a folder, not readable, too large. */
async function readFile(path: string): Promise<Uint8Array> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (cause) {
    throw fileProblem(cause);
  }
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw new AppError('TOO_LARGE', { details: { limit: '20 MB' } });
    return new Uint8Array(await file.readFile());
  } catch (cause) {
    throw cause instanceof AppError ? cause : fileProblem(cause);
  } finally {
    await file.close();
  }
}

function fileProblem(cause: unknown): UsageError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return new UsageError({ zh: '文件不存在', en: 'there is no such file' });
  if (code === 'EISDIR') {
    return new UsageError({ zh: '这是文件夹，请指定文件', en: 'this is a folder; name the files in it' });
  }
  if (code === 'EACCES') return new UsageError({ zh: '没有权限读取', en: 'no permission to read it' });
  return new UsageError({ zh: `无法读取(${String(code)})`, en: `cannot be read (${String(code)})` });
}

/** The line of one file (design.md §4.1): every field of the profile, and in the warnings words for people. */
function profileLine(file: string, profile: ResumeProfile): Record<string, unknown> {
  const { name, phone, email, birthYear, city, years, education, work, projects } = profile;
  const { skills, certificates, language } = profile;
  const warnings = profile.warnings.map((warning) => {
    const words = warningWords[warning.code];
    return words ? { ...warning, message: bothLanguages(words) } : warning;
  });
  return {
    file,
    ...{ name, phone, email, birthYear, city, years, education, work, projects },
    ...{ skills, certificates, language, warnings },
  };
}

async function answer(
  file: string,
  path: string,
  reader: DocumentReader,
  password: string | undefined,
): Promise<{ readonly failed: boolean; readonly line: Record<string, unknown> }> {
  try {
    const bytes = await readFile(path);
    const options = { fileName: file, ...(password === undefined ? {} : { password }) };
    const document = await reader.read(bytes, options);
    const { profile } = parseResume(document, { fileName: file, now: new Date().toISOString().slice(0, 7) });
    return { failed: false, line: profileLine(file, profile) };
  } catch (error) {
    const code = error instanceof AppError ? { code: error.code } : {};
    return { failed: true, line: { file, error: bothLanguages(explain(error)), ...code } };
  }
}

/** Answers in the order of the arguments with a few files in hand at once. */
async function answerFiles(
  files: readonly string[],
  terminal: Terminal,
  password: string | undefined,
): Promise<ExitCode> {
  const reader = isolatedDocumentReader();
  const inHand: ReturnType<typeof answer>[] = [];
  let failed = 0;
  let next = 0;
  for (let done = 0; done < files.length; done += 1) {
    for (; next < files.length && next < done + parallel; next += 1) {
      const file = files[next] ?? '';
      inHand.push(answer(file, pathOf(terminal, file), reader, password));
    }
    const result = await inHand.shift();
    if (!result) break;
    if (result.failed) failed += 1;
    await terminal.print(result.line);
  }
  return failed > 0 ? 1 : 0;
}

/** `jinji resume`: reads the facts out of résumé files. */
export const command: Command = {
  usage: ['resume [--password PASSWORD] FILE…'],
  help: {
    zh: [
      '从简历文件(PDF、DOCX、TXT、MD、HTML,20 MB 以内)中提取信息，每个文件输出一行 JSON:',
      '  {"file", "name", "phone", "email", "birthYear", "city", "years", "education", "work", "projects", "skills", "certificates", "language", "warnings"}',
      '没有写明的一律为 null，不作猜测；隐藏文字和读不出的内容列在 warnings。',
      '读不了的文件输出 {"file", "error", "code"}，不影响其他文件。',
      '  --password PASSWORD  打开有密码的 PDF',
    ].join('\n'),
    en: [
      'Reads the facts out of résumé files (PDF, DOCX, TXT, MD, HTML, up to 20 MB), one line of JSON for each file:',
      '  {"file", "name", "phone", "email", "birthYear", "city", "years", "education", "work", "projects", "skills", "certificates", "language", "warnings"}',
      'What is not stated is null, never guessed; hidden text and what could not be read is in the warnings.',
      'A file that cannot be read is answered by {"file", "error", "code"} and does not stop the others.',
      '  --password PASSWORD  opens a protected PDF',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { password: { type: 'string' } });
    if (positionals.length === 0) {
      throw new UsageError({ zh: '请指定至少一个简历文件', en: 'name at least one résumé file' });
    }
    return answerFiles(positionals, terminal, values.password);
  },
};
