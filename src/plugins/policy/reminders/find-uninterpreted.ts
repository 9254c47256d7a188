import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../disclosure/server/types';
import { interpretedTypes } from '../interpretation/find-interpretations';

export type Uninterpreted = { documentId: string; type: string; title: string; owner: string; dueOn: string };

const MOST = 500;

/** The public documents whose interpretation was to follow and has not, the longest overdue first. */
export async function findUninterpreted(strapi: Core.Strapi, trx: Transaction): Promise<Uninterpreted[]> {
  const found = await Promise.all(
    interpretedTypes(strapi).map(async ({ uid, manifest }) => {
      const { rows } = (await trx.raw(
        `select document_id as "documentId", type, title, owner, detail->'attributes'->>'interpretationDueOn' as "dueOn"
           from publications as p
          where state = 'live' and kind = ? and type = ?
            and detail->'attributes'->>'interpretationDueOn' is not null
            and not exists (select from publication_links
                             where target_id = p.document_id and relation = 'interprets')
          order by "dueOn", document_id limit ?`,
        [manifest.kind ?? manifest.singular, uid, MOST],
      )) as { rows: Uninterpreted[] };
      return rows;
    }),
  );
  return found.flat();
}
