import type { Degree } from './profile.ts';

/** Degrees from the lowest to the highest, as résumés and rules store them; pages show the words of the reader's language. */
export const degrees: readonly Degree[] = ['初中', '高中', '中专', '大专', '本科', '硕士', '博士'];

/** The degree that a new rule begins with: the one that most posts of small companies ask for. */
export const usualDegree: Degree = '大专';
