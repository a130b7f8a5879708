import type { Dimension } from './schemas/dimension.ts';
import { type IndustryPack, packFormatVersion } from './schemas/industry-pack.ts';
import { bundleFormat, type PackBundle, type PackManifest } from './schemas/pack-bundle.ts';
import type { QuestionBank } from './schemas/question.ts';

/** What an export can draw on: all dimensions and banks of the installation. */
export interface ExportSource {
  readonly dimensions: readonly Dimension[];
  readonly questionBanks: readonly QuestionBank[];
}

/** Codes that start with X belong to a company; only those travel, built-in ones are named with their version. */
const isOwn = (code: string) => code.startsWith('X');

/** One self-contained value: the pack, the company's own dimensions and banks that it uses, and which built-in ones it expects. */
export function exportBundle(pack: IndustryPack, source: ExportSource): PackBundle {
  const codes = usedDimensions(pack);
  const used = source.dimensions.filter((dimension) => codes.has(dimension.code));
  return {
    format: bundleFormat,
    formatVersion: packFormatVersion,
    requires: used
      .filter((dimension) => !isOwn(dimension.code))
      .map((dimension) => ({ dimension: dimension.code, version: dimension.version })),
    pack: withoutSchema(pack),
    dimensions: used.filter((dimension) => isOwn(dimension.code)).map(withoutSchema),
    questionBanks: source.questionBanks
      .filter((bank) => isOwn(bank.dimension) && codes.has(bank.dimension))
      .map(withoutSchema),
  };
}

/**
 * The same as files: path → text. Each file names its schema by the path it has in this repository's `templates/`,
 * so that an editor checks it when the folder is put there.
 */
export function exportFolder(pack: IndustryPack, source: ExportSource): Map<string, string> {
  const bundle = exportBundle(pack, source);
  const manifest: PackManifest = {
    format: bundle.format,
    formatVersion: bundle.formatVersion,
    requires: bundle.requires,
  };
  const files = new Map<string, string>([
    ['manifest.json', fileText('../schema/pack-manifest.json', manifest)],
    ['pack.json', fileText('../schema/industry-pack.json', bundle.pack)],
  ]);
  for (const dimension of bundle.dimensions) {
    files.set(`dimensions/${dimension.code}.json`, fileText('../../schema/dimension.json', dimension));
  }
  for (const bank of bundle.questionBanks) {
    files.set(`questions/${bank.dimension}.json`, fileText('../../schema/question-bank.json', bank));
  }
  return files;
}

/** Dimension codes that a pack uses: its rubric, its questions, and the banks its jobs point to. */
function usedDimensions(pack: IndustryPack): ReadonlySet<string> {
  return new Set([
    ...pack.rubric.map((item) => item.dimension),
    ...pack.questions.flatMap((question) => question.dimensions),
    ...pack.jobs.flatMap((job) =>
      job.questions.flatMap((id) => (id.includes('/') ? [id.split('/')[0] ?? ''] : [])),
    ),
  ]);
}

function withoutSchema<T extends { $schema?: string }>(value: T): T {
  const { $schema: _path, ...rest } = value;
  return rest as T;
}

function fileText(schema: string, value: object): string {
  return `${JSON.stringify({ $schema: schema, ...value }, null, 2)}\n`;
}
