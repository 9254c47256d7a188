import type { Core } from '@strapi/strapi';
import type { RowStatus } from '../catalogue/row-status';
import { once } from '../gate/once';
import type { TimeLimitRule } from '../rules/time-limit-rule';

export const CATALOGUE_ITEM = 'plugin::disclosure.catalogue-item';

export type CatalogueItem = {
  documentId: string;
  code: string;
  domain: string;
  seq: number;
  level1: string | null;
  level2: string | null;
  contentElements: string[];
  legalBasis: string[];
  timeLimit: string | null;
  timeLimitRules: TimeLimitRule[];
  publisher: string | null;
  channels: string[];
  audience: { public: boolean; specific: string | null };
  method: string[];
  level: unknown;
  provenance: string;
  note: string | null;
  /** null: a row of an installation older than the statuses; in force */
  rowStatus: RowStatus | null;
  predecessors: string[] | null;
  successors: string[] | null;
  /** first day of a row that came from a split; null: from the start */
  since: string | null;
  /** the day on which it was merged, split or retired */
  until: string | null;
};

export async function findCatalogueItem(strapi: Core.Strapi, code: string): Promise<CatalogueItem | null> {
  return once(
    `catalogue-item:${code}`,
    async () => (await strapi.db.query(CATALOGUE_ITEM).findOne({ where: { code } })) as CatalogueItem | null,
  );
}

type Filter = { domain?: string | undefined; codes?: string[] | undefined; inForce?: boolean };

/** The rows of a domain, or of all, in the order of the catalogue. */
export async function listCatalogueItems(strapi: Core.Strapi, filter: Filter): Promise<CatalogueItem[]> {
  return (await strapi.db.query(CATALOGUE_ITEM).findMany({
    where: {
      ...(filter.domain ? { domain: filter.domain } : {}),
      ...(filter.codes ? { code: { $in: filter.codes } } : {}),
      ...(filter.inForce ? { $or: [{ rowStatus: 'in-force' }, { rowStatus: { $null: true } }] } : {}),
    },
    orderBy: [{ domain: 'asc' }, { seq: 'asc' }],
    limit: 2000,
  })) as CatalogueItem[];
}
