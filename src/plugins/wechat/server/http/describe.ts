import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { describeRoutes } from '../../../disclosure/server/api-description/describe-routes';
import { emptyQuerySchema } from '../../../disclosure/server/read-model/query-schema';
import { articlesQuerySchema } from '../articles/query';
import { messageQuerySchema, verifyQuerySchema } from '../callback/query';

const tag = '微信公众号';
const article = z.object({
  documentId: z.string(),
  publishedAt: z.string(),
  title: z.string(),
  author: z.string(),
  digest: z.string(),
  content: z.string(),
  contentSourceUrl: z.string(),
  cover: z.string().nullable(),
  isCut: z.boolean(),
  chosen: z.boolean(),
});

/** Says what the routes of this plugin are. */
export const describeWechatRoutes = (strapi: Core.Strapi): void =>
  describeRoutes(strapi, 'wechat', {
    'GET /articles': {
      tag,
      summary: '公开的信息,整理成公众号文章',
      query: articlesQuerySchema,
      answer: {
        schema: z.object({
          data: z.array(article),
          meta: z.object({ nextCursor: z.string().nullable() }),
        }),
      },
    },
    'GET /articles/:documentId': {
      tag,
      summary: '一篇公众号文章',
      query: emptyQuerySchema,
      answer: { schema: z.object({ data: article }) },
    },
    'GET /callback': {
      tag,
      summary: '公众平台核对服务器地址',
      query: verifyQuerySchema,
      answer: { files: ['text/plain'] },
    },
    'POST /callback': {
      tag,
      summary: '公众平台送来的消息,XML 或 JSON',
      query: messageQuerySchema,
      answer: { files: ['text/plain', 'application/xml', 'application/json'] },
    },
  });
