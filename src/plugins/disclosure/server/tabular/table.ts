import { DisclosureError } from '../errors';

/** A cell's value: text, number, or a date as `YYYY-MM-DD` (with a time `YYYY-MM-DD HH:mm:ss`); null when empty. */
export type Cell = string | number | null;

/** What is wrong with one cell: the header of its column and a Chinese sentence that names row and column. */
export type CellProblem = { column: string; message: string };

/** A row of data; `line` is the number that Excel shows beside it, `cells` has one entry a header. */
export type TableRow = { line: number; cells: Cell[]; problems: CellProblem[] };

export type Table = {
  format: 'csv' | 'xlsx';
  sheet: string | null;
  encoding: string | null;
  headers: string[];
  headerLine: number;
  /** what a person should know of how the file was read: hidden sheets, merged cells, rows above the header */
  notes: string[];
  /** the rows below the header, empty ones left out; can be read once */
  rows: AsyncIterable<TableRow>;
  /** Lets go of the file; needed only where the rows are not read to their end. */
  close(): Promise<void>;
};

/** What a reader hands over before the header is known: the index of a column stands for its name. */
export type RawRow = {
  line: number;
  cells: Cell[];
  problems?: { index: number; message: string }[];
  /** merged cells reach over several columns of it */
  spanned?: boolean;
};

/** What a format's reader gives: the notes may grow while rows are read. */
export type RawTable = Pick<Table, 'format' | 'sheet' | 'encoding' | 'notes' | 'close'> & {
  rows: AsyncIterable<RawRow>;
};

/** Bounds of what is read; sizes in bytes, texts in characters. */
export type TableLimits = {
  fileBytes: number;
  /** of an XLSX, its parts unpacked */
  unpackedBytes: number;
  rows: number;
  columns: number;
  cellCharacters: number;
};

export const TABLE_LIMITS: TableLimits = {
  fileBytes: 200 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
  rows: 1_048_576,
  columns: 500,
  cellCharacters: 1_000_000,
};

/** A file that cannot be read as a table: one Chinese sentence that says what to do. */
export const tableError = (
  message: string,
  place: { line?: number; column?: string } = {},
): DisclosureError => new DisclosureError('INVALID_INPUT', message, place);

/** The letters that Excel writes above the column with this index (0: A, 26: AA). */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)}MB`;

export const tooLarge = (bytes: number): DisclosureError =>
  tableError(`文件超过${inMegabytes(bytes)}，请拆成几个文件分别上传`);

export const tooLongCell = (characters: number): string => `内容超过${characters}个字符，请缩短或改为附件`;
