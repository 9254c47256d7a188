import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { PAGE } from '../layout';
import { layOut } from './engine';
import type { Measured } from './paginate';
import type { Piece } from './pieces';
import { type Setter, TABLE_MARGIN } from './setter';

type Tops = ReadonlyMap<string, number>;
type TablePiece = Extract<Piece, { kind: 'table' }>;

const placeOf = (row: number, column: number): string => `${row}.${column}`;

/** How much higher a row is than its contents: padding and line. */
const ROW_PADDING = 5;
/** A page whose end nothing reaches. */
const ENDLESS = { width: PAGE.width, height: 10_000_000 };
/** Of the pages that are laid out none is drawn: their list is cut to this length, and 0 would mean all. Not in the types. */
const NO_PAGES = { maxPagesNumber: 0.5 };

/**
 * How high each part is, and each row, from laying them out once on a page without end. Between them and in cells stand marks of no size,
 * whose places pdfmake tells.
 */
export async function measure(pieces: readonly Piece[], setter: Setter): Promise<Measured[]> {
  const tops = new Map<string, number>();
  const definition: TDocumentDefinitions = {
    pageSize: ENDLESS,
    ...NO_PAGES,
    content: [
      ...pieces.flatMap((piece, at) => [mark(`${at}`), marked(piece, at, setter)]),
      mark(`${pieces.length}`),
    ],
    // asked for every node once all is laid out; false: no page begins before it
    pageBreakBefore: ({ id, startPosition }) => {
      if (id) tops.set(id, startPosition.top);
      return false;
    },
  };
  await layOut(definition).getStream();
  return pieces.map((piece, at) => measureOf(piece, at, tops));
}

const mark = (id: string): Content => {
  const node = { id, canvas: [{ type: 'line' as const, x1: 0, y1: 0, x2: 0, y2: 0 }] };
  return node;
};

function marked(piece: Piece, at: number, setter: Setter): Content {
  if (piece.kind !== 'table') return piece.set();
  return setter.table(piece.table, piece.widths, TABLE_MARGIN, ({ rows }, row, column) => ({
    before: [mark(`${at}/${placeOf(row, column)}`)],
    after: rows > 1 ? [mark(`${at}/${placeOf(row, column)}/end`)] : [],
  }));
}

function measureOf(piece: Piece, at: number, tops: Tops): Measured {
  const top = tops.get(`${at}`) ?? 0;
  const bottom = tops.get(`${at + 1}`) ?? top;
  if (piece.kind === 'table') return measureTable(piece, at, tops, { top, bottom });
  const { set: _, ...rest } = piece;
  return { ...rest, height: bottom - top };
}

function measureTable(
  { table }: TablePiece,
  at: number,
  tops: Tops,
  { top, bottom }: { top: number; bottom: number },
): Measured {
  const topOf = (row: number, column: number) => tops.get(`${at}/${placeOf(row, column)}`);
  const starts = startsOf(table.rows.length, bottom, (row) =>
    topOf(row, table.rows[row]?.findIndex(Boolean) ?? 0),
  );
  const merged = table.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const end = tops.get(`${at}/${placeOf(row, column)}/end`);
      if (!cell || end === undefined) return [];
      const need = end - (topOf(row, column) ?? end) + ROW_PADDING;
      return [{ from: row, to: row + cell.rows, column, need }];
    }),
  );
  const rows = starts.slice(0, -1).map((start, row) => (starts[row + 1] ?? start) - start);
  const lead = (starts[0] ?? top) - top;
  return { kind: 'table', lead, rows, headerRows: table.headerRows, merged, mayCut: true };
}

/** Where rows begin, and the last one ends; one that is covered whole by merged cells begins with the next. */
function startsOf(rows: number, bottom: number, startOf: (row: number) => number | undefined): number[] {
  const starts: number[] = new Array(rows + 1).fill(bottom);
  for (let row = rows - 1; row >= 0; row -= 1) starts[row] = startOf(row) ?? starts[row + 1] ?? bottom;
  return starts;
}
