import type { Core } from '@strapi/strapi';
import type { DomainManifest } from '../domain/manifest';
import { allDomains, findDomain } from '../domain/registry';
import { DisclosureError } from '../errors';
import { nameOfDepartment } from '../reference-data/departments';
import { listCatalogue } from './list-catalogue';

async function countLive(strapi: Core.Strapi): Promise<Map<string, number>> {
  const rows = await strapi.db
    .connection('publications')
    .where('state', 'live')
    .groupBy('domain')
    .select('domain')
    .count('* as total');
  return new Map(rows.map((row) => [String(row.domain), Number(row.total)]));
}

/** How many rows of each catalogue are in force. */
async function countItems(strapi: Core.Strapi): Promise<Map<string, number>> {
  const rows = await strapi.db
    .connection('disclosure_catalogue_items')
    .whereRaw("coalesce(row_status, 'in-force') = 'in-force'")
    .groupBy('domain')
    .select('domain')
    .count('* as total');
  return new Map(rows.map((row) => [String(row.domain), Number(row.total)]));
}

type Counts = { live: Map<string, number>; items: Map<string, number> };

const countBoth = async (strapi: Core.Strapi): Promise<Counts> => {
  const [live, items] = await Promise.all([countLive(strapi), countItems(strapi)]);
  return { live, items };
};

async function describe(strapi: Core.Strapi, domain: DomainManifest, counts: Counts) {
  return {
    code: domain.code,
    slug: domain.slug,
    name: domain.name,
    local: domain.local,
    leadDepartment: domain.leadDepartment,
    leadDepartmentName: await nameOfDepartment(strapi, domain.leadDepartment),
    guide: { title: domain.guide.title, docNumber: domain.guide.docNumber },
    catalogueItems: counts.items.get(domain.slug) ?? 0,
    publications: counts.live.get(domain.slug) ?? 0,
  };
}

/** Every domain with its counts. */
export async function listDomains(strapi: Core.Strapi) {
  const counts = await countBoth(strapi);
  return Promise.all(allDomains(strapi).map((domain) => describe(strapi, domain, counts)));
}

/** One domain with its catalogue rows. @throws DisclosureError NOT_FOUND */
export async function describeDomain(strapi: Core.Strapi, slug: string) {
  const domain = findDomain(strapi, slug);
  if (!domain) throw new DisclosureError('NOT_FOUND', '没有这个公开领域');
  const items = await listCatalogue(strapi, { domain: slug, status: 'in-force' });
  return { ...(await describe(strapi, domain, await countBoth(strapi))), items };
}
