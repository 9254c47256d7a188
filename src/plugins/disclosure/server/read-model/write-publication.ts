import { columnsOf } from '../reference-data/columns';
import { nameOfDepartment } from '../reference-data/departments';
import type { VerbContext } from '../verbs/verb';
import { buildPublication } from './publication';
import type { Publishing } from './publishing';

/** Puts the document into the read model, in the transaction of its publication. */
export async function writePublication(
  context: VerbContext,
  { document, parts, firstPublishedAt }: Publishing,
  editionNo: number,
): Promise<void> {
  const { strapi, trx, type, now } = context;
  const knex = strapi.db.connection;
  const row = buildPublication({
    type,
    document,
    parts,
    ownerName: await nameOfDepartment(strapi, String(document.owner)),
    columns: await columnsOf(strapi, type),
    editionNo,
    publishedAt: now,
    firstPublishedAt: firstPublishedAt ?? now,
  });
  await knex('publications')
    .transacting(trx)
    .insert({
      ...row,
      state: 'live',
      withdrawn_at: null,
      withdrawal_reason: null,
      withdrawn_by: null,
      successor: null,
    })
    .onConflict('document_id')
    .merge();
}
