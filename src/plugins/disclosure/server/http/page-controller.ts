import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { findType } from '../domain/registry';
import { NOTHING_HERE, renderPage, renderTombstone } from '../public-page/render-page';
import { readPublication } from '../read-model/read-publications';

/** A publication as people read it, where the district has no portal that shows it. */
export const pageController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async view(ctx: Context) {
    // WeChat adds parameters of its own to an address that is opened in it: none is read, none refused
    const { documentId } = ctx.params as { documentId: string };
    const found = await readPublication(strapi, documentId);
    ctx.type = 'text/html; charset=utf-8';
    if (found?.state === 'live') {
      const { publication } = found;
      ctx.body = renderPage(publication, findType(strapi, String(publication.type))?.attributes ?? {});
      return;
    }
    ctx.status = found ? 410 : 404;
    ctx.body = found ? renderTombstone(found.tombstone) : NOTHING_HERE;
  },
});
