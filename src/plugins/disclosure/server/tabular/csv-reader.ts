import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeFile, detectEncoding } from './encoding';
import { type Cell, type RawRow, type RawTable, type TableLimits, tableError, tooLongCell } from './table';

const SEPARATORS = [',', '\t', ';', '|'] as const;
const HEAD_CHARACTERS = 64 * 1024;

/** Reads a CSV file as a stream: UTF-8, UTF-16 or GB18030; comma, tab, semicolon or bar between cells. */
export async function openCsv(path: string, limits: TableLimits): Promise<RawTable> {
  const encoding = await detectEncoding(path);
  const separator = guessSeparator(await readText(path, encoding));
  const source = Readable.from(decodeFile(path, encoding));
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    // a quote inside an unquoted cell is a character like any other
    relax_quotes: true,
    max_record_size: limits.cellCharacters * 16,
  });
  // errors reach the reader through the parser
  pipeline(source, parser, () => undefined);
  return {
    format: 'csv',
    sheet: null,
    encoding,
    notes: [],
    rows: readRows(parser, limits),
    async close() {
      parser.destroy();
      source.destroy();
    },
  };
}

async function* readRows(parser: AsyncIterable<string[]>, limits: TableLimits): AsyncGenerator<RawRow> {
  let line = 0;
  try {
    for await (const texts of parser) {
      line += 1;
      yield toRow(line, texts, limits);
    }
  } catch (error) {
    throw error instanceof CsvError ? describe(error, line + 1) : error;
  }
}

function toRow(line: number, texts: string[], limits: TableLimits): RawRow {
  const problems: NonNullable<RawRow['problems']> = [];
  const cells = texts.map((text, index): Cell => {
    if (text.length <= limits.cellCharacters) return text.trim() === '' ? null : text.trim();
    problems.push({ index, message: tooLongCell(limits.cellCharacters) });
    return null;
  });
  return { line, cells, problems };
}

function describe(error: CsvError, line: number): Error {
  const place = { line };
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return tableError(`第${line}行的引号没有配对，请检查该行双引号后再上传`, place);
    case 'CSV_MAX_RECORD_SIZE':
      return tableError(`第${line}行过长，可能是引号没有配对；请检查该行双引号，或缩短内容后再上传`, place);
    default:
      return tableError(`第${line}行不符合 CSV 格式，请用 Excel 或 WPS 打开检查后另存为“CSV UTF-8”`, place);
  }
}

/** The separator that the first line has most often, outside quotes. */
export function guessSeparator(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '\n' && [...counts.values()].some((count) => count > 0)) break;
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

async function readText(path: string, encoding: Parameters<typeof decodeFile>[1]): Promise<string> {
  let text = '';
  for await (const piece of decodeFile(path, encoding)) {
    text += piece;
    if (text.length >= HEAD_CHARACTERS) break;
  }
  return text.slice(0, HEAD_CHARACTERS);
}
