import { checkDimension } from './check-dimension.ts';
import { checkPack } from './check-pack.ts';
import { checkQuestionBank } from './check-question-bank.ts';
import type { Finding } from './finding.ts';
import { loadPack } from './load-pack.ts';
import { type Loaded, loadDimension, loadQuestionBank } from './load-template.ts';
import type { Dimension } from './schemas/dimension.ts';
import type { IndustryPack } from './schemas/industry-pack.ts';
import type { QuestionBank } from './schemas/question.ts';
import type { TemplateLibrary } from './template-library.ts';

/** What the check of a folder found, file by file; a file without findings is listed with an empty list. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/**
 * Checks a folder of templates given as path → text: packs (`<id>/pack.json` or `pack.json` alone), `dimensions/<CODE>.json`
 * and `questions/<CODE>.json`. Packs may use the dimensions and bank questions of the folder besides those of `installed`.
 * Other files (schemas, README) are passed over.
 */
export function checkTemplateFiles(
  files: ReadonlyMap<string, string>,
  installed: TemplateLibrary,
): readonly FileFindings[] {
  const names = [...files.keys()].sort();
  const read = <T>(pattern: RegExp, load: (text: string) => Loaded<T>) =>
    names.filter((name) => pattern.test(name)).map((file) => ({ file, loaded: load(files.get(file) ?? '') }));
  const dimensions = read(/(?:^|\/)dimensions\/[^/]+\.json$/, loadDimension);
  const banks = read(/(?:^|\/)questions\/[^/]+\.json$/, loadQuestionBank);
  const packs = read(/(?:^|\/)pack\.json$/, loadPack);
  const library: TemplateLibrary = {
    dimensions: new Map([
      ...installed.dimensions,
      ...dimensions.flatMap(({ loaded }) =>
        loaded.ok ? [[loaded.value.code, loaded.value.version] as const] : [],
      ),
    ]),
    bankQuestions: new Map([
      ...installed.bankQuestions,
      ...banks.flatMap(({ loaded }) => (loaded.ok ? bankEntries(loaded.value) : [])),
    ]),
  };
  return [
    ...dimensions.map(({ file, loaded }) => ({ file, findings: found(loaded, checkDimensionFile(file)) })),
    ...banks.map(({ file, loaded }) => ({ file, findings: found(loaded, checkBankFile(file)) })),
    ...packs.map(({ file, loaded }) => ({ file, findings: found(loaded, checkPackFile(file, library)) })),
  ];
}

function found<T>(loaded: Loaded<T>, check: (value: T) => readonly Finding[]): readonly Finding[] {
  return loaded.ok ? check(loaded.value) : loaded.findings;
}

function bankEntries(bank: QuestionBank) {
  return bank.questions.map((question) => [`${bank.dimension}/${question.id}`, question] as const);
}

const checkDimensionFile =
  (file: string) =>
  (dimension: Dimension): readonly Finding[] => [
    ...nameFits(file, `${dimension.code}.json`, '/code'),
    ...checkDimension(dimension),
  ];

const checkBankFile =
  (file: string) =>
  (bank: QuestionBank): readonly Finding[] => [
    ...nameFits(file, `${bank.dimension}.json`, '/dimension'),
    ...checkQuestionBank(bank),
  ];

const checkPackFile =
  (file: string, library: TemplateLibrary) =>
  (pack: IndustryPack): readonly Finding[] => [
    ...(file.includes('/') ? nameFits(file, `${pack.id}/pack.json`, '/id') : []),
    ...checkPack(pack, library),
  ];

function nameFits(file: string, expected: string, path: string): Finding[] {
  if (file === expected || file.endsWith(`/${expected}`)) return [];
  return [
    {
      severity: 'error',
      code: 'name-differs',
      path,
      message: {
        zh: `文件应放在「${expected}」，请改文件名或这里的编号`,
        en: `the file should be “${expected}”; rename it or change the id here`,
      },
    },
  ];
}
