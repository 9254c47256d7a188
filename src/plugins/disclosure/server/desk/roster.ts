import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { fromJson } from '../read-model/json';
import { type RosterColumn, toPublicColumn } from '../rosters/column';
import { PREVIEW_ROWS } from '../rosters/limits';
import { walkRows } from '../rosters/list-rows';
import { rosterField } from '../rosters/references';
import type { DeskRoster } from './contract';
import { loadReadable } from './readable';

/** The roster of a working copy, as it is stored, for those who may see the working copy. */
export type DraftRoster = { id: string; title: string; columns: RosterColumn[]; rowCount: number };

/** @throws DisclosureError NO_ACTOR, NOT_OWNER, NOT_FOUND */
export async function findDraftRoster(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
): Promise<DraftRoster> {
  const { draft } = await loadReadable(strapi, type, documentId);
  const name = rosterField(type);
  const row =
    name && draft[name]
      ? await strapi.db
          .connection('rosters')
          .where({ id: String(draft[name]) })
          .first()
      : null;
  if (!row) throw new DisclosureError('NOT_FOUND', '还没有上传名单');
  return {
    id: row.id,
    title: String(draft.title ?? ''),
    columns: fromJson(row.columns),
    rowCount: row.row_count,
  };
}

/** A roster as the panel shows it: its columns and its first rows. */
export async function viewRoster(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
): Promise<DeskRoster> {
  const { id, columns, rowCount } = await findDraftRoster(strapi, type, documentId);
  const rows: DeskRoster['rows'] = [];
  for await (const cells of walkRows(strapi.db.connection, id, PREVIEW_ROWS)) {
    rows.push(cells);
    if (rows.length === PREVIEW_ROWS) break;
  }
  return { id, columns: columns.map(toPublicColumn), rowCount, rows };
}
