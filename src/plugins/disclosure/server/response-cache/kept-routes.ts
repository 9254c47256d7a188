import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { findDomain } from '../domain/registry';
import { byAll, type TagRule } from './tags';

/**
 * Whether the answers of a route are kept, and until what changes. In a route's `config`: `cacheable: true` for all
 * that is made of publications, a rule of `tags.ts` for less, `false` for never.
 */
export type Cacheable = boolean | TagRule;

type Route = { info?: { pluginName?: string }; config?: { auth?: unknown; cacheable?: Cacheable } };

const routeOf = (ctx: Context): Route | undefined => ctx.state.route as Route | undefined;

/** Whether anybody is told the same: a public route of the engine, of a domain, or of a plugin that says so. */
export function isPublicRead(strapi: Core.Strapi, ctx: Context): boolean {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return false;
  const { info, config } = routeOf(ctx) ?? {};
  if (config?.auth !== false || config.cacheable === false) return false;
  const plugin = info?.pluginName ?? '';
  return config.cacheable !== undefined || plugin === 'disclosure' || Boolean(findDomain(strapi, plugin));
}

/** Whether a reader says who she is. What she is told she is told alone, and no cache may keep it. */
export const isByKey = (ctx: Context): boolean => Boolean(ctx.get('authorization') || ctx.get('x-api-key'));

/** The tags of a public read's answer. */
export function tagsOf(ctx: Context, text: string): string[] {
  const cacheable = routeOf(ctx)?.config?.cacheable;
  return typeof cacheable === 'function' ? cacheable(ctx, text) : byAll(ctx, text);
}
