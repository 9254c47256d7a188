import type { Core } from '@strapi/strapi';
import { MEMBERS_SQL } from '../catalogue/lineage';
import { statusOf } from '../catalogue/row-status';
import { type CatalogueItem, listCatalogueItems } from '../reference-data/catalogue-items';
import { RESPONSIBILITY, scopesOf } from '../reference-data/responsibilities';
import { readConnection } from '../replica/read-connection';
import { shanghaiInstant } from '../rules/dates';

type Newest = { documentId: string; title: string; publishedAt: string };
type Live = { count: number; newest: Newest | null };

type LiveRow = {
  code: string;
  total: number;
  document_id: string | null;
  title: string;
  published_at: Date;
};

/**
 * Counts and the newest publication of each row, those of the rows merged into it included: one statement
 * over the index of the rows.
 */
async function findLive(strapi: Core.Strapi, codes: string[]): Promise<Map<string, Live>> {
  const { rows } = await readConnection(strapi).raw(
    `select wanted.code, total, newest.document_id, newest.title, newest.published_at
       from (${MEMBERS_SQL}) as wanted
       cross join lateral (
         select count(*)::int as total from publications where state = 'live' and catalogue_item = member
       ) as counted
       left join lateral (
         select document_id, title, published_at from publications
          where state = 'live' and catalogue_item = member
          order by published_at desc, document_id desc limit 1
       ) as newest on true
      order by newest.published_at desc nulls last, newest.document_id desc`,
    [codes, codes],
  );
  const found = new Map<string, Live>();
  for (const row of rows as LiveRow[]) {
    const known = found.get(row.code);
    const newest = row.document_id
      ? { documentId: row.document_id, title: row.title, publishedAt: shanghaiInstant(row.published_at) }
      : null;
    found.set(row.code, {
      count: (known?.count ?? 0) + row.total,
      newest: known?.newest ?? newest,
    });
  }
  return found;
}

/** The departments responsible for each of some rows. */
export async function findResponsibleByScope(
  strapi: Core.Strapi,
  codes: string[],
): Promise<Map<string, string[]>> {
  const rows = (await strapi.db
    .query(RESPONSIBILITY)
    .findMany({ where: { scope: { $in: codes } }, orderBy: { id: 'asc' }, limit: 10_000 })) as {
    scope: string;
    department: string;
  }[];
  const found = new Map<string, string[]>();
  for (const { scope, department } of rows) found.set(scope, [...(found.get(scope) ?? []), department]);
  return found;
}

type Filter = {
  domain?: string | undefined;
  department?: string | undefined;
  codes?: string[];
  /** default: all */
  status?: 'all' | 'in-force';
};

/** Rows of the standard catalogues with who is responsible, how much is public, and the newest of it. */
export async function listCatalogue(strapi: Core.Strapi, filter: Filter) {
  const codes = filter.department ? await scopesOf(strapi, filter.department) : filter.codes;
  const inForce = filter.status === 'in-force';
  const items = await listCatalogueItems(strapi, { domain: filter.domain, codes, inForce });
  const all = items.map((item) => item.code);
  const [live, responsible] = await Promise.all([findLive(strapi, all), findResponsibleByScope(strapi, all)]);
  return items.map((item) => ({
    ...describeItem(item),
    departments: responsible.get(item.code) ?? [],
    publications: live.get(item.code)?.count ?? 0,
    newest: live.get(item.code)?.newest ?? null,
  }));
}

/** A row as the public sees it: what was not read in a published catalogue is marked 待核实. */
function describeItem(item: CatalogueItem) {
  return {
    code: item.code,
    domain: item.domain,
    seq: item.seq,
    level1: item.level1,
    level2: item.level2,
    contentElements: item.contentElements,
    legalBasis: item.legalBasis,
    timeLimit: item.timeLimit,
    publisher: item.publisher,
    channels: item.channels,
    audience: item.audience,
    method: item.method,
    level: item.level,
    provenance: item.provenance,
    toBeConfirmed: item.provenance !== 'published',
    note: item.note,
    status: statusOf(item),
    predecessors: item.predecessors ?? [],
    successors: item.successors ?? [],
    since: item.since ?? null,
    until: item.until ?? null,
  };
}
