import { canonicalJson, sha256 } from '../audit/chain';
import { keepRoster } from '../rosters/references';
import type { VerbContext } from '../verbs/verb';
import { publicContent } from './public-content';
import type { Publishing } from './publishing';

/**
 * Keeps, for ever, what is published with this act. Editions are numbered from 1 for each document;
 * the trigger of the table refuses every later change.
 */
export async function writeEdition(
  context: VerbContext,
  { document, parts, lastEditionNo, reason }: Publishing,
): Promise<{ editionNo: number; sha256: string }> {
  const { strapi, trx, type, actor, now } = context;
  const content = publicContent(type, document, parts);
  const documentId = String(document.documentId);
  const knex = strapi.db.connection;
  const edition = { editionNo: lastEditionNo + 1, sha256: sha256(canonicalJson(content)) };
  await knex('editions')
    .transacting(trx)
    .insert({
      document_id: documentId,
      edition_no: edition.editionNo,
      type: type.uid,
      owner: String(document.owner),
      title: String(document.title),
      reason,
      published_at: now,
      published_by: actor.personId,
      content: JSON.stringify(content),
      sha256: edition.sha256,
    });
  await keepRoster(context, document, edition.editionNo);
  return edition;
}
