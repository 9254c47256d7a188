import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { WorkGroup, WorkItem } from '../desk/contract';
import { shanghaiInstant } from '../rules/dates';
import { STATE_NAMES } from '../rules/decide';
import type { State } from '../types';
import { fromOpenWork } from './open-work';
import type { Group } from './work-groups';

/** Entries of a group that the home page lists; `total` tells the rest. */
const LISTED = 8;

type Row = {
  key: string;
  total: number;
  uid: string;
  document_id: string;
  title: string | null;
  state: State;
  owner: string | null;
  due_on: string | null;
  live: boolean;
  updated_at: Date;
};
type Names = ReadonlyMap<string, string>;

/** Nearest due date first, without one last; then what was changed last. */
const BY_URGENCY = 'case when live then null else due_on end nulls last, updated_at desc, document_id';

/** Groups with their totals and the most urgent of their documents: one statement, however many types. */
export async function readGroups(
  strapi: Core.Strapi,
  groups: readonly Group[],
  owners: readonly string[],
  names: Names,
): Promise<WorkGroup[]> {
  if (groups.length === 0) return [];
  const parts = groups.map((group) => rowsOf(strapi.db.connection, group).limit(LISTED));
  const rows = (await fromOpenWork(strapi, owners)
    .from(strapi.db.connection.unionAll(parts, true).as('listed'))
    .select('*')) as Row[];
  return groups.map(({ key, label, hint }) => {
    const own = rows.filter((row) => row.key === key);
    const items = own.map((row) => toItem(row, names));
    return { key, label, hint, total: own[0]?.total ?? 0, items };
  });
}

export type Page = { page: number; pageSize: number };

/** One page of the documents of a group, and how many they are. */
export async function readGroupPage(
  strapi: Core.Strapi,
  group: Group,
  owners: readonly string[],
  names: Names,
  { page, pageSize }: Page,
): Promise<{ total: number; items: WorkItem[] }> {
  const rows = (await fromOpenWork(strapi, owners)
    .from(
      rowsOf(strapi.db.connection, group)
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .as('listed'),
    )
    .select('*')) as Row[];
  return { total: rows[0]?.total ?? 0, items: rows.map((row) => toItem(row, names)) };
}

const rowsOf = (knex: Knex, { key, condition }: Group): Knex.QueryBuilder =>
  knex('work')
    .select(knex.raw('?::text as key, (count(*) over ())::int as total', [key]))
    .select('uid', 'document_id', 'title', 'state', 'owner', 'live', 'updated_at')
    .select(knex.raw('due_on::text as due_on'))
    .whereRaw(condition.sql, condition.bindings as never)
    .orderByRaw(BY_URGENCY);

/** The due date of what is public already says nothing any more. */
const toItem = (row: Row, names: Names): WorkItem => ({
  uid: row.uid,
  documentId: row.document_id,
  title: row.title,
  state: row.state,
  stateName: STATE_NAMES[row.state],
  ownerName: row.owner ? (names.get(row.owner) ?? row.owner) : '',
  dueOn: row.live ? null : row.due_on,
  updatedAt: shanghaiInstant(new Date(row.updated_at)),
});
