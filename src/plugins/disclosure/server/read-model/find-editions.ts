import type { Knex } from 'knex';
import { shanghaiInstant } from '../rules/dates';

export type PublicEdition = {
  editionNo: number;
  title: string;
  owner: string;
  publishedAt: string;
  reason: string | null;
  sha256: string;
};

/** At most this many editions are told; no document of a district comes near it. */
const MAX_EDITIONS = 200;

/**
 * The public history of a document, newest first: when and why it changed. The texts of earlier
 * editions are not public: a correction may have taken out what must not be public.
 */
export async function findEditions(knex: Knex, documentId: string): Promise<PublicEdition[]> {
  const rows = await knex('editions')
    .where({ document_id: documentId })
    .orderBy('edition_no', 'desc')
    .limit(MAX_EDITIONS)
    .select('edition_no', 'title', 'owner', 'published_at', 'reason', 'sha256');
  return rows.map((row) => ({
    editionNo: row.edition_no,
    title: row.title,
    owner: row.owner,
    publishedAt: shanghaiInstant(row.published_at),
    reason: row.reason,
    sha256: row.sha256,
  }));
}
