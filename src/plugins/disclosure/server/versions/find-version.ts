import type { Knex } from 'knex';
import { fromJson } from '../read-model/json';
import type { Transaction, Values } from '../types';

/** The entered values of an earlier version, and who wrote them since the last publication. */
export type StoredVersion = { content: Values; contributors: string[] };

/**
 * What the working copy said as the given version; null where that is not kept, or is what it still says.
 */
export async function findDraftVersion(
  knex: Knex | Transaction,
  documentId: string,
  version: number,
): Promise<StoredVersion | null> {
  const row = await knex('draft_versions')
    .where({ document_id: documentId })
    .where('version', '>=', version)
    .where('since', '<=', version)
    .orderBy('version')
    .first('content', 'contributors');
  return row ? { content: fromJson(row.content), contributors: fromJson(row.contributors) } : null;
}

/** What was public as an edition; a second person has reviewed it, so nobody counts as its writer any more. */
export async function findEditionContent(
  knex: Knex | Transaction,
  documentId: string,
  editionNo: number,
): Promise<StoredVersion | null> {
  const row = await knex('editions')
    .where({ document_id: documentId, edition_no: editionNo })
    .first('content');
  return row ? { content: fromJson(row.content), contributors: [] } : null;
}
