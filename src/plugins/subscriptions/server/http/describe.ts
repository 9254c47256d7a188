import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  describeRoutes,
  type RouteDescription,
} from '../../../disclosure/server/api-description/describe-routes';
import { requestSchema } from '../store/request';

const tag = '订阅';
const linkSchema = z.strictObject({ token: z.string() });
const page = (summary: string, rest: Partial<RouteDescription> = {}): RouteDescription => ({
  ...{ tag, summary, answer: { files: ['text/html'] } },
  ...rest,
});

/** Says what the routes of this plugin are. */
export const describeSubscriptionRoutes = (strapi: Core.Strapi): void =>
  describeRoutes(strapi, 'subscriptions', {
    'POST /': {
      tag,
      summary: '用邮箱订阅新公开的信息',
      details: '回答总是一样的;本人打开确认邮件里的链接确认后生效。',
      body: requestSchema,
      status: 202,
      answer: { schema: z.object({ data: z.object({ message: z.string() }) }) },
    },
    'GET /confirm': page('确认订阅的页面', { query: linkSchema }),
    'POST /confirm': page('确认订阅', { body: linkSchema }),
    'GET /unsubscribe': page('退订的页面', { query: linkSchema }),
    'POST /unsubscribe': page('退订;邮件程序的一键退订把 token 写在网址里(RFC 8058)'),
    'GET /manage': page('修改订阅的页面', { query: linkSchema }),
    'POST /manage': page('修改订阅'),
  });
