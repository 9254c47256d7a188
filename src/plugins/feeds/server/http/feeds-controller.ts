import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError } from '../../../disclosure/server/errors';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { renderCalendar } from '../calendar';
import { listFeeds } from '../list-feeds';
import { loadFeed } from '../load-feed';
import { calendarQuerySchema, feedQuerySchema } from '../query';
import { FEED_FORMATS, FORMATS, isFeedFormat } from '../render/formats';
import { answerText } from './answer';

/** Feeds, the list of them, and the calendar. */
export const feedsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    parseQuery(emptyQuerySchema, ctx.query);
    ctx.body = { data: await listFeeds(strapi) };
  },
  async publications(ctx: Context) {
    const { format } = ctx.params as { format: string };
    if (!isFeedFormat(format)) {
      throw new DisclosureError('NOT_FOUND', `订阅源没有“${format}”这种格式,可用:${FEED_FORMATS.join('、')}`);
    }
    const query = parseQuery(feedQuerySchema, ctx.query);
    const feed = await loadFeed(strapi, query, ownAddress(ctx));
    const { type, render } = FORMATS[format];
    answerText(ctx, render(feed), type, feed.updatedAt);
  },
  async calendar(ctx: Context) {
    const query = parseQuery(calendarQuerySchema, ctx.query);
    answerText(ctx, await renderCalendar(strapi, query), 'text/calendar; charset=utf-8');
  },
});

/** The path with its parameters in one order, whichever they came in. */
function ownAddress(ctx: Context): string {
  const parameters = new URLSearchParams(ctx.querystring);
  parameters.sort();
  return parameters.size ? `${ctx.path}?${parameters}` : ctx.path;
}
