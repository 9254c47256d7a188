import type { Core } from '@strapi/strapi';
import { allTypes, type RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { fromJson } from '../read-model/json';
import type { Transaction, Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import type { Roster } from './build';

/** The field of a type that holds its roster's id; null where it has none. */
export const rosterField = ({ fields }: Pick<RegisteredType, 'fields'>): string | null =>
  Object.keys(fields).find((name) => fields[name]?.type === 'roster') ?? null;

/**
 * Lets a working copy refer only to a sealed roster of its own department, and keeps the sweep off it until
 * the end of the transaction. What was referred to before stays.
 *
 * @throws DisclosureError INVALID_INPUT
 */
export async function assertOwnRoster(
  trx: Transaction,
  type: RegisteredType,
  { draft, values, owner }: { draft: Values; values: Values; owner: unknown },
): Promise<void> {
  const name = rosterField(type);
  const id = name ? values[name] : null;
  if (!name || !id || id === draft[name]) return;
  const { rows } = await trx.raw(
    "select from rosters where id = ? and owner = ? and state = 'sealed' for key share",
    [String(id), String(owner)],
  );
  if (rows.length === 0) {
    throw new DisclosureError('INVALID_INPUT', '没有这份名单，或者它不是本部门的，请重新上传名单文件');
  }
}

/** What an edition and its publication tell of the roster of a document, by field. */
export async function loadRoster({ trx, type }: VerbContext, document: Values): Promise<Values> {
  const name = rosterField(type);
  if (!name || !document[name]) return {};
  const row = await trx('rosters')
    .where({ id: String(document[name]) })
    .first('id', 'columns', 'row_count', 'sha256');
  if (!row) throw new DisclosureError('INVALID_CONTENT', '名单已不存在，请重新上传名单文件');
  const { id, columns, row_count: rowCount, sha256 } = row;
  const roster: Roster = { id, columns: fromJson(columns), rowCount, sha256 };
  return { [name]: roster };
}

/** Keeps for ever the roster that an edition shows. */
export async function keepRoster(
  { trx, type }: VerbContext,
  document: Values,
  editionNo: number,
): Promise<void> {
  const name = rosterField(type);
  if (!name || !document[name]) return;
  await trx('edition_rosters').insert({
    roster_id: String(document[name]),
    document_id: String(document.documentId),
    edition_no: editionNo,
  });
}

/** Gives the rosters of a document, earlier ones included, to its new owner. */
export async function transferRosters({ trx, type, draft }: VerbContext, department: string): Promise<void> {
  const name = rosterField(type);
  if (!name) return;
  await trx.raw(
    `update rosters set owner = ?
      where id = ?::uuid or id in (select roster_id from edition_rosters where document_id = ?
                                   union select roster_id from draft_versions where document_id = ?)`,
    [
      department,
      draft[name] ? String(draft[name]) : null,
      String(draft.documentId),
      String(draft.documentId),
    ],
  );
}

/** Those of the given rosters that a working copy, or a published row, refers to. */
export async function rostersInUse(strapi: Core.Strapi, ids: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  for (const type of allTypes(strapi)) {
    const name = rosterField(type);
    if (!name) continue;
    const rows = await strapi.db
      .query(type.uid)
      .findMany({ select: [name], where: { [name]: { $in: ids } } });
    for (const row of rows) used.add(String(row[name]));
  }
  return used;
}
