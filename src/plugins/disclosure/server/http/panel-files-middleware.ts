import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

/**
 * Tells caches that files of the panel differ by encoding: they lie ready compressed, and what sends them does not
 * say so (koajs/send); a proxy would give the bytes of one browser to another that cannot read them.
 */
export const panelFilesMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const panel = String(strapi.config.get('admin.path', '/admin'));
    if (ctx.path.startsWith(`${panel}/`) && /\.\w+$/.test(ctx.path)) ctx.vary('Accept-Encoding');
  };
