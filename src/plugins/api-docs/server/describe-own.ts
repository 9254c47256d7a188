import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { describeRoutes } from '../../disclosure/server/api-description/describe-routes';

const docs = '接口文档';
const office = '部门系统';

const signIn = z.object({ identifier: z.string().describe('登录邮箱'), password: z.string() });
const signedIn = z.looseObject({
  jwt: z.string(),
  user: z.looseObject({ email: z.string(), username: z.string() }),
});
const me = z.looseObject({ id: z.number(), email: z.string(), username: z.string() });

/** Says what the routes of this plugin are, and those of Strapi's that departments' systems call. */
export function describeOwnRoutes(strapi: Core.Strapi): void {
  describeRoutes(strapi, 'api-docs', {
    'GET /openapi.json': {
      tag: docs,
      summary: '本文档',
      answer: { schema: z.looseObject({ openapi: z.string() }) },
    },
    'GET /docs': { tag: docs, summary: '可读的接口文档和示例', answer: { files: ['text/html'] } },
    'GET /schema.graphql': { tag: docs, summary: 'GraphQL 的类型', answer: { files: ['text/plain'] } },
  });
  describeRoutes(strapi, 'users-permissions', {
    'POST /auth/local': {
      tag: office,
      summary: '登录,得到 jwt',
      isOpen: true,
      body: signIn,
      answer: { schema: signedIn },
    },
    'GET /auth/:provider/callback': {
      tag: office,
      summary: '第三方登录(没有启用,总是拒绝)',
      isOpen: true,
      answer: { nothing: true },
    },
    'GET /users/me': { tag: office, summary: '当前登录的账号', answer: { schema: me } },
  });
}
