import type { Core } from '@strapi/strapi';
import type { Context, Middleware, Next } from 'koa';

type Factory = (config: unknown, context: { strapi: Core.Strapi }) => Middleware;
type Registry = { extend(uid: string, wrap: (factory: Factory) => Factory): void };

/** Has Strapi's own middlewares do once what comes out the same for every request. Before they are made of the configuration. */
export function leanMiddlewares(strapi: Core.Strapi): void {
  const registry = strapi.get('middlewares') as unknown as Registry;
  registry.extend('strapi::security', (security) => (config, context) => {
    // of paths below it, whatever their method: Strapi makes exceptions for the panel, GraphQL and /documentation
    const api = `${strapi.config.get('api.rest.prefix', '/api')}/`;
    return keepHeaders(security(config, context), ({ path }) => path.startsWith(api));
  });
  registry.extend('strapi::body', (body) => (config, context) => forBodies(body(config, context)));
}

type Headers = (readonly [name: string, value: string | number | string[]])[];

/**
 * Sets what a middleware has set for the first of some requests for all that follow.
 *
 * @param isSame requests for which it sets the same headers
 */
export function keepHeaders(middleware: Middleware, isSame: (ctx: Context) => boolean): Middleware {
  let kept: Headers | null = null;
  return (ctx: Context, next: Next) => {
    if (!isSame(ctx)) return middleware(ctx as never, next);
    if (kept) {
      for (const [name, value] of kept) ctx.res.setHeader(name, value);
      return next();
    }
    const before = new Set(ctx.res.getHeaderNames());
    return middleware(ctx as never, () => {
      kept = ctx.res
        .getHeaderNames()
        .filter((name) => !before.has(name))
        .map((name) => [name, ctx.res.getHeader(name) as string]);
      return next();
    });
  };
}

/** koa-body checks its options anew for each request, also for those whose body it does not read. */
const forBodies =
  (parse: Middleware): Middleware =>
  (ctx: Context, next: Next) =>
    ctx.method === 'GET' || ctx.method === 'HEAD' ? next() : parse(ctx as never, next);
