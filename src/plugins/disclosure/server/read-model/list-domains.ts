import type { Core } from '@strapi/strapi';
import type { DomainManifest } from '../domain/manifest';
import { allDomains, findDomain } from '../domain/registry';
import { DisclosureError } from '../errors';
import { allDepartments } from '../reference-data/departments';
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

type Known = { counts: ReadonlyMap<string, number>; names: ReadonlyMap<string, string> };

/** What the descriptions of all domains need, by two statements. */
async function known(strapi: Core.Strapi): Promise<Known> {
  const [counts, departments] = await Promise.all([countLive(strapi), allDepartments(strapi)]);
  return { counts, names: new Map(departments.map(({ code, name }) => [code, name])) };
}

function describe(domain: DomainManifest, { counts, names }: Known) {
  return {
    code: domain.code,
    slug: domain.slug,
    name: domain.name,
    local: domain.local,
    leadDepartment: domain.leadDepartment,
    leadDepartmentName: names.get(domain.leadDepartment) ?? domain.leadDepartment,
    guide: { title: domain.guide.title, docNumber: domain.guide.docNumber },
    catalogueItems: domain.catalogue.length,
    publications: counts.get(domain.slug) ?? 0,
  };
}

/** Every domain with its counts. */
export async function listDomains(strapi: Core.Strapi) {
  const all = await known(strapi);
  return allDomains(strapi).map((domain) => describe(domain, all));
}

/** One domain with its catalogue rows. @throws DisclosureError NOT_FOUND */
export async function describeDomain(strapi: Core.Strapi, slug: string) {
  const domain = findDomain(strapi, slug);
  if (!domain) throw new DisclosureError('NOT_FOUND', '没有这个公开领域');
  const items = await listCatalogue(strapi, { domain: slug });
  return { ...describe(domain, await known(strapi)), items };
}
