import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { DisclosureError } from '../../../disclosure/server/errors';
import { answer } from '../../../disclosure/server/http/errors-middleware';
import { type Consumer, standingOf } from '../consumer';
import type { Allowance, Decision } from '../quota/quota';
import { secondsUntil } from '../quota/window';
import { runningOf } from '../running';
import { routeGroupOf } from '../usage/route-group';

const HEADER = 'X-API-Key';
const INTERFACE = /^\/(api|graphql)(\/|$)/;

/** Who reads by a key: set as `ctx.state.apiConsumer`. */
export type ApiConsumer = { id: number; name: string };

/**
 * Knows consumers by the header X-API-Key, counts their requests and keeps them to their limits. A request without the
 * header passes; one with a wrong key does not, so that nobody takes an old key for a good one.
 */
export const keysMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const key = ctx.get(HEADER);
    if (!key || ctx.method === 'OPTIONS' || !INTERFACE.test(ctx.path)) return next();
    const { directory, quota, counter } = runningOf(strapi);
    ctx.vary(HEADER);
    const consumer = await directory.find(key);
    const refusal = refusalOf(consumer);
    if (refusal || !consumer) return refuseKey(ctx, refusal ?? UNKNOWN());
    const now = new Date();
    const decision = await quota.take(consumer, now);
    tellLimits(ctx, decision, now);
    counter.count(consumer.id, routeGroupOf(ctx.path), decision.exceeded !== null, now);
    if (decision.exceeded) return refuseMore(ctx, decision, decision.exceeded, now);
    ctx.state.apiConsumer = { id: consumer.id, name: consumer.name } satisfies ApiConsumer;
    await next();
    keepPrivate(ctx);
  };

const UNKNOWN = () => new DisclosureError('INVALID_API_KEY');

function refusalOf(consumer: Consumer | null): DisclosureError | null {
  if (!consumer) return UNKNOWN();
  const standing = standingOf(consumer);
  if (standing === 'active') return null;
  return standing === 'expired'
    ? new DisclosureError('INVALID_API_KEY', '接口密钥已过有效期，请联系区政务公开办续期')
    : UNKNOWN();
}

function refuseKey(ctx: Context, refusal: DisclosureError): void {
  ctx.set('Cache-Control', 'no-store');
  answer(ctx, refusal, refusal.status);
}

function refuseMore(ctx: Context, decision: Decision, exceeded: 'minute' | 'day', now: Date): void {
  const { limit, endsAt } = decision[exceeded];
  const seconds = secondsUntil(endsAt, now);
  ctx.set('Retry-After', String(seconds));
  const what = exceeded === 'minute' ? `每分钟${limit}次` : `每天${limit}次`;
  const when = exceeded === 'minute' ? `${seconds}秒后` : '明天';
  refuseKey(ctx, new DisclosureError('QUOTA_EXCEEDED', `已达到接口密钥的限额（${what}），请${when}再试`));
}

/** The limits of the minute under the usual names, those of the day beside them. */
function tellLimits(ctx: Context, { minute, day }: Decision, now: Date): void {
  const tell = (suffix: string, { limit, remaining, endsAt }: Allowance) => {
    ctx.set(`X-RateLimit-Limit${suffix}`, String(limit));
    ctx.set(`X-RateLimit-Remaining${suffix}`, String(remaining));
    ctx.set(`X-RateLimit-Reset${suffix}`, String(secondsUntil(endsAt, now)));
  };
  tell('', minute);
  tell('-Day', day);
}

/** What tells a consumer's limits is not for caches that others share; without a word of ours it would be kept (cacheLifetime). */
function keepPrivate(ctx: Context): void {
  const kept = ctx.response.get('Cache-Control');
  ctx.set('Cache-Control', kept ? kept.replace(/\bpublic\b/, 'private') : 'private, no-cache');
}
