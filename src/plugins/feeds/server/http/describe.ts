import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { describeRoutes } from '../../../disclosure/server/api-description/describe-routes';
import { emptyQuerySchema } from '../../../disclosure/server/read-model/query-schema';
import { calendarQuerySchema, feedQuerySchema } from '../query';
import { FEED_FORMATS, FORMATS } from '../render/formats';

const tag = '订阅源和网站地图';
const XML = 'application/xml';

const feedList = z.object({
  data: z.array(
    z.object({
      by: z.enum(['all', 'domain', 'column', 'department']),
      code: z.string().nullable(),
      name: z.string(),
      ...(Object.fromEntries(FEED_FORMATS.map((format) => [format, z.string()])) as Record<
        string,
        z.ZodString
      >),
      calendar: z.string(),
    }),
  ),
});

/** Says what the routes of this plugin are. */
export const describeFeedRoutes = (strapi: Core.Strapi): void =>
  describeRoutes(strapi, 'feeds', {
    'GET /': { tag, summary: '全部订阅源的地址', query: emptyQuerySchema, answer: { schema: feedList } },
    'GET /publications.:format': {
      tag,
      summary: '订阅源:最新公开的信息',
      details: '各栏目、领域、部门和检索都有自己的订阅源;已撤回的信息立即消失。',
      query: feedQuerySchema,
      params: { format: FEED_FORMATS },
      answer: { files: Object.values(FORMATS).map(({ type }) => type.split(';')[0] ?? type) },
    },
    'GET /deadlines.ics': {
      tag,
      summary: '日历:征求意见截止、会议、公示截止',
      query: calendarQuerySchema,
      answer: { files: ['text/calendar'] },
    },
    'GET /sitemap.xml': { tag, summary: '网站地图', answer: { files: [XML] } },
    'GET /sitemaps/:part': { tag, summary: '网站地图的一部分,如 1.xml', answer: { files: [XML] } },
    'GET /robots.txt': { tag, summary: '给搜索引擎的说明', answer: { files: ['text/plain'] } },
  });
