import { checkPack } from './check-pack.ts';
import { checkTexts } from './check-texts.ts';
import { type Finding, hasError, pointer } from './finding.ts';
import { validatePackBundle, validatePackManifest } from './generated/validators.js';
import { loadPack } from './load-pack.ts';
import { loadDimension, loadQuestionBank, loadTemplate } from './load-template.ts';
import { parseJson } from './parse-json.ts';
import type { IndustryPack } from './schemas/industry-pack.ts';
import { bundleFormat, type PackBundle, type RequiredDimension } from './schemas/pack-bundle.ts';
import type { TemplateLibrary } from './template-library.ts';
import { upgradePack } from './upgrade-pack.ts';

/** The outcome of an import; warnings may come with a usable bundle. A finding of a folder names its file before the pointer: `pack.json#/rubric`. */
export interface Imported {
  readonly bundle: PackBundle | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads an exported bundle, or a lone pack, from JSON text or a parsed value, and checks shape and meaning against
 * the installation. Nothing is stored; the caller shows the findings first.
 */
export function importPack(input: unknown, library: TemplateLibrary): Imported {
  const parsed = typeof input === 'string' ? parseJson(input) : { ok: true as const, value: input };
  if (!parsed.ok) return { bundle: null, findings: parsed.findings };
  const { value } = parsed;
  if (!isBundle(value)) {
    const pack = loadPack(value);
    return pack.ok ? checked(bundleOf(pack.value), library, '') : { bundle: null, findings: pack.findings };
  }
  const upgraded = upgradePack(value.pack);
  if (!upgraded.ok) return { bundle: null, findings: upgraded.findings.map((f) => moved(f, '/pack')) };
  const loaded = loadTemplate(validatePackBundle, { ...value, pack: upgraded.value });
  return loaded.ok ? checked(loaded.value, library, '/pack') : { bundle: null, findings: loaded.findings };
}

/** Reads an exported folder given as path → text, with `pack.json` at its root. Other files than those an export writes are reported and left out. */
export function importFolder(files: ReadonlyMap<string, string>, library: TemplateLibrary): Imported {
  const findings: Finding[] = [];
  const take = <T>(
    file: string,
    load: (text: string) => { ok: true; value: T } | { ok: false; findings: readonly Finding[] },
  ) => {
    const loaded = load(files.get(file) ?? '');
    if (loaded.ok) return [loaded.value];
    findings.push(...loaded.findings.map((finding) => moved(finding, `${file}#`)));
    return [];
  };
  if (!files.has('pack.json')) return { bundle: null, findings: [packMissing()] };
  const names = [...files.keys()].sort();
  const [pack] = take('pack.json', loadPack);
  const dimensions = names.filter((name) => /^dimensions\/[A-Z0-9]+\.json$/.test(name));
  const banks = names.filter((name) => /^questions\/[A-Z0-9]+\.json$/.test(name));
  const [manifest] = files.has('manifest.json')
    ? take('manifest.json', (text) => loadTemplate(validatePackManifest, text))
    : [];
  const loaded = {
    dimensions: dimensions.flatMap((file) => take(file, loadDimension)),
    questionBanks: banks.flatMap((file) => take(file, loadQuestionBank)),
  };
  const known = new Set(['pack.json', 'manifest.json', 'README.md', ...dimensions, ...banks]);
  findings.push(...names.filter((name) => !known.has(name)).map(unknownFile));
  if (pack === undefined || hasError(findings)) return { bundle: null, findings };
  const result = checked({ ...bundleOf(pack, manifest?.requires), ...loaded }, library, 'pack.json#');
  return { bundle: result.bundle, findings: [...findings, ...result.findings] };
}

function checked(bundle: PackBundle, library: TemplateLibrary, packPath: string): Imported {
  const own = bundle.questionBanks.flatMap((bank) =>
    bank.questions.map((question) => [`${bank.dimension}/${question.id}`, question] as const),
  );
  const withOwn: TemplateLibrary = {
    dimensions: new Map([
      ...library.dimensions,
      ...bundle.dimensions.map((dimension) => [dimension.code, dimension.version] as const),
    ]),
    bankQuestions: new Map([...library.bankQuestions, ...own]),
  };
  const findings = [
    ...bundle.requires.flatMap((required, i) => requirement(required, i, library)),
    ...bundle.dimensions.flatMap((dimension, i) => foreignCode(dimension.code, i)),
    ...checkPack(bundle.pack, withOwn).map((finding) => moved(finding, packPath)),
    ...checkTexts({ dimensions: bundle.dimensions, questionBanks: bundle.questionBanks }),
  ];
  return { bundle: hasError(findings) ? null : bundle, findings };
}

function requirement(required: RequiredDimension, i: number, library: TemplateLibrary): Finding[] {
  const installed = library.dimensions.get(required.dimension);
  if (installed === required.version) return [];
  const path = pointer('/requires', i);
  if (installed === undefined) {
    return [
      {
        severity: 'error',
        code: 'required-dimension-missing',
        path,
        message: {
          zh: `本系统没有维度「${required.dimension}」，请先升级系统或新建该维度`,
          en: `this system has no dimension “${required.dimension}”; update it or create the dimension`,
        },
      },
    ];
  }
  return [
    {
      severity: 'warning',
      code: 'dimension-version-differs',
      path,
      message: {
        zh: `该包按「${required.dimension}」第 ${required.version} 版编写，本系统是第 ${installed} 版，请核对评分标准`,
        en: `written for version ${required.version} of “${required.dimension}”, this system has ${installed}; compare the anchors`,
      },
    },
  ];
}

/** A bundle may bring a company's own dimensions, never replace a built-in one. */
function foreignCode(code: string, i: number): Finding[] {
  if (code.startsWith('X')) return [];
  return [
    {
      severity: 'error',
      code: 'built-in-dimension',
      path: pointer('/dimensions', i, 'code'),
      message: {
        zh: `「${code}」是内置维度，不能由导入替换；自有维度的代码请以 X 开头`,
        en: `“${code}” is built in and can’t be replaced by an import; codes of own dimensions start with X`,
      },
    },
  ];
}

function isBundle(value: unknown): value is { format: string; pack: unknown } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === bundleFormat;
}

function bundleOf(pack: IndustryPack, requires: PackBundle['requires'] = []): PackBundle {
  return { format: bundleFormat, formatVersion: 1, requires, pack, dimensions: [], questionBanks: [] };
}

function moved(finding: Finding, base: string): Finding {
  return { ...finding, path: `${base}${finding.path}` };
}

function packMissing(): Finding {
  return {
    severity: 'error',
    code: 'pack-missing',
    path: 'pack.json',
    message: {
      zh: '文件夹里没有 pack.json，请选择导出的文件夹',
      en: 'the folder has no pack.json; choose an exported folder',
    },
  };
}

function unknownFile(name: string): Finding {
  return {
    severity: 'warning',
    code: 'unknown-file',
    path: name,
    message: {
      zh: `不认识的文件「${name}」，已忽略`,
      en: `“${name}” is not a file of a pack and is left out`,
    },
  };
}
