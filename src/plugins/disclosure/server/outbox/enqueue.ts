import type { Core } from '@strapi/strapi';
import { redact } from '../privacy/redact';
import { waitForOwnCache } from '../response-cache/hear';
import type { Transaction, VerbName } from '../types';
import type { VerbContext, VerbResult } from '../verbs/verb';
import { type OutboxPayload, subscribersOf } from './subscriptions';
import { isPublicTopic, topicsOf } from './topics';

/** The channel on which every instance hears, after the commit, which publications changed. */
export const CHANNEL = 'disclosure';
/** The channel that wakes what works by the clock: something waits in the outbox, or was scheduled. */
export const WAKE_CHANNEL = 'disclosure_wake';

/**
 * Leaves the work that follows a change in the outbox, in the same transaction, and announces the
 * change: PostgreSQL delivers a NOTIFY only after the commit.
 */
export async function enqueue(context: VerbContext, verb: VerbName, result: VerbResult): Promise<void> {
  const { strapi, trx, type, subject, actor, input } = context;
  const topics = topicsOf(verb, subject, actor);
  if (topics.length === 0) return;
  const { documentId } = result;
  const payload: OutboxPayload = {
    type: type.uid,
    editionNo: result.editionNo ?? null,
    owner: subject.owner,
    version: subject.version + 1,
    by: { personId: actor.personId, name: actor.name, via: actor.via },
    contributors: subject.contributors,
    reason: redact(input.reason ?? null),
    ...result.details,
  };
  const domain = type.domain.slug;
  for (const topic of topics) await announce(strapi, trx, { topic, documentId, domain, payload });
}

type Announcement = { topic: string; documentId: string; domain: string; payload: OutboxPayload };

/** Leaves one event in the outbox, and tells every instance after the commit where the public sees something else. */
export async function announce(
  strapi: Core.Strapi,
  trx: Transaction,
  { topic, documentId, domain, payload }: Announcement,
): Promise<void> {
  await insert(trx, topic, documentId, payload, subscribersOf(strapi, topic));
  if (isPublicTopic(topic)) {
    await trx.raw('select pg_notify(?, ?)', [CHANNEL, JSON.stringify({ topic, documentId, domain })]);
    waitForOwnCache(trx);
  }
  await trx.raw('select pg_notify(?, ?)', [WAKE_CHANNEL, '']);
}

/** One statement: the event, and a place in the queue of each subscriber. */
const insert = (
  trx: Transaction,
  topic: string,
  documentId: string,
  payload: OutboxPayload,
  subscribers: readonly string[],
) =>
  trx.raw(
    `with event as (
       insert into outbox (topic, document_id, payload) values (?, ?, ?) returning id
     )
     insert into outbox_deliveries (outbox_id, subscriber) select id, unnest(?::text[]) from event`,
    [topic, documentId, JSON.stringify(payload), [...subscribers]],
  );
