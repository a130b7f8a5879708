import { type Composite, leastCoverage } from './combine-dimensions.ts';

/** Why a suggestion is what it is; `told_before`: it would be 推荐, but too much of it rests on one story. */
export const suggestionReasons = [
  'above_cut',
  'between',
  'below_cut',
  'insufficient_evidence',
  'told_before',
] as const;

/** What the composite advises and why; a person decides. */
export interface SuggestionResult {
  readonly suggestion: 'advance' | 'hold' | 'do_not_advance';
  readonly reason: (typeof suggestionReasons)[number];
}

/**
 * 推荐 if S − SEM ≥ cutHi, 建议不推进 if S + SEM < cutLo, otherwise 待定; without a composite 待定 for lack of evidence
 * (assessment §2.5). Nobody is recommended on one story told to several questions: without it the answers must still cover as much as
 * a composite needs. That asks for a look and lowers no score.
 * @param own share of the weight that rests on answers not told before in the same interview, 0–1
 */
export function suggest(
  composite: Composite,
  cuts: { readonly cutHi: number; readonly cutLo: number },
  own = 1,
): SuggestionResult {
  const { score10, sem10 } = composite;
  if (score10 === null) return { suggestion: 'hold', reason: 'insufficient_evidence' };
  if (score10 - sem10 >= cuts.cutHi) {
    return own + 1e-9 < leastCoverage
      ? { suggestion: 'hold', reason: 'told_before' }
      : { suggestion: 'advance', reason: 'above_cut' };
  }
  if (score10 + sem10 < cuts.cutLo) return { suggestion: 'do_not_advance', reason: 'below_cut' };
  return { suggestion: 'hold', reason: 'between' };
}

/** Someone with a composite, for comparing. */
export interface Ranked {
  readonly id: string;
  readonly score10: number;
  readonly sem10: number;
}

/** Groups from the top: everyone within one SEM of the group's best shares its place (assessment §2.5). */
export function tieGroups(entries: readonly Ranked[]): readonly (readonly string[])[] {
  const sorted = [...entries].sort((a, b) => b.score10 - a.score10 || (a.id < b.id ? -1 : 1));
  const groups: string[][] = [];
  let best: Ranked | undefined;
  for (const entry of sorted) {
    if (best && best.score10 - entry.score10 <= best.sem10) groups.at(-1)?.push(entry.id);
    else {
      best = entry;
      groups.push([entry.id]);
    }
  }
  return groups;
}
