import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { DisclosureError } from '../errors';
import { clientAddress } from './client-address';
import { type Costly, rateLimitsSchema } from './settings';

const limiters = new WeakMap<object, Map<Costly, RateLimiterMemory | null>>();

/** One a kind and instance: counted in memory, forgotten after a minute. */
function limiterOf(strapi: Core.Strapi, kind: Costly): RateLimiterMemory | null {
  const known = limiters.get(strapi) ?? new Map<Costly, RateLimiterMemory | null>();
  limiters.set(strapi, known);
  const found = known.get(kind);
  if (found !== undefined) return found;
  const points = rateLimitsSchema.parse(strapi.config.get('plugin::disclosure.rateLimits', {}))[kind];
  const limiter = points > 0 ? new RateLimiterMemory({ points, duration: 60, keyPrefix: kind }) : null;
  known.set(kind, limiter);
  return limiter;
}

/**
 * Counts a request that costs something for the address that it comes from. A registered consumer
 * (`ctx.state.apiConsumer`) is not counted here.
 *
 * @throws DisclosureError TOO_MANY_REQUESTS; `Retry-After` says when to come back
 */
export async function spend(strapi: Core.Strapi, ctx: Context, kind: Costly): Promise<void> {
  if (ctx.state.apiConsumer) return;
  const limiter = limiterOf(strapi, kind);
  const address = clientAddress({
    peer: ctx.req.socket.remoteAddress ?? '',
    ip: ctx.request.ip,
    trustsProxy: ctx.app.proxy,
    forwardedFor: ctx.get('x-forwarded-for'),
  });
  if (!limiter || address === null) return;
  try {
    await limiter.consume(address);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const seconds = Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
    ctx.set('Retry-After', String(seconds));
    throw new DisclosureError('TOO_MANY_REQUESTS', `请求太多，请在${seconds}秒后再试`, {
      retryAfter: seconds,
    });
  }
}
