import { DisclosureError } from '../errors';
import { CATALOGUE_ITEM, type CatalogueItem } from '../reference-data/catalogue-items';
import type { DocumentUid, Values } from '../types';
import type { ActContext } from './acts/act';
import { rowTexts } from './input';
import { isInForce, ROW_STATUS_NAMES, rowsInForce, statusOf } from './row-status';

const documents = ({ strapi }: Pick<ActContext, 'strapi'>) => strapi.documents(CATALOGUE_ITEM as DocumentUid);

/** Sets values of a row. Runs inside the gate, in the act's transaction. */
export async function updateRow(
  context: ActContext,
  { documentId }: CatalogueItem,
  data: Values,
): Promise<void> {
  await documents(context).update({ documentId, data } as never);
}

/** Adds a row to the catalogue of another: what is not given is as in that one, but nobody has read it yet. */
export async function addRow(
  context: ActContext,
  like: CatalogueItem,
  data: Values & { code: string },
): Promise<void> {
  const texts = Object.fromEntries(
    Object.keys(rowTexts).map((name) => [name, like[name as keyof CatalogueItem]]),
  );
  const seq = Number(data.code.split('-')[1]);
  await documents(context).create({
    data: { ...texts, domain: like.domain, seq, provenance: 'recalled', rowStatus: 'in-force', ...data },
  } as never);
}

/** 合并到 D05-03, or that it has no successor: said to whoever wants to use a row that is not in force. */
export function describeEnd(row: CatalogueItem, rows: ReadonlyMap<string, CatalogueItem>): string {
  const successors = rowsInForce(row.code, rows).map(({ code, level2, level1 }) =>
    `${code} ${level2 ?? level1 ?? ''}`.trim(),
  );
  const status = ROW_STATUS_NAMES[statusOf(row)];
  const instead = successors.length > 0 ? `,由 ${successors.join('、')} 承接` : ',没有承接的事项';
  return `目录事项 ${row.code} ${status}${instead}`;
}

/** @throws DisclosureError NOT_FOUND for a row of another domain or none, INVALID_INPUT for one not in force */
export function requireInForce({ rows }: Pick<ActContext, 'rows'>, code: string): CatalogueItem {
  const row = rows.get(code);
  if (!row) throw new DisclosureError('NOT_FOUND', `本领域没有目录事项 ${code}`);
  if (!isInForce(row)) throw new DisclosureError('INVALID_INPUT', `${describeEnd(row, rows)}，不能再办理`);
  return row;
}
