import type { Core } from '@strapi/strapi';
import type { DomainManifest } from '../domain/manifest';
import { allDomains, findDomain } from '../domain/registry';
import { DisclosureError } from '../errors';
import { allDepartments } from '../reference-data/departments';
import { readConnection } from '../replica/read-connection';
import { listCatalogue } from './list-catalogue';

async function countLive(strapi: Core.Strapi): Promise<Map<string, number>> {
  const rows = await readConnection(strapi)('publications')
    .where('state', 'live')
    .groupBy('domain')
    .select('domain')
    .count('* as total');
  return new Map(rows.map((row) => [String(row.domain), Number(row.total)]));
}

/** How many rows of each catalogue are in force. */
async function countItems(strapi: Core.Strapi): Promise<Map<string, number>> {
  const rows = await readConnection(strapi)('disclosure_catalogue_items')
    .whereRaw("coalesce(row_status, 'in-force') = 'in-force'")
    .groupBy('domain')
    .select('domain')
    .count('* as total');
  return new Map(rows.map((row) => [String(row.domain), Number(row.total)]));
}

type Known = { live: Map<string, number>; items: Map<string, number>; departments: Map<string, string> };

/** What every domain is described with, by as many statements as for one. */
const loadKnown = async (strapi: Core.Strapi): Promise<Known> => {
  const [live, items, departments] = await Promise.all([
    countLive(strapi),
    countItems(strapi),
    allDepartments(strapi),
  ]);
  return { live, items, departments: new Map(departments.map(({ code, name }) => [code, name])) };
};

function describe(domain: DomainManifest, known: Known) {
  return {
    code: domain.code,
    slug: domain.slug,
    name: domain.name,
    local: domain.local,
    leadDepartment: domain.leadDepartment,
    leadDepartmentName: known.departments.get(domain.leadDepartment) ?? domain.leadDepartment,
    guide: { title: domain.guide.title, docNumber: domain.guide.docNumber },
    catalogueItems: known.items.get(domain.slug) ?? 0,
    publications: known.live.get(domain.slug) ?? 0,
  };
}

/** Every domain with its counts. */
export async function listDomains(strapi: Core.Strapi) {
  const known = await loadKnown(strapi);
  return allDomains(strapi).map((domain) => describe(domain, known));
}

/** One domain with its catalogue rows. @throws DisclosureError NOT_FOUND */
export async function describeDomain(strapi: Core.Strapi, slug: string) {
  const domain = findDomain(strapi, slug);
  if (!domain) throw new DisclosureError('NOT_FOUND', '没有这个公开领域');
  const items = await listCatalogue(strapi, { domain: slug, status: 'in-force' });
  return { ...describe(domain, await loadKnown(strapi)), items };
}
