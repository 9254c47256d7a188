import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError } from '../../../disclosure/server/errors';
import { downloadName } from '../../../disclosure/server/http/download-name';
import { requireLive } from '../../../disclosure/server/http/require-live';
import { findPublication } from '../../../disclosure/server/read-model/find-publication';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { readConnection } from '../../../disclosure/server/replica/read-connection';
import type { Values } from '../../../disclosure/server/types';
import { REPORT } from '../common';
import { listPage, reportPage } from '../layout/page';
import { publishedQuerySchema, readPublished } from '../reads/published';
import { reportFile } from '../reads/report-file';
import type { Numbers } from '../shared/numbers';

/** Published reports as everybody reads them: pages, and the tables as a file. */
export const pagesController = ({ strapi }: { strapi: Core.Strapi }) => {
  const published = async (ctx: Context): Promise<Values> => {
    parseQuery(emptyQuerySchema, ctx.query);
    const { documentId } = ctx.params as { documentId: string };
    const { publication } = requireLive(await findPublication(readConnection(strapi), documentId));
    if (publication.type !== REPORT) throw new DisclosureError('NOT_FOUND', '没有这份年度报告');
    return publication;
  };
  return {
    async list(ctx: Context) {
      const found = await readPublished(strapi, {}, parseQuery(publishedQuerySchema, ctx.query));
      ctx.type = 'text/html; charset=utf-8';
      ctx.body = listPage(found as Parameters<typeof listPage>[0]);
    },
    async view(ctx: Context) {
      const { documentId, title, body, ownerName, publishedAt } = await published(ctx);
      ctx.type = 'text/html; charset=utf-8';
      ctx.body = reportPage({
        documentId: String(documentId),
        title: String(title),
        body: String(body),
        from: `${ownerName}　发布日期：${String(publishedAt).slice(0, 10)}`,
      });
    },
    async xlsx(ctx: Context) {
      const { title, body, attributes } = await published(ctx);
      const { numbers } = attributes as { numbers: Numbers };
      ctx.attachment(downloadName(String(title), 'xlsx', '年度报告'));
      ctx.type = 'xlsx';
      ctx.body = await reportFile({ title: String(title), body: String(body), numbers }, 'xlsx');
    },
  };
};
