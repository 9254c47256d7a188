import type { Core } from '@strapi/strapi';
import { buildSchema, printSchema } from 'graphql';
import type { Context } from 'koa';
import { allDomains, allTypes } from '../../../disclosure/server/domain/registry';
import { schemaText } from '../../../disclosure/server/graphql/schema';
import { isKnown } from '../../../disclosure/server/http/known-tag';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { siteWithAddress } from '../../../disclosure/server/site/addresses';
import { type Kept, once } from '../kept';
import { buildDocument } from '../openapi/document';
import { renderPage } from '../page/page';

/** What the interface is: for generators, for GraphQL, for people. */
export const docsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const openapi = once(() => JSON.stringify(buildDocument(strapi)));
  const page = once(() => renderPage(buildDocument(strapi), siteWithAddress(strapi).url));
  const schema = once(() => printSchema(buildSchema(schemaText(allDomains(strapi), allTypes(strapi)))));

  const serve = (kept: () => Kept, type: string) => async (ctx: Context) => {
    parseQuery(emptyQuerySchema, ctx.query);
    const { text, hash } = kept();
    if (isKnown(ctx, hash)) return;
    ctx.set('Content-Type', type);
    ctx.body = text;
  };

  return {
    openapi: serve(openapi, 'application/json; charset=utf-8'),
    page: serve(page, 'text/html; charset=utf-8'),
    schema: serve(schema, 'text/plain; charset=utf-8'),
  };
};
