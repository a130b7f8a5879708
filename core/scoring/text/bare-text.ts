import { isMarkUnit } from './unit-kinds.ts';

const MARKS = /[\s\p{P}]/gu;

let units = new Uint16Array(1024);

const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

const keepBare = (text: string): number => {
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return text.length;
};

/**
 * Reads `[start, end)` without white space and marks into working memory that the next call writes over. Flat, because
 * thousands of short strings would be made otherwise.
 */
export const readBare = (
  text: string,
  start: number,
  end: number,
): { readonly units: Uint16Array; readonly length: number } => {
  if (units.length < end - start) units = new Uint16Array((end - start) * 2);
  let length = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    // Half a character tells nothing.
    if (isHalf(unit)) return { units, length: keepBare(text.slice(start, end).replace(MARKS, '')) };
    if (!isMarkUnit(unit)) units[length++] = unit;
  }
  return { units, length };
};

/** Number of units of `[start, end)` other than white space and marks. */
export const bareLength = (text: string, start: number, end: number): number => {
  let length = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isHalf(unit)) return text.slice(start, end).replace(MARKS, '').length;
    if (!isMarkUnit(unit)) length++;
  }
  return length;
};
