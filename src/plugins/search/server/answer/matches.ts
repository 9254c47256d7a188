import type { Core } from '@strapi/strapi';
import type { Matches } from '../../../disclosure/server/search/port';
import type { SearchIndex } from '../index/search-index';
import { NAME } from '../keep/subscription';
import { parseQuery } from '../query/parse-query';
import { matching } from '../query/tiers';
import { vocabularyOf } from '../vocabulary/vocabulary';

/** Which of some documents have all that a query asks for; those whose event still waits are not read yet. */
export async function matches(
  strapi: Core.Strapi,
  index: SearchIndex,
  q: string,
  documentIds: readonly string[],
): Promise<Matches> {
  const expression = matching(parseQuery(q, await vocabularyOf(strapi)));
  if (!expression) return { found: [], unread: [] };
  const { rows } = (await strapi.db.connection.raw(
    `select distinct o.document_id from outbox_deliveries d join outbox o on o.id = d.outbox_id
      where d.subscriber = ? and d.set_aside_at is null and o.document_id = any(?)`,
    [NAME, [...documentIds]],
  )) as { rows: { document_id: string }[] };
  const unread = rows.map((row) => row.document_id);
  return { found: await index.among(expression, documentIds), unread };
}
