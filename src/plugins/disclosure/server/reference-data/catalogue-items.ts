import type { Core } from '@strapi/strapi';
import type { TimeLimitRule } from '../rules/time-limit-rule';

export const CATALOGUE_ITEM = 'plugin::disclosure.catalogue-item';

export type CatalogueItem = {
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
};

export async function findCatalogueItem(strapi: Core.Strapi, code: string): Promise<CatalogueItem | null> {
  return (await strapi.db.query(CATALOGUE_ITEM).findOne({ where: { code } })) as CatalogueItem | null;
}

/** The rows of a domain, or of all, in the order of the catalogue. */
export async function listCatalogueItems(
  strapi: Core.Strapi,
  filter: { domain?: string | undefined; codes?: string[] | undefined },
): Promise<CatalogueItem[]> {
  return (await strapi.db.query(CATALOGUE_ITEM).findMany({
    where: {
      ...(filter.domain ? { domain: filter.domain } : {}),
      ...(filter.codes ? { code: { $in: filter.codes } } : {}),
    },
    orderBy: [{ domain: 'asc' }, { seq: 'asc' }],
    limit: 2000,
  })) as CatalogueItem[];
}
