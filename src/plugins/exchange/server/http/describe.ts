import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { describeRoutes } from '../../../disclosure/server/api-description/describe-routes';
import { changesQuerySchema } from './changes-controller';

/** The fields of an entry are a profile's (`config/exchange-profiles`). */
const answer = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  meta: z.object({ nextCursor: z.string(), more: z.boolean() }),
});

/** Says what the routes of this plugin are. */
export const describeExchangeRoutes = (strapi: Core.Strapi): void =>
  describeRoutes(strapi, 'exchange', {
    'GET /changes': {
      tag: '与上级平台交换',
      summary: '变更日志:每一次发布、更正、移交、效力变化、撤回',
      details: '按提交的先后,不漏不重;带着上次的 meta.nextCursor 接着读。format=xml 时是 XML。',
      query: changesQuerySchema,
      answer: { schema: answer },
    },
  });
