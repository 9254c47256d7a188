import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../errors';
import { findLatest } from '../read-model/batch-publications';
import { listCatalogue } from '../read-model/list-catalogue';
import { listCatalogueItems } from '../reference-data/catalogue-items';
import { readConnection } from '../replica/read-connection';
import { findChanges } from './changes';
import { rowsInForce, statusOf } from './row-status';

const NEWEST = 10;

/**
 * A row as everybody may read it: its texts, where it stands, what became of it, its history and the
 * newest publications under it and under the rows merged into it.
 *
 * @throws DisclosureError NOT_FOUND
 */
export async function readRow(strapi: Core.Strapi, code: string) {
  const [item] = await listCatalogue(strapi, { codes: [code] });
  if (!item) throw new DisclosureError('NOT_FOUND', `没有目录事项 ${code}`);
  const [rows, changes, latest] = await Promise.all([
    listCatalogueItems(strapi, { domain: item.domain }),
    findChanges(strapi, [code]),
    findLatest(readConnection(strapi), 'catalogueItem', [code], NEWEST),
  ]);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const name = (other: string) => {
    const row = byCode.get(other);
    return {
      code: other,
      title: row?.level2 ?? row?.level1 ?? null,
      status: row ? statusOf(row) : 'retired',
      url: addressOf(other),
    };
  };
  const isOld = item.status !== 'in-force';
  return {
    ...item,
    predecessors: item.predecessors.map(name),
    successors: item.successors.map(name),
    /** where the row leads to today, through whatever was merged or split since */
    inForce: isOld ? rowsInForce(code, byCode).map((row) => name(row.code)) : [],
    history: changes.get(code) ?? [],
    latest: latest.get(code) ?? [],
    url: addressOf(code),
    publicationsUrl: `/api/disclosure/publications?catalogueItem=${code}`,
    domainUrl: `/api/disclosure/domains/${item.domain}`,
  };
}

const addressOf = (code: string): string => `/api/disclosure/catalogue-items/${encodeURIComponent(code)}`;
