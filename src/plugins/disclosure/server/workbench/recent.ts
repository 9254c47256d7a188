import type { Core } from '@strapi/strapi';
import type { DeskPublication } from '../desk/contract';
import { shanghaiInstant } from '../rules/dates';
import { isMember, watches } from '../rules/ownership';
import { lookFrom } from './looker';

const LISTED = 8;

type Row = {
  document_id: string;
  type: string;
  title: string;
  owner: string;
  published_at: Date;
};

/**
 * What a department published lately; without one, for those who look at the whole district, of all.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND, NOT_ALLOWED for another department
 */
export async function viewRecent(strapi: Core.Strapi, asked?: string): Promise<DeskPublication[]> {
  const { actor, department, names } = await lookFrom(strapi, asked);
  const owner = department ?? (isMember(actor) && !watches(actor) ? actor.department : null);
  const rows = await strapi.db
    .connection('publications')
    .modify((query) => (owner ? query.where('owner', owner) : query))
    .where('state', 'live')
    .orderBy([
      { column: 'published_at', order: 'desc' },
      { column: 'document_id', order: 'desc' },
    ])
    .limit(LISTED)
    .select('document_id', 'type', 'title', 'owner', 'published_at');
  return (rows as Row[]).map((row) => ({
    documentId: row.document_id,
    uid: row.type,
    title: row.title,
    ownerName: names.get(row.owner) ?? row.owner,
    publishedAt: shanghaiInstant(row.published_at),
  }));
}
