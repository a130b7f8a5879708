import type { Dimension } from '#core/template/schemas/dimension.ts';

/** Whether a company wrote the dimension itself: its code says so. */
export const isOwn = ({ code }: Pick<Dimension, 'code'>): boolean => code.startsWith('X');
