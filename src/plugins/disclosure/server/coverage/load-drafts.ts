import type { Core } from '@strapi/strapi';
import { allTypes } from '../domain/registry';
import { STATE_NAMES } from '../rules/decide';
import type { State } from '../types';
import type { DraftFact } from './compute';
import type { Period } from './period';

const OPEN: readonly State[] = ['draft', 'submitted', 'returned', 'approved', 'scheduled'];
/** Overdue working copies that one answer looks at. */
const LOOKED_AT = 2000;

export type Draft = DraftFact & { member: string; department: string };

type Row = {
  uid: string;
  document_id: string;
  title: string | null;
  due_on: string;
  state: State;
  owner: string;
  catalogue_item: string;
};

/** Working copies whose due date has passed in the period and that never were public; for the desk alone. */
export async function loadDrafts(
  strapi: Core.Strapi,
  members: readonly string[],
  department: string | undefined,
  { from, to }: Period,
  today: string,
): Promise<Draft[]> {
  const knex = strapi.db.connection;
  const types = allTypes(strapi).filter(({ fields }) => 'catalogueItem' in fields);
  const parts = types.map(({ uid }) => {
    const rows = knex(String(strapi.contentType(uid).collectionName))
      .select(knex.raw('?::text as uid', [uid]), 'document_id', 'title', 'state', 'owner', 'catalogue_item')
      .select(knex.raw('due_on::text as due_on'))
      .whereNull('published_at')
      .whereNull('index_no')
      .whereIn('state', [...OPEN])
      .whereIn('catalogue_item', [...members])
      .whereBetween('due_on', [from, to])
      .where('due_on', '<', today);
    return department ? rows.where('owner', department) : rows;
  });
  if (parts.length === 0) return [];
  const rows = (await knex
    .from(knex.unionAll(parts, true).as('drafts'))
    .select('*')
    .orderBy(['due_on', 'document_id'])
    .limit(LOOKED_AT)) as Row[];
  return rows.map((row) => ({
    documentId: row.document_id,
    uid: row.uid,
    title: row.title,
    dueOn: row.due_on,
    stateName: STATE_NAMES[row.state],
    member: row.catalogue_item,
    department: row.owner,
  }));
}
