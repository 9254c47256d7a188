import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { DomainManifest, DomainRead } from '../domain/manifest';
import { DisclosureError } from '../errors';
import { emptyQuerySchema, parseQuery } from '../read-model/query-schema';
import type { Cacheable } from '../response-cache/kept-routes';
import { byDomain } from '../response-cache/tags';

type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  handler: string | ((ctx: Context) => Promise<void>);
  config: Record<string, unknown>;
};

type Plugin = { strapi: Core.Strapi };

/** Anybody may read: published only. */
const publicRead = (cacheable: Cacheable = true) => ({ auth: false, cacheable });

/**
 * The routes of a domain: for each of its types the reads of everybody and the writes of departments,
 * and the reads of its own. Write routes have Strapi's default scope, which the role `department` holds.
 */
export function domainRoutes(domain: DomainManifest) {
  return {
    'content-api': ({ strapi }: Plugin) => ({ type: 'content-api', routes: routesOf(strapi, domain) }),
  };
}

function routesOf(strapi: Core.Strapi, domain: DomainManifest): Route[] {
  const routes = (domain.reads ?? []).map(
    (read): Route => ({
      method: 'GET',
      path: read.path,
      handler: serveRead(strapi, read),
      config: publicRead(),
    }),
  );
  const ofDomain = byDomain(domain.slug);
  for (const { singular, plural } of domain.types) {
    const one = `/${plural}/:documentId`;
    const write = (method: Route['method'], path: string, action: string): Route => ({
      method,
      path,
      handler: `${singular}.${action}`,
      config: {},
    });
    routes.push(
      { method: 'GET', path: `/${plural}`, handler: `${singular}.find`, config: publicRead(ofDomain) },
      { method: 'GET', path: one, handler: `${singular}.findOne`, config: publicRead(ofDomain) },
      write('POST', `/${plural}`, 'create'),
      write('PUT', one, 'update'),
      write('DELETE', one, 'delete'),
      write('GET', `${one}/workflow`, 'workflow'),
      write('POST', `${one}/mask-personal-data`, 'mask'),
      write('POST', `${one}/roster`, 'roster'),
      write('POST', `${one}/:verb`, 'verb'),
    );
  }
  return routes;
}

const serveRead =
  (strapi: Core.Strapi, { read, query = emptyQuerySchema, isPage }: DomainRead) =>
  async (ctx: Context): Promise<void> => {
    const asked = parseQuery(query, ctx.query);
    const data = await read(strapi, ctx.params as Record<string, string>, asked);
    if (data === null) throw new DisclosureError('NOT_FOUND');
    ctx.body = isPage ? data : { data };
  };
