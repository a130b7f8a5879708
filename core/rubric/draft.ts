import type { Dimension } from '../template/schemas/dimension.ts';
import type { RubricItem } from '../template/schemas/industry-pack.ts';
import type { LocalizedText } from '../template/schemas/shared.ts';

/** One row of a rubric in the editor. `weight` is a whole per cent, 1..100; a locked one is never rebalanced. */
export interface RubricRow {
  readonly dimension: string;
  readonly weight: number;
  readonly locked: boolean;
  /** Why the job needs it. Both texts may be empty while it is being written. */
  readonly jobRelatedness: LocalizedText;
}

/** A rubric being edited. The weights of its rows sum to 100 whenever there are rows. */
export interface RubricDraft {
  readonly rows: readonly RubricRow[];
  /** Definitions that differ from the shipped ones: the company's own (codes with `X`) and edited copies (same code). */
  readonly dimensions: readonly Dimension[];
}

/** Limits of a rubric (schema of the industry pack). */
export const rubricLimits = { minRows: 3, maxRows: 8, total: 100 } as const;

export const emptyDraft: RubricDraft = { rows: [], dimensions: [] };

/** A draft from the rows of a pack or a stored version. The rows' weights must sum to 100. */
export function draftFromItems(
  items: readonly RubricItem[],
  dimensions: readonly Dimension[] = [],
): RubricDraft {
  return {
    rows: items.map(({ dimension, weight, jobRelatedness }) => ({
      dimension,
      weight,
      jobRelatedness,
      locked: false,
    })),
    dimensions,
  };
}

/** The rows as they are stored; locks belong to the editor only. */
export function itemsFromDraft(draft: RubricDraft): RubricItem[] {
  return draft.rows.map(({ dimension, weight, jobRelatedness }) => ({ dimension, weight, jobRelatedness }));
}

/** The definition that holds in this draft: the draft's own, else the shipped one, else undefined. */
export function dimensionIn(
  draft: RubricDraft,
  shipped: readonly Dimension[],
  code: string,
): Dimension | undefined {
  return (
    draft.dimensions.find((dimension) => dimension.code === code) ??
    shipped.find((dimension) => dimension.code === code)
  );
}
