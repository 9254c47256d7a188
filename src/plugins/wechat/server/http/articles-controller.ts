import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { canonicalJson, sha256 } from '../../../disclosure/server/audit/chain';
import { isKnown } from '../../../disclosure/server/http/known-tag';
import { requireLive } from '../../../disclosure/server/http/require-live';
import { findPublication } from '../../../disclosure/server/read-model/find-publication';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { listArticles, pulled } from '../articles/list-articles';
import { articlesQuerySchema } from '../articles/query';
import { findChoice } from '../choice/choices';
import { isChosen } from '../choice/is-chosen';
import { loadDefaults } from '../office/defaults';

/** Publications as articles, for the tools of a 公众号. */
export const articlesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    answer(ctx, await listArticles(strapi, parseQuery(articlesQuerySchema, ctx.query)));
  },

  async one(ctx: Context) {
    parseQuery(emptyQuerySchema, ctx.query);
    const knex = strapi.db.connection;
    const { documentId } = ctx.params as { documentId: string };
    const { publication } = requireLive(await findPublication(knex, documentId));
    const choice = await findChoice(knex, documentId);
    const chosen = isChosen(choice, await loadDefaults(strapi), publication);
    answer(ctx, { data: pulled(strapi, publication, choice, chosen) });
  },
});

function answer(ctx: Context, body: object): void {
  if (!isKnown(ctx, sha256(canonicalJson(body as never)))) ctx.body = body;
}
