import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

const header = '// Written by tools/schema/generate.ts from core/template/schemas. Do not edit.\n';

/** ajv's helpers that its generated code would load by `require`, with ours of the same meaning. */
const runtime: Readonly<Record<string, string>> = {
  'require("ajv/dist/runtime/ucs2length").default': 'codePointLength',
  'require("ajv/dist/runtime/equal").default': 'jsonEqual',
};

/**
 * Source of one ES module with a validator for each document, compiled ahead of time because workerd and a strict
 * Content-Security-Policy forbid compiling where it runs.
 * @param documents JSON Schema documents by file name.
 * @param names validator name → file name.
 * @throws Error when ajv's output needs a helper that is not known here.
 */
export function buildValidators(
  documents: ReadonlyMap<string, object>,
  names: Readonly<Record<string, string>>,
): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  for (const document of documents.values()) ajv.addSchema(document);
  const exportsByName = Object.fromEntries(
    Object.entries(names).map(([name, file]) => [`validate${name}`, file]),
  );
  let code = standaloneCode(ajv, exportsByName);
  const imports: string[] = [];
  for (const [call, ours] of Object.entries(runtime)) {
    if (code.includes(call)) imports.push(ours);
    code = code.replaceAll(call, ours);
  }
  if (code.includes('require(')) throw new Error('the generated validators need an unknown helper');
  code = code.replace('"use strict";', '');
  return `${header}import { ${imports.sort().join(', ')} } from '../validator-runtime.ts';\n${code}\n`;
}

/** Type declarations of the module that `buildValidators` writes. */
export function buildDeclarations(names: Readonly<Record<string, string>>): string {
  const types = Object.keys(names).sort();
  const sources: Readonly<Record<string, string>> = {
    Dimension: 'dimension',
    QuestionBank: 'question',
    IndustryPack: 'industry-pack',
    ReportLayout: 'report-layout',
    PackManifest: 'pack-bundle',
    PackBundle: 'pack-bundle',
  };
  const imports = types
    .map((type) => `import type { ${type} } from '../schemas/${sources[type]}.ts';\n`)
    .join('');
  const lines = types
    .map((type) => `export declare const validate${type}: ValidateFunction<${type}>;\n`)
    .join('');
  return `${header}import type { ValidateFunction } from '../validate-function.ts';\n${imports}\n${lines}`;
}
