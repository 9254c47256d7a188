import { type Cell, type Labelled, plain, type Table } from './model';

/** The widths of its two columns, as shares of the line. */
export const FIELD_COLUMNS = [0.2, 0.8];

/** Structured fields as a table: their names, their values. */
export const fieldsTable = (fields: readonly Labelled[]): Table => ({
  kind: 'table',
  caption: '',
  headerRows: 0,
  columns: 2,
  rows: fields.map(({ label, value }) => [cellOf(label, true), cellOf(value, false)]),
});

const cellOf = (text: string, header: boolean): Cell => ({
  header,
  columns: 1,
  rows: 1,
  blocks: [plain(text)],
});
