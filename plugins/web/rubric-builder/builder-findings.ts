import { checkRubric, type RubricFinding } from '#core/rubric/checks.ts';
import { dimensionIn, type RubricDraft } from '#core/rubric/draft.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { WordingFinding } from '#core/template/wording-lint.ts';

/** Wording found in the texts of a row: its reason, and the dimension's own texts where the company wrote them. */
export interface RowWording {
  readonly kind: 'wording';
  readonly severity: 'block' | 'warn';
  readonly row: number;
  readonly finding: WordingFinding;
}

export type BuilderFinding = RubricFinding | RowWording;

function textsOfRow(draft: RubricDraft, row: number): string[] {
  const { dimension: code, jobRelatedness } = draft.rows[row] ?? {};
  const own = draft.dimensions.find((dimension) => dimension.code === code);
  const written = [jobRelatedness, own?.name, own?.definition, ...(own?.anchors ?? [])];
  const texts = written.flatMap((text) => (text ? [text.zh, text.en] : []));
  return [...new Set(texts.filter((text) => text.trim() !== ''))];
}

/** All that is to be said about a draft: structure, validation and wording; what blocks comes first. */
export function builderFindings(
  draft: RubricDraft,
  shipped: readonly Dimension[],
  lint: (text: string) => readonly WordingFinding[],
): BuilderFinding[] {
  const wording = draft.rows.flatMap((_, row) =>
    textsOfRow(draft, row).flatMap((text) =>
      lint(text).map((finding): RowWording => ({ kind: 'wording', severity: finding.level, row, finding })),
    ),
  );
  const all = [...checkRubric(draft, shipped), ...wording];
  return [
    ...all.filter(({ severity }) => severity === 'block'),
    ...all.filter(({ severity }) => severity === 'warn'),
  ];
}

/** Whether something must be solved before the rubric can be published. */
export function blocksPublishing(findings: readonly BuilderFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'block');
}

/** The definition that a finding's row uses, if it has one. */
export function findingDimension(
  finding: BuilderFinding,
  draft: RubricDraft,
  shipped: readonly Dimension[],
): { readonly code: string; readonly dimension: Dimension | undefined } | null {
  const code = 'row' in finding ? draft.rows[finding.row]?.dimension : undefined;
  return code === undefined ? null : { code, dimension: dimensionIn(draft, shipped, code) };
}
