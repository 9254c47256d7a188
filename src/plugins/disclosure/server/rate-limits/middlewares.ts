import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Costly } from './settings';
import { spend } from './spend';

type Plugin = { strapi: Core.Strapi };

/** Of a route: counts each request that reaches it, which a kept answer does not. */
export const rateLimitMiddleware =
  ({ kind }: { kind: Costly }, { strapi }: Plugin) =>
  async (ctx: Context, next: Next): Promise<void> => {
    await spend(strapi, ctx, kind);
    await next();
  };

/** Names it in a route's `config.middlewares`. */
export const limited = (kind: Costly) => [{ name: 'plugin::disclosure.rateLimit', config: { kind } }];

/**
 * The same for GraphQL, whose route is Strapi's: whoever shows no credentials. Those whose credentials are none are
 * counted where that is found (graphql/anonymous.ts); business systems of departments write as often as they have to.
 */
export const graphqlRateLimitMiddleware =
  (_config: unknown, { strapi }: Plugin) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const isGraphql = ctx.path === strapi.config.get('plugin::graphql.endpoint', '/graphql');
    if (isGraphql && ctx.method !== 'OPTIONS' && !ctx.get('authorization'))
      await spend(strapi, ctx, 'graphql');
    await next();
  };
