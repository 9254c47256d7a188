import { columnsOf, layOutSpans } from '../../tabular/span-grid';
import { type Block, type Cell, plain, type Table, textOfRuns } from './model';

/** Word takes 63 columns; a page of A4 has room for fewer. */
const MAX_COLUMNS = 40;
/** Places of a table that are laid out; beyond it its rows become lines of text. */
const MAX_PLACES = 10_000;
const MAX_HEADER_ROWS = 4;

/** A table as it was written: cells row by row, merged ones reaching wherever they say. */
export type WrittenTable = { caption: string; rows: Cell[][] };

/**
 * A written table as a grid of equal rows: spans end with the table, gaps are filled. One that fits no page
 * becomes lines, so that none of its words is lost.
 */
export function layOutTable({ caption, rows }: WrittenTable): Block[] {
  const columns = columnsOf(rows);
  if (columns === 0) return [];
  if (columns > MAX_COLUMNS || columns * rows.length > MAX_PLACES) return asLines({ caption, rows });
  return [
    {
      kind: 'table',
      caption,
      columns,
      headerRows: headerRowsOf(rows),
      rows: layOutSpans(rows, columns).map((row) => row.map((cell) => (cell === undefined ? empty() : cell))),
    } satisfies Table,
  ];
}

const empty = (): Cell => ({ header: false, columns: 1, rows: 1, blocks: [] });

/** The rows at the beginning that are headers throughout: repeated on every page. */
function headerRowsOf(rows: readonly Cell[][]): number {
  const first = rows.findIndex((cells) => cells.length === 0 || !cells.every(({ header }) => header));
  const count = first < 0 ? 0 : first;
  const reach = rows.slice(0, count).map((cells, at) => at + Math.max(...cells.map((cell) => cell.rows)));
  return count > MAX_HEADER_ROWS || reach.some((end) => end > count) ? 0 : count;
}

function asLines({ caption, rows }: WrittenTable): Block[] {
  const lines = rows.map((cells) =>
    cells
      .map(({ blocks }) =>
        blocks.map((block) => (block.kind === 'paragraph' ? textOfRuns(block.runs) : '')).join(''),
      )
      .join('　'),
  );
  return [caption, ...lines].filter(Boolean).map((line) => plain(line));
}
