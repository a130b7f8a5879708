import type { Rule } from './drawing.ts';
import type { Box } from './geometry.ts';
import type { Subpath } from './subpaths.ts';

/** Thicker than this (points) is an area, not a line. */
const thickest = 3;
/** Shorter than this is decoration. */
const shortest = 6;

/**
 * The straight lines that a path draws. Producers draw table borders in three ways: as thin filled rectangles
 * (Chromium, Word), as stroked lines (LibreOffice) and as stroked rectangles (WPS).
 */
export function rulesOf(
  path: Subpath,
  how: { readonly fills: boolean; readonly strokes: boolean; readonly clip: Box | null },
): Rule[] {
  const { box } = path;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (how.fills || (how.strokes && path.points.length <= 2)) {
    const thin = thinRule(box, width, height);
    if (thin) return clipped([thin], how.clip);
  }
  if (!how.strokes) return [];
  const rules: Rule[] = [];
  const points = path.closed ? [...path.points, path.points[0] ?? [0, 0]] : path.points;
  for (let i = 1; i < points.length; i += 1) {
    const [x0, y0] = points[i - 1] ?? [0, 0];
    const [x1, y1] = points[i] ?? [0, 0];
    if (Math.abs(y1 - y0) < 1 && Math.abs(x1 - x0) > shortest) {
      rules.push({ horizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    } else if (Math.abs(x1 - x0) < 1 && Math.abs(y1 - y0) > shortest) {
      rules.push({ horizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
    }
  }
  return clipped(rules, how.clip);
}

function thinRule(box: Box, width: number, height: number): Rule | null {
  if (height <= thickest && width > shortest && width > height * 2) {
    return { horizontal: true, at: (box.top + box.bottom) / 2, from: box.left, to: box.right };
  }
  if (width <= thickest && height > shortest && height > width * 2) {
    return { horizontal: false, at: (box.left + box.right) / 2, from: box.top, to: box.bottom };
  }
  return null;
}

function clipped(rules: readonly Rule[], clip: Box | null): Rule[] {
  if (!clip) return [...rules];
  return rules.flatMap((rule) => {
    const [low, high, first, last] = rule.horizontal
      ? [clip.top, clip.bottom, clip.left, clip.right]
      : [clip.left, clip.right, clip.top, clip.bottom];
    if (rule.at < low - 2 || rule.at > high + 2) return [];
    const from = Math.max(rule.from, first);
    const to = Math.min(rule.to, last);
    return to - from > shortest ? [{ ...rule, from, to }] : [];
  });
}
