import type { Core } from '@strapi/strapi';
import { readAudit } from '../../audit/read';
import { readCoverage } from '../../coverage/read-coverage';
import { viewDesk } from '../../desk/view';
import { allDomains, findDomain, requireType } from '../../domain/registry';
import { DisclosureError } from '../../errors';
import { findEditions } from '../../read-model/find-editions';
import { listCatalogue } from '../../read-model/list-catalogue';
import { listPublications } from '../../read-model/list-publications';
import {
  auditQuerySchema,
  catalogueQuerySchema,
  coverageQuerySchema,
  publicationDetailQuerySchema,
  publicationQuerySchema,
  searchQuerySchema,
  suggestionQuerySchema,
} from '../../read-model/query-schema';
import { readConnection } from '../../replica/read-connection';
import { findPublicRoster } from '../../rosters/find-roster';
import { listRows } from '../../rosters/list-rows';
import { rosterQuerySchema } from '../../rosters/query';
import { searchOf } from '../../search/port';
import { authorise } from '../authorise';
import type { Resolver } from '../context';
import { loadersOf } from '../loaders';
import { uidOfName } from '../schema/names';
import { parseArgs } from './arguments';
import { requireLive } from './live';

/** The fields of Query that the engine has, with the answers of REST. */
export function readResolvers(strapi: Core.Strapi): Record<string, Resolver> {
  // asked for anew by each request: it may go to the replica
  const knex = () => readConnection(strapi);
  return {
    domains: () => allDomains(strapi),
    domain(_root, { slug }) {
      const domain = findDomain(strapi, String(slug));
      if (!domain) throw new DisclosureError('NOT_FOUND', '没有这个公开领域');
      return domain;
    },
    catalogueItems: (_root, args) => listCatalogue(strapi, parseArgs(catalogueQuerySchema, args)),
    async catalogueItem(_root, { code }, context) {
      const row = await loadersOf(strapi, context).catalogueItem.load(String(code));
      if (!row) throw new DisclosureError('NOT_FOUND', `没有目录事项 ${String(code)}`);
      return row;
    },
    coverage: (_root, args) => readCoverage(strapi, parseArgs(coverageQuerySchema, args)),
    departments: async (_root, _args, context) => [
      ...(await loadersOf(strapi, context).departments()).values(),
    ],
    columns: async (_root, _args, context) => [...(await loadersOf(strapi, context).columns()).values()],
    publications: (_root, args) => listPublications(knex(), parseArgs(publicationQuerySchema, args)),
    search: (_root, args) => searchOf(strapi).search(parseArgs(searchQuerySchema, args)),
    searchSuggestions: (_root, args) => searchOf(strapi).suggest(parseArgs(suggestionQuerySchema, args)),
    publication: (_root, { documentId, ...args }) =>
      requireLive(strapi, documentId, parseArgs(publicationDetailQuerySchema, args)),
    async roster(_root, { documentId, ...args }) {
      const { roster } = await findPublicRoster(knex(), String(documentId));
      return listRows(knex(), roster, parseArgs(rosterQuerySchema, args));
    },
    async editions(_root, { documentId }) {
      await requireLive(strapi, documentId);
      return findEditions(knex(), String(documentId));
    },
    async audit(_root, args, context) {
      await authorise(strapi, context, 'plugin::disclosure.public.audit');
      return readAudit(strapi, parseArgs(auditQuerySchema, args));
    },
    async workflow(_root, { type: name, documentId }, context) {
      const type = requireType(strapi, uidOfName(name));
      await authorise(strapi, context, `${type.uid}.workflow`);
      return viewDesk(strapi, type, String(documentId));
    },
  };
}
