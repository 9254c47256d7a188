import type { Knex } from 'knex';
import { writeCsv } from '../../../disclosure/server/tabular/csv-writer';
import type { Cell } from '../../../disclosure/server/tabular/table';
import { writeXlsx } from '../../../disclosure/server/tabular/xlsx/write-xlsx';
import { identify, missingId } from '../mapping/identity';
import { OUTCOME_NAMES, type RowResult, type Source } from '../types';
import { inChunks } from './chunks';
import { findItems, settledResult } from './items';
import type { Job } from './job';

const CHUNK = 500;
const RESULT_HEADERS = ['导入结果', '信息编号', '说明'];
/** The text of a document is not repeated in the report of a folder. */
const FOLDER_HEADERS = ['文件', '标题'];

/** The input with what became of each row: result, number of the document, and what is wrong where. */
export function writeReport(
  knex: Knex,
  job: Job,
  source: Source,
  format: 'csv' | 'xlsx',
): AsyncIterable<string | Buffer> {
  const shown = source.kind === 'folder' ? FOLDER_HEADERS : source.headers;
  const headers = [...shown, ...RESULT_HEADERS];
  const rows = reportRows(knex, job, source, shown);
  if (format === 'csv') return writeCsv(headers, rows);
  return writeXlsx('导入结果', headers, rows) as AsyncIterable<string | Buffer>;
}

async function* reportRows(
  knex: Knex,
  job: Job,
  source: Source,
  shown: readonly string[],
): AsyncGenerator<Cell[]> {
  for await (const rows of inChunks(source.rows(), CHUNK)) {
    const identities = rows.map((row) => identify(job.mapping, row));
    const items = await findItems(
      knex,
      job,
      identities.flatMap(({ sourceId }) => sourceId ?? []),
    );
    for (const [index, row] of rows.entries()) {
      const identity = identities[index] as ReturnType<typeof identify>;
      const item = items.get(identity.sourceId ?? '');
      const result =
        identity.sourceId === null
          ? failure(missingId(row, job.mapping))
          : (settledResult(job, row, identity, item) ?? (item ? failure(item.message) : null));
      yield [...shown.map((header) => row.cells[header] ?? null), ...resultCells(result)];
    }
  }
}

const failure = (message: string | null): RowResult => ({ outcome: 'failed', documentId: null, message });

const resultCells = (result: RowResult | null): Cell[] =>
  result ? [OUTCOME_NAMES[result.outcome], result.documentId, result.message] : ['尚未处理', null, null];
