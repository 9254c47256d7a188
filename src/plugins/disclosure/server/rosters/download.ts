import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { writeCsv } from '../tabular/csv-writer';
import { writeXlsx } from '../tabular/xlsx/write-xlsx';
import type { PublicColumn } from './column';
import { walkRows } from './list-rows';

export type RosterFormat = 'csv' | 'xlsx';

/** A whole roster as a file, written while it is read. */
export function writeRoster(
  knex: Knex,
  { id, columns }: { id: string; columns: readonly Pick<PublicColumn, 'label'>[] },
  format: RosterFormat,
): NodeJS.ReadableStream {
  const headers = columns.map(({ label }) => label);
  const rows = walkRows(knex, id);
  return format === 'csv' ? Readable.from(writeCsv(headers, rows)) : writeXlsx('名单', headers, rows);
}
