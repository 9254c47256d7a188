import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { viewSurroundings } from '../desk/surroundings';
import { requireType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { emptyQuerySchema, parseQuery } from '../read-model/query-schema';
import { parseUnsaved } from '../unsaved/input';
import { autosave, findUnsaved, forgetUnsaved } from '../unsaved/unsaved-edits';
import { listVersions } from '../versions/list-versions';
import { viewVersion } from '../versions/view-version';

type Params = { uid: string; documentId: string; key: string };

/** Longer than any documentId of Strapi: nobody's, and refused before the database is asked. */
const MAX_KEY = 64;

/** What the panel asks for about unsaved edits and versions. */
export const versionController = ({ strapi }: { strapi: Core.Strapi }) => {
  const addressed = (ctx: Context) => {
    parseQuery(emptyQuerySchema, ctx.query);
    const { uid, documentId, key } = ctx.params as Params;
    if (documentId.length > MAX_KEY || documentId.includes('\0')) throw new DisclosureError('NOT_FOUND');
    return { type: requireType(strapi, uid), documentId, key };
  };
  return {
    async unsaved(ctx: Context) {
      const { type, documentId } = addressed(ctx);
      ctx.body = { data: await findUnsaved(strapi, type, documentId) };
    },
    async autosave(ctx: Context) {
      const { type, documentId } = addressed(ctx);
      ctx.body = {
        data: await autosave(strapi, type, documentId, parseUnsaved(type, ctx.request.body)),
      };
    },
    async forget(ctx: Context) {
      const { type, documentId } = addressed(ctx);
      await forgetUnsaved(strapi, type, documentId);
      ctx.status = 204;
    },
    async list(ctx: Context) {
      const { type, documentId } = addressed(ctx);
      ctx.body = { data: await listVersions(strapi, type, documentId) };
    },
    async view(ctx: Context) {
      const { type, documentId, key } = addressed(ctx);
      ctx.body = { data: await viewVersion(strapi, type, documentId, key) };
    },
    async surroundings(ctx: Context) {
      const { type, documentId } = addressed(ctx);
      ctx.body = { data: await viewSurroundings(strapi, type, documentId) };
    },
  };
};
