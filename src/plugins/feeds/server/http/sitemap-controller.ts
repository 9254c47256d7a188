import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError } from '../../../disclosure/server/errors';
import { siteOf } from '../../../disclosure/server/site/addresses';
import { renderIndex, renderPart, renderRobots } from '../sitemap/sitemap';
import { answerText } from './answer';

const XML = 'application/xml; charset=utf-8';

/** The map of the site, and what robots ask for first. */
export const sitemapController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async index(ctx: Context) {
    answerText(ctx, await renderIndex(strapi), XML);
  },
  async part(ctx: Context) {
    const { part } = ctx.params as { part: string };
    const number = /^([1-9]\d{0,5})\.xml$/.exec(part)?.[1];
    if (!number) throw new DisclosureError('NOT_FOUND', '网站地图没有这个部分');
    answerText(ctx, await renderPart(strapi, Number(number)), XML);
  },
  async robots(ctx: Context) {
    answerText(ctx, renderRobots(siteOf(strapi)), 'text/plain; charset=utf-8');
  },
});
