import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readAudit } from '../audit/read';
import { readRow } from '../catalogue/read-row';
import { readCoverage } from '../coverage/read-coverage';
import { findEditions } from '../read-model/find-editions';
import { findPublication } from '../read-model/find-publication';
import { listCatalogue } from '../read-model/list-catalogue';
import { describeDomain, listDomains } from '../read-model/list-domains';
import { listPublications } from '../read-model/list-publications';
import {
  auditQuerySchema,
  catalogueQuerySchema,
  coverageQuerySchema,
  emptyQuerySchema,
  parseQuery,
  publicationDetailQuerySchema,
  publicationQuerySchema,
  searchQuerySchema,
  suggestionQuerySchema,
} from '../read-model/query-schema';
import { readPublication } from '../read-model/read-publications';
import { describeColumns } from '../reference-data/describe-columns';
import { describeDepartments } from '../reference-data/describe-departments';
import { readConnection } from '../replica/read-connection';
import { searchOf } from '../search/port';
import { requireLive } from './require-live';

/** The public reads of the engine, and the audit log for those who may see it. */
export const publicController = ({ strapi }: { strapi: Core.Strapi }) => {
  // asked for anew by each request: it may go to the replica
  const knex = () => readConnection(strapi);
  const param = (ctx: Context, name: string) => String((ctx.params as Record<string, string>)[name]);

  return {
    async domains(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      ctx.body = { data: await listDomains(strapi) };
    },
    async domain(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      ctx.body = { data: await describeDomain(strapi, param(ctx, 'slug')) };
    },
    async catalogueItems(ctx: Context) {
      ctx.body = { data: await listCatalogue(strapi, parseQuery(catalogueQuerySchema, ctx.query)) };
    },
    async catalogueItem(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      ctx.body = { data: await readRow(strapi, param(ctx, 'code')) };
    },
    async coverage(ctx: Context) {
      ctx.body = { data: await readCoverage(strapi, parseQuery(coverageQuerySchema, ctx.query)) };
    },
    async departments(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      ctx.body = { data: await describeDepartments(strapi) };
    },
    async columns(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      ctx.body = { data: await describeColumns(strapi) };
    },
    async publications(ctx: Context) {
      ctx.body = await listPublications(knex(), parseQuery(publicationQuerySchema, ctx.query));
    },
    async search(ctx: Context) {
      ctx.body = await searchOf(strapi).search(parseQuery(searchQuerySchema, ctx.query));
    },
    async suggestions(ctx: Context) {
      ctx.body = { data: await searchOf(strapi).suggest(parseQuery(suggestionQuerySchema, ctx.query)) };
    },
    async publication(ctx: Context) {
      const { on } = parseQuery(publicationDetailQuerySchema, ctx.query);
      const found = await readPublication(strapi, param(ctx, 'documentId'), on);
      ctx.body = { data: requireLive(found).publication };
    },
    async editions(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      const documentId = param(ctx, 'documentId');
      requireLive(await findPublication(knex(), documentId));
      ctx.body = { data: await findEditions(knex(), documentId) };
    },
    async audit(ctx: Context) {
      ctx.body = await readAudit(strapi, parseQuery(auditQuerySchema, ctx.query));
    },
  };
};
