/** A block as it was measured, in points; `lead`: what stands above the first row of a table. */
export type Measured =
  | { kind: 'text'; height: number; line: number; keepsNext: boolean }
  | { kind: 'solid'; height: number; keepsNext: boolean }
  | {
      kind: 'table';
      lead: number;
      rows: readonly number[];
      headerRows: number;
      merged: readonly MergedCell[];
      mayCut: boolean;
    };
/** A cell over several rows (`to` not counted), and what it needs of their height. */
export type MergedCell = { from: number; to: number; column: number; need: number };

export type MeasuredTable = Extract<Measured, { kind: 'table' }>;

/** What is decided for a block: whether it begins a page, and the rows of a table with which a page begins. */
export type Placed = { breakBefore: boolean; cuts: number[] };

/** Lines of a text that have to follow its heading on the same page. */
const FOLLOWING_LINES = 2;
/** The part of a page that may stay empty for the sake of a merged cell. */
const GIVEN_UP = 0.25;
/** What is lost to rounding. */
const TOLERANCE = 0.01;

/**
 * Where pages of a height begin. No heading and no caption is the last thing on its page: what it stands above follows with two lines,
 * or with its first row. Rows are not broken, but for one that is higher than a page. One pass: each block is looked at once.
 */
export function paginate(blocks: readonly Measured[], page: number): Placed[] {
  const needs = needsOf(blocks, page);
  let y = 0;
  return blocks.map((block, at) => {
    const breakBefore = y > 0 && !fits(y + (needs[at] ?? 0), page) && !breaksByItself(block);
    if (breakBefore) y = 0;
    if (block.kind !== 'table') {
      y = block.kind === 'text' ? afterLines(y, block, page) : after(y + block.height, page);
      return { breakBefore, cuts: [] };
    }
    const { cuts, end } = cutsOf(block, y, page);
    y = end;
    return { breakBefore, cuts };
  });
}

const fits = (bottom: number, page: number): boolean => bottom <= page + TOLERANCE;
const after = (y: number, page: number): number => (fits(y, page) ? y : y % page);
const breaksByItself = (block: Measured): boolean => block.kind === 'text' && !block.keepsNext;
const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

/** What each block needs on the page on which it begins; what fits no page is left to break. */
function needsOf(blocks: readonly Measured[], page: number): number[] {
  const needs: number[] = new Array(blocks.length).fill(0);
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at] as Measured;
    const own = ownNeed(block);
    const needed = block.kind !== 'table' && block.keepsNext ? own + (needs[at + 1] ?? 0) : own;
    needs[at] = fits(needed, page) ? needed : fits(own, page) ? own : 0;
  }
  return needs;
}

function ownNeed(block: Measured): number {
  if (block.kind === 'table') return block.lead + sum(block.rows.slice(0, block.headerRows + 1));
  if (block.kind === 'solid' || block.keepsNext) return block.height;
  return Math.min(block.height, block.line * FOLLOWING_LINES);
}

/** Where a text ends that begins at `y`: its lines flow on. */
function afterLines(y: number, { height, line }: { height: number; line: number }, page: number): number {
  if (fits(y + height, page)) return y + height;
  const onThis = Math.floor((page - y + TOLERANCE) / line);
  const onFull = Math.max(1, Math.floor((page + TOLERANCE) / line));
  const left = Math.max(1, Math.round(height / line) - onThis) % onFull;
  return (left || onFull) * line;
}

/** The rows with which a new page begins, and where the table ends. */
function cutsOf(table: MeasuredTable, from: number, page: number): { cuts: number[]; end: number } {
  const { lead, rows, headerRows, mayCut } = table;
  if (!mayCut) return { cuts: [], end: after(from + lead + sum(rows), page) };
  const top = lead + sum(rows.slice(0, headerRows));
  const cuts: number[] = [];
  let y = from + top;
  let first = headerRows;
  for (let row = headerRows; row < rows.length; row += 1) {
    if (row > first && !fits(y + (rows[row] ?? 0), page)) {
      first = cutBefore(table, first, row, page);
      cuts.push(first);
      y = top + sum(rows.slice(first, row));
    }
    // a row that is higher than a page is broken where it ends
    y = after(y + (rows[row] ?? 0), page);
  }
  return { cuts, end: y };
}

/**
 * The last row at or before one, at which a page can begin without leaving a merged cell too little room for its contents, on this page or on
 * the next. No more than a part of the page is given up for it.
 */
function cutBefore(table: MeasuredTable, first: number, row: number, page: number): number {
  const { merged, rows } = table;
  const height = (from: number, to: number) => sum(rows.slice(from, to));
  const better = merged.flatMap(({ from, to, need }) => {
    const start = Math.max(from, first);
    if (start >= row || to <= row) return [];
    for (let at = row; at > start; at -= 1)
      if (height(start, at) >= need && height(at, to) >= need) return [at];
    return start > first ? [start] : [];
  });
  const best = Math.min(row, ...better.filter((at) => height(at, row) <= page * GIVEN_UP));
  return best === row ? row : cutBefore(table, first, best, page);
}
