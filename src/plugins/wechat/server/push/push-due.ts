import type { Core } from '@strapi/strapi';
import { backoff, type Patience } from '../../../disclosure/server/outbox/backoff';
import { maySend, settingsOf, stampOf } from '../settings';
import { clientOf } from './client';
import { type Draft, endLook, nextDraft, nextTryAt } from './drafts';
import { WechatError } from './errors';
import { type Pushing, pushOne } from './push-one';
import { begin, endStop, findStop, holds } from './stop';
import { tellOffice } from './tell-office';
import { tellOwner } from './tell-owner';

/** WeChat may be away for a night: from half a minute to an hour between tries. */
const PATIENCE: Patience = { first: 30_000, longest: 3_600_000, attempts: 20 };
/** Milliseconds until what another instance works at is looked at again. */
const AGAIN_MS = 5_000;
/** Drafts of one look; the rest follow at once. */
const AT_ONCE = 50;

/**
 * Pushes what waits. One instance does at a time: the lock belongs to a transaction that is open as long as it
 * works, so that a crash lets go of it.
 *
 * @returns the instant of the next try; null when nothing waits
 */
export async function pushDue(
  strapi: Core.Strapi,
  isStopped: () => boolean = () => false,
): Promise<Date | null> {
  const settings = settingsOf(strapi);
  if (!maySend(settings)) return null;
  const knex = strapi.db.connection;
  const next = await nextTryAt(knex);
  if (!next || next > new Date()) return next;
  return knex.transaction(async (lock) => {
    const { rows } = await lock.raw(
      "select pg_try_advisory_xact_lock(hashtextextended('wechat-push', 0)) as ours",
    );
    if (!rows[0].ours) return new Date(Date.now() + AGAIN_MS);
    const stamp = stampOf(settings);
    const stop = await findStop(knex);
    if (holds(stop, stamp, new Date())) return stop.until;
    if (stop) await endStop(knex);
    const assertAlone = async () => {
      await lock.raw('select 1');
    };
    const pushing: Pushing = { strapi, knex, client: clientOf(settings), settings, assertAlone };
    for (let done = 0; done < AT_ONCE && !isStopped(); done++) {
      const draft = await nextDraft(knex, new Date());
      if (!draft) return nextTryAt(knex);
      const before = { ...draft };
      const error = await attempt(pushing, draft);
      await tellOwner(strapi, before);
      if (error?.kind !== 'stop' && error?.kind !== 'tomorrow') continue;
      const now = new Date();
      await begin(knex, stamp, error, now);
      await tellOffice(strapi, error, now);
      return (await findStop(knex))?.until ?? null;
    }
    return isStopped() ? null : new Date();
  });
}

/** @returns what concerns the whole account */
async function attempt(pushing: Pushing, draft: Draft): Promise<WechatError | null> {
  const { strapi, knex } = pushing;
  try {
    await pushOne(pushing, draft);
    return null;
  } catch (error) {
    if (error instanceof WechatError && (error.kind === 'stop' || error.kind === 'tomorrow')) {
      // it keeps its place, and is tried again when the account is in order
      await endLook(knex, draft, { code: error.code, advice: error.advice }, new Date());
      return error;
    }
    if (error instanceof WechatError && error.kind === 'entry') {
      await endLook(knex, draft, { state: 'failed', code: error.code, advice: error.advice }, null);
      return null;
    }
    strapi.log.warn(`WeChat draft of ${draft.document_id}: ${String(error)}`);
    await postpone(pushing, draft, error);
    return null;
  }
}

async function postpone({ knex }: Pushing, draft: Draft, error: unknown): Promise<void> {
  const attempts = draft.attempts + 1;
  const wait = backoff(attempts, PATIENCE);
  const known = error instanceof WechatError ? error : null;
  const advice = known?.advice ?? '微信接口没有回答，稍后自动再试；一直这样请系统管理员检查网络';
  const given = wait === null ? { state: 'failed' as const } : {};
  const next = wait === null ? null : new Date(Date.now() + wait);
  await endLook(knex, draft, { ...given, attempts, code: known?.code ?? null, advice }, next);
}
