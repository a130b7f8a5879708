import { isVagueAnchor } from '#core/rubric/checks.ts';
import type { OwnDimensionWords } from '#core/rubric/own-dimension.ts';

/** What is wrong with one field of the form. `level` is 1..5. */
export type OwnDimensionFault =
  | { readonly field: 'name'; readonly fault: 'missing' | 'taken' }
  | { readonly field: 'definition'; readonly fault: 'missing' }
  | { readonly field: 'anchor'; readonly level: number; readonly fault: 'missing' | 'repeated' };

/** Checks a form before it is saved. `takenNames` are the names of all other dimensions. */
export function ownDimensionFaults(
  words: OwnDimensionWords,
  takenNames: readonly string[],
): OwnDimensionFault[] {
  const faults: OwnDimensionFault[] = [];
  const name = words.name.trim();
  if (name === '') faults.push({ field: 'name', fault: 'missing' });
  else if (takenNames.some((taken) => taken.trim().toLowerCase() === name.toLowerCase())) {
    faults.push({ field: 'name', fault: 'taken' });
  }
  if (words.definition.trim() === '') faults.push({ field: 'definition', fault: 'missing' });
  const anchors = words.anchors.map((anchor) => anchor.trim());
  for (const [index, anchor] of anchors.entries()) {
    if (anchor === '') faults.push({ field: 'anchor', level: index + 1, fault: 'missing' });
    else if (anchors.indexOf(anchor) < index) {
      faults.push({ field: 'anchor', level: index + 1, fault: 'repeated' });
    }
  }
  return faults;
}

/** Whether an anchor that is written only judges. It warns; it never stops the saving. */
export function anchorOnlyJudges(anchor: string): boolean {
  return anchor.trim() !== '' && isVagueAnchor(anchor);
}
