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
