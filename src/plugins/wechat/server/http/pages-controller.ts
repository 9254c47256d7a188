import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { describeFields } from '../../../disclosure/server/official-copies/document/describe-publication';
import { findPublication } from '../../../disclosure/server/read-model/find-publication';
import { readConnection } from '../../../disclosure/server/replica/read-connection';
import { fieldsOf } from '../articles/article-of';
import { readingPage, unknownPage, withdrawnPage } from '../pages/reading-page';

/** What 阅读原文 and the links of answers open where no portal is set: a page, not data. */
export const pagesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async one(ctx: Context) {
    // WeChat adds parameters of its own to an address that is opened in it
    const { documentId } = ctx.params as { documentId: string };
    const found = await findPublication(readConnection(strapi), documentId);
    ctx.type = 'text/html; charset=utf-8';
    if (!found) {
      ctx.status = 404;
      ctx.body = unknownPage();
    } else if (found.state === 'withdrawn') {
      ctx.status = 410;
      ctx.body = withdrawnPage(found.tombstone);
    } else {
      const { publication } = found;
      ctx.body = readingPage(publication, describeFields(publication, fieldsOf(strapi, publication)));
    }
  },
});
