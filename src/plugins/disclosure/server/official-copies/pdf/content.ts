import type { Content, ContentText } from 'pdfmake/interfaces';
import { type CellPart, cutTable } from '../document/cut-table';
import type { OfficialDocument } from '../document/model';
import { TEXT_HEIGHT } from '../layout';
import type { Letters } from './fonts';
import { measure } from './measure';
import { type Measured, type MeasuredTable, type Placed, paginate } from './paginate';
import { type Piece, piecesOf } from './pieces';
import { type Setter, TABLE_MARGIN } from './setter';

const MISSING_NOTE = '〓：印制时缺少的字，见网页。';
const TOLERANCE = 0.01;

/** The blocks of a document as pdfmake takes them: measured, then placed on pages. Laid out twice, never more. */
export async function pdfContent(
  document: OfficialDocument,
  setter: Setter,
  letters: Letters,
): Promise<Content[]> {
  const pieces = piecesOf(document, setter);
  const measured = await measure(pieces, setter);
  const placed = place(measured);
  const content = pieces.flatMap((piece, at) => set(piece, measured[at], placed[at], setter));
  return [...content, ...(letters.hasReplaced() ? [setter.note(MISSING_NOTE)] : [])];
}

/** Pages for all parts. A table with a merged cell whose contents would fit in none of its parts stays whole. */
function place(measured: readonly Measured[]): Placed[] {
  const placed = paginate(measured, TEXT_HEIGHT);
  const isLosing = measured.map((one, at) => losesContents(one, placed[at]));
  if (!isLosing.includes(true)) return placed;
  return place(measured.map((one, at) => (isLosing[at] ? { ...one, mayCut: false } : one)));
}

/** Whether the contents of a merged cell fit in no part of it. */
function losesContents(measured: Measured, placed: Placed | undefined): boolean {
  if (measured.kind !== 'table' || !placed?.cuts.length) return false;
  const bounds = boundsOf(measured.rows.length, placed);
  return measured.merged.some(
    ({ from, to, need }) =>
      !bounds.some(([start, end]) => heightOf(measured, Math.max(from, start), Math.min(to, end)) >= need),
  );
}

const heightOf = ({ rows }: MeasuredTable, from: number, to: number): number =>
  rows.slice(from, Math.max(from, to)).reduce((sum, height) => sum + height, TOLERANCE);

/** First and last row (not counted) of each part of a table. */
const boundsOf = (rows: number, { cuts }: Placed): [number, number][] =>
  [0, ...cuts].map((from, at) => [from, cuts[at] ?? rows]);

function set(
  piece: Piece,
  measured: Measured | undefined,
  placed: Placed | undefined,
  setter: Setter,
): Content[] {
  const start = placed?.breakBefore ? ({ pageBreak: 'before' } as const) : {};
  if (piece.kind !== 'table') return [{ ...(piece.set() as ContentText), ...start }];
  if (measured?.kind !== 'table' || !placed?.cuts.length)
    return [{ ...setter.table(piece.table, piece.widths), ...start }];
  const { table, widths } = piece;
  const hasRoom = ({ row, column, from, to }: CellPart): boolean => {
    const cell = measured.merged.find((one) => one.from === row && one.column === column);
    return !cell || heightOf(measured, from, to) >= cell.need;
  };
  return boundsOf(table.rows.length, placed).map(([from, to]) => {
    const isFirst = from === 0;
    const margin = {
      top: isFirst ? TABLE_MARGIN.top : 0,
      bottom: to < table.rows.length ? 0 : TABLE_MARGIN.bottom,
    };
    const part = setter.table(cutTable(table, from, to, hasRoom), widths, margin);
    return { ...part, ...(isFirst ? start : ({ pageBreak: 'before' } as const)) };
  });
}
