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

async function describe(strapi: Core.Strapi, domain: DomainManifest, counts: Map<string, number>) {
  return {
    code: domain.code,
    slug: domain.slug,
    name: domain.name,
    local: domain.local,
    leadDepartment: domain.leadDepartment,
    leadDepartmentName: await nameOfDepartment(strapi, domain.leadDepartment),
    guide: { title: domain.guide.title, docNumber: domain.guide.docNumber },
    catalogueItems: domain.catalogue.length,
    publications: counts.get(domain.slug) ?? 0,
  };
}

/** Every domain with its counts. */
export async function listDomains(strapi: Core.Strapi) {
  const counts = await countLive(strapi);
  return Promise.all(allDomains(strapi).map((domain) => describe(strapi, domain, counts)));
}

/** One domain with its catalogue rows. @throws DisclosureError NOT_FOUND */
export async function describeDomain(strapi: Core.Strapi, slug: string) {
  const domain = findDomain(strapi, slug);
  if (!domain) throw new DisclosureError('NOT_FOUND', '没有这个公开领域');
  const items = await listCatalogue(strapi, { domain: slug });
  return { ...(await describe(strapi, domain, await countLive(strapi))), items };
}
