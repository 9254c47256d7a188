import type { Core } from '@strapi/strapi';
import { allTypes } from '../domain/registry';
import { STATE_NAMES } from '../rules/decide';
import { OPEN_STATES, type State } from '../types';
import { workingCopies } from '../workbench/working-copies';
import type { DraftFact } from './compute';
import type { Period } from './period';

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
  if (types.length === 0) return [];
  const columns = [
    'document_id',
    'title',
    'state',
    'owner',
    'catalogue_item',
    knex.raw('due_on::text as due_on'),
  ];
  const drafts = workingCopies(strapi, types, columns, (rows) =>
    rows
      .whereNull('index_no')
      .whereIn('state', [...OPEN_STATES])
      .whereIn('catalogue_item', [...members])
      .whereBetween('due_on', [from, to])
      .where('due_on', '<', today)
      .modify((query) => (department ? query.where('owner', department) : query)),
  );
  const rows = (await knex
    .from(drafts.as('drafts'))
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
