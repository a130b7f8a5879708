import { type Dirent, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkTemplateFiles } from '#core/template/check-files.ts';
import { hasError } from '#core/template/finding.ts';
import type { TemplateLibrary } from '#core/template/template-library.ts';
import { projectRoot, readTemplateLibrary } from '../template-files.ts';
import { bothLanguages, type Command, pathOf, readArguments, type Terminal, UsageError } from './command.ts';

const shippedFolder = join(projectRoot, 'templates');

/** What a pack may refer to besides its own files: everything that is shipped. */
async function installedLibrary(): Promise<TemplateLibrary> {
  const { dimensions, questionBanks } = await readTemplateLibrary();
  return {
    dimensions: new Map(dimensions.map(({ code, version }) => [code, version])),
    bankQuestions: new Map(
      questionBanks.flatMap((bank) =>
        bank.questions.map((question) => [`${bank.dimension}/${question.id}`, question] as const),
      ),
    ),
  };
}

/** Every JSON file below a folder, by its path from there; published schemas are no templates. */
async function jsonFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const isTemplate = (entry: Dirent) =>
    entry.isFile() && entry.name.endsWith('.json') && !/(?:^|[\\/])schema$/.test(entry.parentPath);
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(isTemplate);
  return new Map(
    await Promise.all(
      entries.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(folder, path).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const;
      }),
    ),
  );
}

async function check(folder: string, terminal: Terminal): Promise<0 | 1> {
  const checked = checkTemplateFiles(await jsonFiles(folder), await installedLibrary());
  if (checked.length === 0) {
    throw new UsageError({
      zh: '文件夹中没有模板文件(pack.json、dimensions/*.json、questions/*.json)',
      en: 'the folder holds no templates (pack.json, dimensions/*.json, questions/*.json)',
    });
  }
  const findings = checked.flatMap(({ file, findings: found }) =>
    found.map((finding) => ({ file, finding })),
  );
  for (const { file, finding } of findings) {
    await terminal.print({ file, ...finding, message: finding.message });
  }
  const failed = checked.filter(({ findings: found }) => hasError(found)).length;
  terminal.tell(
    bothLanguages({
      zh: `检查了 ${checked.length} 个文件,${failed} 个有错误,共 ${findings.length} 条提示`,
      en: `${checked.length} files checked, ${failed} with errors, ${findings.length} findings`,
    }),
  );
  return failed > 0 ? 1 : 0;
}

/** `jinji pack check`: whether a folder of templates can be used. */
export const command: Command = {
  usage: ['pack check [FOLDER]'],
  help: {
    zh: '检查模板文件夹(行业包、维度、题库)；不指定时检查内置模板。\n每条问题输出一行 {"file", "severity": "error"|"warning", "code", "path", "message"}；有错误时退出码为 1。',
    en: 'Checks a folder of templates (packs, dimensions, question banks); without one the shipped templates.\nOne line for each finding: {"file", "severity": "error"|"warning", "code", "path", "message"}; exit code 1 when there is an error.',
  },
  async run(args, terminal) {
    const { positionals } = readArguments(args, {});
    const [action, name, ...more] = positionals;
    if (action !== 'check' || more.length > 0) {
      throw new UsageError({ zh: '用法：pack check [FOLDER]', en: 'usage: pack check [FOLDER]' });
    }
    const folder = name === undefined ? shippedFolder : pathOf(terminal, name);
    if (!existsSync(folder)) throw new UsageError({ zh: '文件夹不存在', en: 'there is no such folder' });
    return check(folder, terminal);
  },
};
