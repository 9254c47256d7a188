import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell } from '../table';
import { columnLetters } from '../table';
import { formatRange, type Merge } from './merges';
import * as parts from './written-parts';

/** What Excel takes in one cell; a longer text is cut, and says so. */
const MAX_CELL = 32_767;
const CUT = '……（内容过长，此处未完）';
const PIECE = 64 * 1024;
/** Points of a line of text. */
const LINE_POINTS = 16;

/** How a form looks, where a table of rows needs nothing. */
export type Form = {
  /** of its columns, in characters */
  widths: readonly number[];
  merges: readonly Merge[];
  /** lines of boxed cells by their number from 1: how many cells, and how many lines of text the highest of them has */
  boxed: ReadonlyMap<number, { cells: number; height: number }>;
};

/**
 * An XLSX as a stream of bytes, written while the rows come: memory does not grow with them. Texts are
 * typed as texts, so that none of them is a formula; numbers stay numbers.
 */
export function writeXlsx(
  sheetName: string,
  headers: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  form?: Form,
): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const buffer = (text: string) => Buffer.from(text);
  zip.addBuffer(buffer(parts.CONTENT_TYPES), '[Content_Types].xml');
  zip.addBuffer(buffer(parts.ROOT_RELATIONS), '_rels/.rels');
  zip.addBuffer(buffer(parts.workbook(escapeXml(sheetName.slice(0, 31)))), 'xl/workbook.xml');
  zip.addBuffer(buffer(parts.WORKBOOK_RELATIONS), 'xl/_rels/workbook.xml.rels');
  zip.addBuffer(buffer(parts.STYLES), 'xl/styles.xml');
  const sheet = Readable.from(inPieces(sheetXml(headers, rows, form)));
  // a failure of the rows ends the file's stream too, not only the sheet's
  sheet.on('error', (error) => (zip.outputStream as unknown as Readable).destroy(error));
  zip.addReadStreamLazy('xl/worksheets/sheet1.xml', (use) => use(null, sheet));
  zip.end();
  return zip.outputStream;
}

async function* sheetXml(
  headers: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  form: Form | undefined,
): AsyncGenerator<string> {
  yield parts.sheetStart(form?.widths);
  yield rowXml(1, headers, parts.HEADER_STYLE);
  let line = 1;
  for await (const cells of rows) {
    line += 1;
    const boxed = form?.boxed.get(line);
    yield boxed ? boxedRowXml(line, cells, boxed) : rowXml(line, cells, parts.TEXT_STYLE);
  }
  yield parts.sheetEnd(form?.merges.map(formatRange));
}

function rowXml(line: number, cells: readonly Cell[], style: number): string {
  const written = cells.map((cell, index) => cellXml(`${columnLetters(index)}${line}`, cell, style));
  return `<row r="${line}">${written.join('')}</row>`;
}

/** Empty cells too: a merged area has the borders of all of its cells. */
function boxedRowXml(
  line: number,
  cells: readonly Cell[],
  { cells: count, height }: { cells: number; height: number },
): string {
  const written = Array.from({ length: count }, (_cell, index) => {
    const reference = `${columnLetters(index)}${line}`;
    const cell = cells[index] ?? null;
    if (cell === null) return `<c r="${reference}" s="${parts.BOXED_TEXT_STYLE}"/>`;
    return cellXml(reference, cell, parts.BOXED_TEXT_STYLE, parts.BOXED_NUMBER_STYLE);
  });
  return `<row r="${line}" ht="${height * LINE_POINTS}" customHeight="1">${written.join('')}</row>`;
}

function cellXml(reference: string, cell: Cell, style: number, ofNumbers = 0): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}" s="${ofNumbers}"><v>${cell}</v></c>`;
  const text = cell.length > MAX_CELL ? cell.slice(0, MAX_CELL - CUT.length) + CUT : cell;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Control characters and halves of surrogate pairs: no XML can hold them. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** Joins small pieces, so that the packer is not called for each row. */
async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece) yield Buffer.from(piece);
}
