import type { Core } from '@strapi/strapi';
import { findDomain } from '../../domain/registry';
import { DisclosureError } from '../../errors';
import { LINK_NAMES } from '../../links/relations';
import type { BatchKey } from '../../read-model/batch-publications';
import { DETAIL_FIELDS } from '../../read-model/publication';
import { PAGE_FIELDS } from '../../site/page-of';
import type { Values } from '../../types';
import type { Args, GraphqlContext, Resolver } from '../context';
import { MAX_NESTED } from '../limits/limits';
import { loadersOf } from '../loaders';

/** Fields of a publication that a list does not carry. */
const DETAILS = [
  ...['body', 'attachments', 'roster', 'copies', 'editionNo', 'firstPublishedAt', 'dueOn', 'attributes'],
  ...DETAIL_FIELDS,
  ...LINK_NAMES,
  ...PAGE_FIELDS,
];

const nestedLimit = ({ limit }: Args): number => {
  if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= MAX_NESTED) return limit;
  throw new DisclosureError('INVALID_QUERY', `查询参数有误：此处的 limit 须为1至${MAX_NESTED}的整数`);
};

/** The publication with its details, loaded for all of a page at once where it came from a list. */
export async function detailOf(
  strapi: Core.Strapi,
  parent: Values,
  context: GraphqlContext,
): Promise<Values> {
  if ('attributes' in parent) return parent;
  return (await loadersOf(strapi, context).publication.load(String(parent.documentId))) ?? {};
}

/** From a publication to everything it belongs to, and to what belongs to it. */
export function publicationLinks(strapi: Core.Strapi): Record<string, Resolver> {
  const details = DETAILS.map((name): [string, Resolver] => [
    name,
    async (parent, _args, context) => (await detailOf(strapi, parent, context))[name] ?? null,
  ]);
  return {
    ...Object.fromEntries(details),
    department: async ({ owner }, _args, context) =>
      (await loadersOf(strapi, context).departments()).get(String(owner)) ?? null,
    domainInfo: ({ domain }) => findDomain(strapi, String(domain)) ?? null,
    catalogueItemInfo: ({ catalogueItem }, _args, context) =>
      catalogueItem ? loadersOf(strapi, context).catalogueItem.load(String(catalogueItem)) : null,
    async columnsInfo({ columns }, _args, context) {
      const known = await loadersOf(strapi, context).columns();
      return (columns as string[]).map((code) => known.get(code)).filter(Boolean);
    },
    subject: ({ subjectId }, _args, context) =>
      subjectId ? loadersOf(strapi, context).publication.load(String(subjectId)) : null,
    parts: latestBy(strapi, 'subject', 'documentId'),
  };
}

/** From domains, rows and departments to publications and to each other. */
export const referenceLinks = (strapi: Core.Strapi): Record<string, Record<string, Resolver>> => ({
  // the parent is the manifest
  Domain: {
    catalogueItems: async ({ slug }, _args, context) =>
      (await loadersOf(strapi, context).domainsInFigures()).get(String(slug))?.catalogueItems ?? 0,
    leadDepartmentName: async ({ leadDepartment: code }, _args, context) =>
      (await loadersOf(strapi, context).departments()).get(String(code))?.name ?? code,
    publications: async ({ slug }, _args, context) =>
      (await loadersOf(strapi, context).domainsInFigures()).get(String(slug))?.publications ?? 0,
    items: ({ slug }, _args, context) => loadersOf(strapi, context).items.load(String(slug)),
    latest: latestBy(strapi, 'domain', 'slug'),
  },
  CatalogueItem: {
    domainInfo: ({ domain }) => findDomain(strapi, String(domain)) ?? null,
    async departmentsInfo({ departments }, _args, context) {
      const known = await loadersOf(strapi, context).departments();
      return (departments as string[]).map((code) => known.get(code)).filter(Boolean);
    },
    successorsInfo: ({ successors }, _args, context) => loadRows(strapi, successors, context),
    predecessorsInfo: ({ predecessors }, _args, context) => loadRows(strapi, predecessors, context),
    history: ({ code }, _args, context) => loadersOf(strapi, context).changes.load(String(code)),
    latest: latestBy(strapi, 'catalogueItem', 'code'),
  },
  CoverageRow: {
    catalogueItemInfo: ({ code }, _args, context) =>
      loadersOf(strapi, context).catalogueItem.load(String(code)),
  },
  Department: {
    aliases: ({ aliases }) => aliases ?? [],
    publications: async ({ code }, _args, context) =>
      (await loadersOf(strapi, context).departmentsInFigures()).get(String(code))?.publications ?? 0,
    latest: latestBy(strapi, 'department', 'code'),
  },
});

async function loadRows(strapi: Core.Strapi, codes: unknown, context: GraphqlContext): Promise<unknown[]> {
  const rows = await loadersOf(strapi, context).catalogueItem.loadMany(codes as string[]);
  return rows.filter(Boolean);
}

const latestBy =
  (strapi: Core.Strapi, by: BatchKey, key: string): Resolver =>
  (parent, args, context) =>
    loadersOf(strapi, context).latest(by, nestedLimit(args)).load(String(parent[key]));
