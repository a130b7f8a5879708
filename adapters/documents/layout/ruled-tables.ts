/** A straight border line in points: `at` across, `from`…`to` along. */
export interface BorderLine {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A cell of a ruled table, merged cells already merged. */
export interface RuledCell {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly column: number;
  readonly row: number;
}

export interface RuledTable {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly cells: readonly RuledCell[];
}

/** Lines nearer than this (points) count as one. */
const snap = 3;

/** A page with more lines is a drawing, not a form. */
const mostLines = 3_000;

/** Finds tables drawn with lines. Single boxes, underlines and frames around everything are no tables. */
export function findRuledTables(lines: readonly BorderLine[]): RuledTable[] {
  if (lines.length > mostLines) return [];
  const merged = mergeCollinear(lines);
  return components(merged)
    .map(toTable)
    .filter((table): table is RuledTable => table !== null && table.cells.length >= 2);
}

function mergeCollinear(lines: readonly BorderLine[]): BorderLine[] {
  const sorted = [...lines].sort(
    (a, b) => Number(a.horizontal) - Number(b.horizontal) || a.at - b.at || a.from - b.from,
  );
  const merged: BorderLine[] = [];
  for (const line of sorted) {
    const index = merged.findIndex(
      (other) =>
        other.horizontal === line.horizontal &&
        Math.abs(other.at - line.at) < snap &&
        line.from <= other.to + snap &&
        line.to >= other.from - snap,
    );
    const other = merged[index];
    if (other) {
      const from = Math.min(other.from, line.from);
      merged[index] = { ...other, from, to: Math.max(other.to, line.to) };
    } else merged.push(line);
  }
  return merged;
}

const meet = (a: BorderLine, b: BorderLine): boolean =>
  a.horizontal !== b.horizontal &&
  a.at >= b.from - snap &&
  a.at <= b.to + snap &&
  b.at >= a.from - snap &&
  b.at <= a.to + snap;

function components(lines: readonly BorderLine[]): BorderLine[][] {
  const groups: BorderLine[][] = [];
  const taken = new Set<BorderLine>();
  for (const start of lines) {
    if (taken.has(start)) continue;
    const group: BorderLine[] = [start];
    taken.add(start);
    for (const member of group) {
      for (const other of lines) {
        if (!taken.has(other) && meet(member, other)) {
          taken.add(other);
          group.push(other);
        }
      }
    }
    if (group.length >= 4) groups.push(group);
  }
  return groups;
}

function distinct(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (out.length === 0 || value - (out.at(-1) ?? 0) > snap) out.push(value);
  }
  return out;
}

function toTable(group: readonly BorderLine[]): RuledTable | null {
  const horizontal = group.filter((line) => line.horizontal);
  const vertical = group.filter((line) => !line.horizontal);
  const xs = distinct(vertical.map((line) => line.at));
  const ys = distinct(horizontal.map((line) => line.at));
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > 20_000) return null;
  const cells = mergedCells(xs, ys, horizontal, vertical);
  return {
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    cells,
  };
}

/** Joins grid fields between which no line is drawn. */
function mergedCells(
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly BorderLine[],
  vertical: readonly BorderLine[],
): RuledCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const parent = Array.from({ length: columns * rows }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const drawn = (lines: readonly BorderLine[], at: number, middle: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= snap && line.from <= middle && line.to >= middle);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const self = row * columns + column;
      const midY = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      const midX = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      if (column + 1 < columns && !drawn(vertical, xs[column + 1] ?? 0, midY))
        parent[root(self + 1)] = root(self);
      if (row + 1 < rows && !drawn(horizontal, ys[row + 1] ?? 0, midX))
        parent[root(self + columns)] = root(self);
    }
  }
  const cells = new Map<number, RuledCell>();
  for (let i = 0; i < parent.length; i += 1) {
    const column = i % columns;
    const row = Math.floor(i / columns);
    const known = cells.get(root(i));
    cells.set(root(i), {
      left: Math.min(known?.left ?? Number.POSITIVE_INFINITY, xs[column] ?? 0),
      right: Math.max(known?.right ?? 0, xs[column + 1] ?? 0),
      top: Math.min(known?.top ?? Number.POSITIVE_INFINITY, ys[row] ?? 0),
      bottom: Math.max(known?.bottom ?? 0, ys[row + 1] ?? 0),
      column: Math.min(known?.column ?? column, column),
      row: Math.min(known?.row ?? row, row),
    });
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
