import { isPhrasePattern } from '../rubric/dimension-signs.ts';
import type { Dimension } from '../template/schemas/dimension.ts';
import type { JobDefinition } from './job-definition.ts';

type Judged = Pick<Dimension, 'indicators'>;

const patternsOf = ({ indicators }: Judged): readonly string[] =>
  indicators.flatMap(({ patterns }) => [...patterns.zh, ...patterns.en]);

/** Every pattern of the dimensions of a rubric. */
export const patternsOfRubric = ({ rubric }: Pick<JobDefinition, 'rubric'>): readonly string[] =>
  rubric.flatMap(({ dimension }) => patternsOf(dimension));

/**
 * The first row of a rubric with a pattern that nobody checked, or null. Drafts come from browsers, and a pattern that repeats
 * a repetition would hold up every company's work on the first answer it is run over: only phrases as they stand, and
 * what is known already, are taken.
 * @param library shipped dimensions, whose patterns are checked when the product is built
 * @param known patterns of this job that were taken before
 */
export function foreignPatternRow(
  draft: Pick<JobDefinition, 'rubric'>,
  library: readonly Judged[],
  known: readonly string[],
): number | null {
  const taken = new Set([...library.flatMap(patternsOf), ...known]);
  const row = draft.rubric.findIndex(({ dimension }) =>
    patternsOf(dimension).some((pattern) => !taken.has(pattern) && !isPhrasePattern(pattern)),
  );
  return row < 0 ? null : row;
}
