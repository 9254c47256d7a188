import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { canonicalJson, sha256 } from '../audit/chain';
import { emptyQuerySchema, parseQuery } from '../read-model/query-schema';
import { readConnection } from '../replica/read-connection';
import { writeRoster } from '../rosters/download';
import { findPublicRoster } from '../rosters/find-roster';
import { listRows } from '../rosters/list-rows';
import { rosterQuerySchema } from '../rosters/query';
import { downloadName } from './download-name';
import { isKnown } from './known-tag';

/** The public reads of a publication's roster. */
export const rosterController = ({ strapi }: { strapi: Core.Strapi }) => {
  // asked for anew by each request: it may go to the replica
  const knex = () => readConnection(strapi);
  const documentId = (ctx: Context) => (ctx.params as { documentId: string }).documentId;

  const download = (format: 'csv' | 'xlsx') => async (ctx: Context) => {
    parseQuery(emptyQuerySchema, ctx.query);
    const { roster, title } = await findPublicRoster(knex(), documentId(ctx));
    ctx.attachment(downloadName(title, format, '名单'));
    if (isKnown(ctx, roster.sha256)) return;
    ctx.type = format;
    ctx.body = writeRoster(knex(), roster, format);
  };

  return {
    async rows(ctx: Context) {
      const query = parseQuery(rosterQuerySchema, ctx.query);
      const { roster } = await findPublicRoster(knex(), documentId(ctx));
      // the rows of a roster never change: the same query of the same roster has the same answer
      if (isKnown(ctx, sha256(canonicalJson([roster.id, query])))) return;
      ctx.body = await listRows(knex(), roster, query);
    },
    csv: download('csv'),
    xlsx: download('xlsx'),
  };
};
