import { dimensionIn, draftFromItems, type RubricDraft } from '../rubric/draft.ts';
import type { Dimension } from '../template/schemas/dimension.ts';
import type { JobRubricItem } from './job-definition.ts';
import { sameContent } from './merge-drafts.ts';

/**
 * A job's rubric as the editor takes it. Definitions that differ from the library (the job's own, edited copies, older
 * versions) travel in the draft, so that editing never changes what the job meant.
 */
export function rubricDraftOf(items: readonly JobRubricItem[], library: readonly Dimension[]): RubricDraft {
  const own = items
    .map(({ dimension }) => dimension)
    .filter((dimension) => {
      const shipped = library.find(({ code }) => code === dimension.code);
      return !shipped || !sameContent(shipped, dimension);
    });
  return draftFromItems(
    items.map(({ dimension, weight, jobRelatedness }) => ({
      dimension: dimension.code,
      weight,
      jobRelatedness: { zh: jobRelatedness, en: jobRelatedness },
    })),
    own,
  );
}

/** The editor's rubric as the job stores it: every row with its whole definition. Rows without one are left out. */
export function jobRubricOf(
  draft: RubricDraft,
  library: readonly Dimension[],
  language: 'zh' | 'en',
): JobRubricItem[] {
  return draft.rows.flatMap(({ dimension: code, weight, jobRelatedness }) => {
    const dimension = dimensionIn(draft, library, code);
    return dimension ? [{ dimension, weight, jobRelatedness: jobRelatedness[language] }] : [];
  });
}
