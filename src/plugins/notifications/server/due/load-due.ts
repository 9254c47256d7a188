import type { Core } from '@strapi/strapi';
import { allTypes } from '../../../disclosure/server/domain/registry';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { State } from '../../../disclosure/server/types';

const OPEN: readonly State[] = ['draft', 'submitted', 'returned', 'approved', 'scheduled'];
/** Working copies that one day looks at; the most overdue first. */
const LOOKED_AT = 20_000;

export type DueDocument = {
  uid: string;
  documentId: string;
  title: string | null;
  owner: string;
  state: State;
  contributors: readonly string[];
  /** `YYYY-MM-DD` */
  dueOn: string;
};

type Row = {
  uid: string;
  document_id: string;
  title: string | null;
  owner: string;
  state: State;
  contributors: unknown;
  due_on: string;
};

/** Working copies that never were public and whose due date is `through` or earlier, of every type. */
export async function loadDue(strapi: Core.Strapi, through: string): Promise<DueDocument[]> {
  const knex = strapi.db.connection;
  const parts = allTypes(strapi).map(({ uid }) =>
    knex(String(strapi.contentType(uid).collectionName))
      .select(knex.raw('?::text as uid', [uid]), 'document_id', 'title', 'owner', 'state', 'contributors')
      .select(knex.raw('due_on::text as due_on'))
      .whereNull('published_at')
      .whereNull('index_no')
      .whereIn('state', [...OPEN])
      .whereNotNull('owner')
      .where('due_on', '<=', through),
  );
  if (parts.length === 0) return [];
  const rows = (await knex
    .from(knex.unionAll(parts, true).as('due'))
    .select('*')
    .orderBy(['due_on', 'document_id'])
    .limit(LOOKED_AT)) as Row[];
  return rows.map((row) => ({
    uid: row.uid,
    documentId: row.document_id,
    title: row.title,
    owner: row.owner,
    state: row.state,
    contributors: fromJson<string[] | null>(row.contributors) ?? [],
    dueOn: row.due_on,
  }));
}
