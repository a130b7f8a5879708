import type { Barrier } from '../layout/column-cut.ts';
import type { Drawing } from './drawing.ts';
import type { Box } from './geometry.ts';

/**
 * Lines under section headings and bands behind them, if they go across more than half of the page. Where a panel
 * (the coloured ground of a sidebar or text box) lies over such a line, the line ends at the panel.
 */
export function barriersOf(drawing: Drawing): Barrier[] {
  const wide = drawing.width * 0.5;
  const lines = drawing.rules
    .filter((rule) => rule.horizontal && rule.to - rule.from > wide)
    .map((rule) => ({ y: rule.at, left: rule.from, right: rule.to }));
  const bands = drawing.fills
    .filter(({ box }) => box.right - box.left > wide && box.bottom - box.top < 40)
    .map(({ box }) => ({ y: box.top, left: box.left, right: box.right }));
  const panels = drawing.fills
    .map(({ box }) => box)
    .filter((box) => box.bottom - box.top > 120 && box.right - box.left < drawing.width * 0.6);
  return [...lines, ...bands].map((barrier) => panels.reduce(trim, barrier));
}

function trim(barrier: Barrier, panel: Box): Barrier {
  if (barrier.y < panel.top || barrier.y > panel.bottom) return barrier;
  if (panel.right > barrier.left && panel.left <= barrier.left + 24) return { ...barrier, left: panel.right };
  if (panel.left < barrier.right && panel.right >= barrier.right - 24)
    return { ...barrier, right: panel.left };
  return barrier;
}
