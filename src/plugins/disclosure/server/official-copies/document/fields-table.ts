import { type Cell, type Labelled, type Paragraph, plain, type Row, type Table } from './model';

/** The widths of its two columns, as shares of the line. */
export const FIELD_COLUMNS = [0.2, 0.8];

/** Structured fields as a table: their names, their values. */
export const fieldsTable = (fields: readonly Labelled[]): Table => ({
  kind: 'table',
  caption: '',
  headerRows: 0,
  columns: 2,
  rows: fields.map(({ label, value, lines, foot }) => [
    cellOf([plain(label)], true),
    {
      ...cellOf(
        [...(value ? [plain(value)] : []), ...(foot ? [plain(foot, { align: 'right' })] : [])],
        false,
      ),
      ...(lines ? { lines } : {}),
    },
  ]),
});

const cellOf = (blocks: Paragraph[], header: boolean): Cell => ({ header, columns: 1, rows: 1, blocks });

/** The lines that a row has at least; 0: as many as it needs. */
export const leastLines = (row: Row): number => Math.max(0, ...row.map((cell) => cell?.lines ?? 0));
