import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { KINDS } from '../domain/base-fields';
import { DisclosureError } from '../errors';
import { writeCsv } from '../tabular/csv-writer';
import { writeJsonLines } from '../tabular/jsonl-writer';
import type { Cell } from '../tabular/table';
import { writeXlsx } from '../tabular/xlsx/write-xlsx';
import type { Values } from '../types';
import { filterPublications, listPublications } from './list-publications';
import type { PublicationQuery } from './query-schema';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an export is asked for: the filters and the order of a list, without its page. */
export type ExportQuery = Omit<PublicationQuery, 'limit' | 'cursor' | 'count'>;

/** Rows that the public endpoint gives at once. */
export const MAX_EXPORTED = 10_000;
const PAGE = 500;

/** The columns of a table; JSON lines have a publication as the list has it. */
const COLUMNS: readonly (readonly [string, (publication: Values) => unknown])[] = [
  ['索引号', ({ indexNo }) => indexNo],
  ['标题', ({ title }) => title],
  ['文号', ({ docNo }) => docNo],
  ['责任部门', ({ ownerName }) => ownerName],
  ['公开领域', ({ domain }) => domain],
  ['目录事项', ({ catalogueItem }) => catalogueItem],
  ['信息类型', ({ kind }) => KINDS.find(({ value }) => value === kind)?.label ?? kind],
  ['成文日期', ({ formedOn }) => formedOn],
  ['公开时间', ({ publishedAt }) => publishedAt],
  ['有效性', ({ validity }) => validity],
  ['主题分类', ({ theme }) => theme],
  ['体裁', ({ genre }) => genre],
  ['内容概述', ({ abstract }) => abstract],
  ['信息编号', ({ documentId }) => documentId],
  ['网址', ({ url }) => url],
];

/** The live publications of a query one after the other, read page by page: memory does not grow with them. */
export async function* readPublications(knex: Knex, query: ExportQuery): AsyncGenerator<Values> {
  let cursor: string | undefined;
  do {
    const page = await listPublications(knex, { ...query, limit: PAGE, cursor, count: false });
    yield* page.data;
    cursor = page.meta.nextCursor ?? undefined;
  } while (cursor);
}

/** An export as a stream of bytes; texts cannot become formulas in a spreadsheet program. */
export function exportPublications(knex: Knex, query: ExportQuery, format: ExportFormat): Readable {
  const publications = readPublications(knex, query);
  if (format === 'jsonl') return Readable.from(writeJsonLines(publications));
  const headers = COLUMNS.map(([header]) => header);
  const rows = toRows(publications);
  return format === 'csv'
    ? Readable.from(writeCsv(headers, rows))
    : Readable.from(writeXlsx('公开信息', headers, rows) as AsyncIterable<Buffer>);
}

async function* toRows(publications: AsyncIterable<Values>): AsyncGenerator<Cell[]> {
  for await (const publication of publications) {
    yield COLUMNS.map(([, read]) => {
      const value = read(publication);
      return value === null || value === undefined ? null : String(value);
    });
  }
}

/** @throws DisclosureError INVALID_QUERY when a query finds more than the public endpoint gives at once */
export async function assertExportable(knex: Knex, query: ExportQuery): Promise<void> {
  const some = filterPublications(knex, query)
    .select('document_id')
    .limit(MAX_EXPORTED + 1);
  const found = await knex.from(some.as('some')).count('* as total').first();
  if (Number((found as { total: string }).total) <= MAX_EXPORTED) return;
  throw new DisclosureError(
    'INVALID_QUERY',
    `超过${MAX_EXPORTED}条，请加筛选条件（如领域、部门、日期）分几次导出`,
  );
}
