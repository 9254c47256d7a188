import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { findDomain } from '../domain/registry';
import { knownNextChange } from '../jobs/next-change';
import { isListening } from '../outbox/listen';
import { cacheLifetime } from '../rules/cache-lifetime';

/** Answers that a cache would keep by itself if nothing were said, 404 and 410 among them. */
const KEPT = new Set([200, 404, 410]);

type Route = { info?: { pluginName?: string }; config?: { auth?: unknown; publicRead?: true } };

/**
 * Says how long caches may keep the answer of a public read: never beyond the next scheduled publication
 * or take-down. An instance that does not hear the others knows of none, and lets nothing be kept.
 */
export const cacheLifetimeMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const asked = new Date();
    await next();
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return;
    if (!KEPT.has(ctx.status) || ctx.response.get('cache-control') || !isPublicRead(strapi, ctx)) return;
    const nextChange = isListening(strapi) ? knownNextChange(strapi) : null;
    const lifetime = nextChange ? cacheLifetime(asked, nextChange) : 0;
    ctx.set('Cache-Control', lifetime > 0 ? `public, max-age=${lifetime}` : 'no-cache');
  };

function isPublicRead(strapi: Core.Strapi, ctx: Context): boolean {
  if (ctx.get('authorization')) return false;
  const route = ctx.state.route as Route | undefined;
  const plugin = route?.info?.pluginName ?? '';
  if (route?.config?.auth !== false) return false;
  // other plugins say of a route that it answers everybody the same (`publicRead`)
  return plugin === 'disclosure' || Boolean(findDomain(strapi, plugin)) || route.config.publicRead === true;
}
