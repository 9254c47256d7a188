import type { Knex } from 'knex';
import type { Identity } from '../mapping/identity';
import type { Outcome, RowResult, SourceRow } from '../types';
import type { Job } from './job';

/** What is remembered of a row of a source. */
export type Item = {
  importId: string;
  line: number;
  outcome: 'created' | 'failed';
  documentId: string | null;
  sha256: string;
  message: string | null;
};

/** The rows of a source are one department's, for one type. */
type SourceOf = Pick<Job, 'department' | 'type' | 'source'>;
type Row = Record<string, unknown>;

const keyOf = ({ department, type, source }: SourceOf) => ({ department, type, source });

/** What is remembered of some rows, by their ids in the source. */
export async function findItems(
  knex: Knex,
  job: SourceOf,
  sourceIds: readonly string[],
): Promise<Map<string, Item>> {
  const rows = (await knex('import_items')
    .where(keyOf(job))
    .whereIn('source_id', [...new Set(sourceIds)])) as Row[];
  return new Map(
    rows.map((row) => [
      String(row.source_id),
      {
        importId: String(row.import_id),
        line: Number(row.line),
        outcome: row.outcome as Item['outcome'],
        documentId: row.document_id as string | null,
        sha256: String(row.sha256),
        message: row.message as string | null,
      },
    ]),
  );
}

/**
 * Remembers a row, in the caller's transaction where there is one. A row that was created stays as it is.
 *
 * @returns false when somebody else has created it meanwhile
 */
export async function writeItem(
  knex: Knex | Knex.Transaction,
  job: Job,
  sourceId: string,
  item: Omit<Item, 'importId'>,
): Promise<boolean> {
  const written = await knex('import_items')
    .insert({
      ...keyOf(job),
      source_id: sourceId,
      import_id: job.id,
      line: item.line,
      outcome: item.outcome,
      document_id: item.documentId,
      sha256: item.sha256,
      message: item.message,
      updated_at: new Date(),
    })
    .onConflict(['department', 'type', 'source', 'source_id'])
    .merge()
    .where('import_items.outcome', 'failed')
    .returning('source_id');
  return written.length > 0;
}

/**
 * What became of a row that is remembered; null when it is not, or failed before and may be tried again.
 * A row of this import under the same id in another line is a repetition.
 */
export function settledResult(
  job: Pick<Job, 'id'>,
  row: Pick<SourceRow, 'line'>,
  identity: Pick<Identity, 'sha256'>,
  item: Item | undefined,
): RowResult | null {
  if (!item) return null;
  const result = (outcome: Outcome, message: string | null = null): RowResult => ({
    outcome,
    documentId: item.documentId,
    message,
  });
  if (item.importId === job.id && item.line !== row.line) {
    return result('duplicate', `与第${item.line}行是同一条信息`);
  }
  if (item.outcome === 'failed') return null;
  if (item.importId === job.id) return result('created', item.message);
  return result(item.sha256 === identity.sha256 ? 'unchanged' : 'changed');
}
