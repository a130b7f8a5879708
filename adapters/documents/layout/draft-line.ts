import type { TextLine, TextRun } from '#core/ports/document-reader.ts';

/** A line while its document is still being put together: all but what follows from its place. */
export interface DraftLine {
  readonly page: number;
  readonly runs: readonly TextRun[];
  readonly heading: number;
  readonly bullet: boolean;
  readonly wraps: boolean;
  readonly gapBefore: boolean;
  readonly table?: number;
  readonly block: number;
}

/** A run of a format without geometry. */
export function plainRun(text: string, bold = false, fontSize = 0): TextRun {
  return { text, x: 0, y: 0, width: 0, fontSize, bold };
}

/** A line of a format without geometry; every option left out means "no". */
export function flowLine(
  runs: readonly TextRun[],
  options: Partial<Omit<DraftLine, 'runs' | 'page'>> = {},
): DraftLine {
  return { page: 1, runs, heading: 0, bullet: false, wraps: false, gapBefore: false, block: 0, ...options };
}

const bulletSign = /^(?:[•●○◦■□◆◇▪▫►▶▷➢➤➔✓✔√★☆※♦\ue000-\uf8ff]\s*|[·–—*-]\s+(?=\S))/u;

/** Numbers the lines, joins their runs and takes drawn bullets off their front. Empty lines fall away. */
export function finishLines(drafts: readonly DraftLine[]): TextLine[] {
  const lines: TextLine[] = [];
  let gapPending = false;
  for (const draft of drafts) {
    let bullet = draft.bullet;
    const runs = draft.runs
      .map((run, position) => {
        const text = run.text.trim();
        if (position > 0 || !bulletSign.test(text)) return { ...run, text };
        bullet = true;
        return { ...run, text: text.replace(bulletSign, '').trim() };
      })
      .filter((run) => run.text !== '');
    if (runs.length === 0) {
      gapPending = true;
      continue;
    }
    lines.push({
      ...draft,
      index: lines.length,
      runs,
      bullet,
      gapBefore: draft.gapBefore || gapPending,
      text: runs.map((run) => run.text).join('  '),
    });
    gapPending = false;
  }
  return lines;
}
