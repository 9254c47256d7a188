import type { Knex } from 'knex';
import type { Transaction } from '../types';

/**
 * Puts merged rows, with all that was merged into them before, under the row that takes them over. That
 * row is in force, so nothing stands above it yet.
 */
export async function addMembers(trx: Transaction, code: string, merged: readonly string[]): Promise<void> {
  await trx.raw(
    `insert into catalogue_lineage (code, member)
     select ?, member from unnest(?::text[]) as member
     union
     select ?, member from catalogue_lineage where code = any(?)`,
    [code, [...merged], code, [...merged]],
  );
}

/** A row with the rows that were merged into it: under these its publications are found. */
export async function membersOf(knex: Knex, code: string): Promise<string[]> {
  const rows = await knex('catalogue_lineage').where({ code }).orderBy('member').select('member');
  return [code, ...rows.map((row) => String(row.member))];
}

/**
 * SQL for `(code, member)`: each of some rows with itself and with the rows merged into it. Takes the
 * list of codes twice.
 */
export const MEMBERS_SQL = `
  select code, code as member from unnest(?::text[]) as code
  union all
  select code, member from catalogue_lineage where code = any(?::text[])`;
