import { columnsOf } from '../reference-data/columns';
import { nameOfDepartment } from '../reference-data/departments';
import type { Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import { loadParts } from './load-parts';
import { buildPublication } from './publication';

/** Puts the document into the read model, in the transaction of its publication. */
export async function writePublication(
  context: VerbContext,
  document: Values,
  editionNo: number,
): Promise<void> {
  const { strapi, trx, type, now } = context;
  const knex = strapi.db.connection;
  const documentId = String(document.documentId);
  const before = await knex('publications')
    .transacting(trx)
    .where({ document_id: documentId })
    .first('first_published_at');
  const row = buildPublication({
    type,
    document,
    parts: await loadParts(context, document),
    ownerName: await nameOfDepartment(strapi, String(document.owner)),
    columns: await columnsOf(strapi, type),
    editionNo,
    publishedAt: now,
    firstPublishedAt: before?.first_published_at ?? now,
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
