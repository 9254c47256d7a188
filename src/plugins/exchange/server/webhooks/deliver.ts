import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { backoff } from '../../../disclosure/server/outbox/backoff';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import { siteOf } from '../../../disclosure/server/site/addresses';
import type { Transaction } from '../../../disclosure/server/types';
import { applyProfile } from '../format/profile';
import { DEFAULT, profilesOf } from '../format/profiles';
import { fitting, readFacts } from '../interest';
import { type Change, readChanges } from '../log/changes';
import { digestFiles, unreadFiles } from '../log/digests';
import { presentChange } from '../log/present-change';
import { settingsOf } from '../settings';
import { post } from './post';
import { signedHeaders } from './sign';
import { findTarget, openSecret, type Target } from './targets';
import { tellOffice } from './tell-office';
import { countWaiting, firstOfEach, MOST_WAITING, putBehind, putOff, release, type Waiting } from './waiting';

/** From ten seconds to six hours between tries; when it ends is counted in days. */
const PATIENCE = { first: 10_000, longest: 6 * 3_600_000, attempts: Number.POSITIVE_INFINITY };
const DAY = 86_400_000;
/** Entries that are compared with a target's filters at once. */
const LOOKED_AT = 200;
/** Milliseconds until what somebody else works at, or has not read yet, is looked at again. */
const AGAIN_MS = 1_000;

/** What one step did: there may be more to do at once, or nothing before an instant (null: before the next change). */
export type Step = { more: true } | { more: false; next: Date | null };
const nothingBefore = (next: Date | null): Step => ({ more: false, next });

/**
 * One step for one target: its next entry is sent and the outcome kept, in one transaction under a lock of the
 * target, so that several instances send nothing twice and nothing out of order. A crash between the target's yes
 * and the commit repeats the message with the same `webhook-id`.
 */
export function deliverOne(strapi: Core.Strapi, targetId: string, now = new Date()): Promise<Step> {
  return inTransaction(strapi, async (trx) => {
    if (!(await claim(trx, targetId))) return nothingBefore(new Date(Date.now() + AGAIN_MS));
    const target = await findTarget(trx, targetId);
    if (target?.state !== 'active') return nothingBefore(null);
    const waiting = await firstOfEach(trx, targetId);
    const due = waiting.find(({ nextTryAt }) => nextTryAt <= now);
    if (due) return send(strapi, trx, target, due, now);
    const next = soonest(waiting);
    if ((await countWaiting(trx, targetId)) >= MOST_WAITING) return nothingBefore(next);
    return goOn(strapi, trx, target, new Set(waiting.map(({ documentId }) => documentId)), { now, next });
  });
}

async function claim(trx: Transaction, targetId: string): Promise<boolean> {
  const { rows } = await trx.raw(
    "select pg_try_advisory_xact_lock(hashtextextended('webhook:' || ?, 0)) as ours",
    [targetId],
  );
  return rows[0].ours === true;
}

const soonest = (waiting: readonly Waiting[]): Date | null =>
  waiting.length > 0 ? new Date(Math.min(...waiting.map(({ nextTryAt }) => nextTryAt.getTime()))) : null;

/** Goes on in the log, to the first entry that the target wants and that waits behind no other. */
async function goOn(
  strapi: Core.Strapi,
  trx: Transaction,
  target: Target,
  held: ReadonlySet<string>,
  { now, next }: { now: Date; next: Date | null },
): Promise<Step> {
  const facts = await readFacts(trx, target.position, LOOKED_AT);
  const last = facts.at(-1);
  if (!last) return nothingBefore(next);
  const wanted = await fitting(strapi, target.filters, facts, true);
  if (!wanted) return nothingBefore(new Date(now.getTime() + AGAIN_MS));
  for (const { seq, documentId } of wanted) {
    const entry = { seq, documentId, attempts: 0, firstFailedAt: null, nextTryAt: now };
    if (!held.has(documentId)) {
      await moveTo(trx, target, seq);
      return send(strapi, trx, target, entry, now);
    }
    await putBehind(trx, target.id, entry);
  }
  await moveTo(trx, target, last.seq);
  return { more: true };
}

/** Not where the office has set the target back meanwhile. */
const moveTo = (trx: Transaction, { id, position }: Target, seq: number) =>
  trx('webhook_targets').where({ id, position }).update({ position: seq });

async function send(
  strapi: Core.Strapi,
  trx: Transaction,
  target: Target,
  entry: Waiting,
  now: Date,
): Promise<Step> {
  const change = await readEntry(strapi, trx, entry.seq);
  const posted = await post(target.url, ...message(strapi, target, change, now), settingsOf(strapi));
  const attempt = entry.attempts + 1;
  const isTaken = posted.error === null;
  const outcome = isTaken
    ? 'delivered'
    : await keepFailure(strapi, trx, target, { ...entry, attempts: attempt }, now);
  if (outcome !== 'failed') await release(trx, target.id, entry.seq);
  if (isTaken) {
    await trx('webhook_targets')
      .where({ id: target.id })
      .update({ failing_since: null, last_success_at: now });
  }
  await trx('webhook_deliveries').insert({
    target_id: target.id,
    seq: entry.seq,
    document_id: entry.documentId,
    change: change.change,
    attempt,
    at: now,
    outcome,
    ...posted,
  });
  return { more: true };
}

async function readEntry(strapi: Core.Strapi, trx: Transaction, seq: number): Promise<Change> {
  const read = async () => (await readChanges(trx, seq - 1, 1)).changes[0] as Change;
  const change = await read();
  const unread = unreadFiles(change);
  if (unread.length === 0) return change;
  await digestFiles(strapi, unread);
  return read();
}

function message(
  strapi: Core.Strapi,
  target: Target,
  change: Change,
  now: Date,
): [headers: Record<string, string>, body: string] {
  const profiles = profilesOf(strapi);
  const profile = profiles.get(target.profile) ?? profiles.get(DEFAULT);
  if (!profile) throw new Error('the default profile is always there');
  const body = JSON.stringify({
    type: `publication.${change.change}`,
    timestamp: shanghaiInstant(change.at),
    data: applyProfile(profile, presentChange(change, siteOf(strapi))),
  });
  return [signedHeaders(openSecret(strapi, target), { id: `change-${change.seq}`, at: now, body }), body];
}

/** Puts an entry off, gives it up after days, or pauses a target that has taken nothing for days. */
async function keepFailure(
  strapi: Core.Strapi,
  trx: Transaction,
  target: Target,
  entry: Waiting,
  now: Date,
): Promise<'failed' | 'given-up'> {
  const { retryDays, pauseAfterDays } = settingsOf(strapi);
  const failingSince = target.failingSince ?? now;
  const firstFailedAt = entry.firstFailedAt ?? now;
  const isSilent = now.getTime() - failingSince.getTime() >= pauseAfterDays * DAY;
  await trx('webhook_targets')
    .where({ id: target.id })
    .update({
      failing_since: failingSince,
      ...(isSilent ? { state: 'paused', pause_reason: `连续${pauseAfterDays}天推送失败,已自动暂停` } : {}),
    });
  if (isSilent) await tellOffice(strapi, trx, target, now);
  // a target that takes others is not held up for ever by one that it does not take
  const takesOthers = target.lastSuccessAt !== null && target.lastSuccessAt > firstFailedAt;
  if (takesOthers && now.getTime() - firstFailedAt.getTime() >= retryDays * DAY) return 'given-up';
  const wait = backoff(entry.attempts, PATIENCE) ?? PATIENCE.longest;
  await putOff(trx, target.id, { ...entry, firstFailedAt, nextTryAt: new Date(now.getTime() + wait) });
  return 'failed';
}
