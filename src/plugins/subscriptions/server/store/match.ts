import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import type { Transaction } from '../../../disclosure/server/types';
import { type Facts, filtersSchema, fitting, readFacts } from '../../../exchange/server/interest';
import { dueAt, FREQUENCIES } from '../frequency';
import { settingsOf } from '../settings';

/** Entries of the log that are compared at once. */
const AT_ONCE = 100;
/** Milliseconds until what the search has not read yet is looked at again. */
const AGAIN_MS = 1_000;

type Hit = { interest_id: string; seq: number; document_id: string };

/**
 * Compares what is new in the log with every interest, each once for all who share it, and notes when they are to
 * be told. One instance at a time; what it notes and how far it came commit together.
 *
 * @returns when to look again; null: with the next change
 */
export async function matchChanges(strapi: Core.Strapi, now = new Date()): Promise<Date | null> {
  for (;;) {
    const step = await inTransaction(strapi, (trx) => matchSome(strapi, trx, now));
    if (step === 'waits') return new Date(Date.now() + AGAIN_MS);
    if (step === 'done') return null;
  }
}

async function matchSome(
  strapi: Core.Strapi,
  trx: Transaction,
  now: Date,
): Promise<'more' | 'done' | 'waits'> {
  const { rows } = await trx.raw('select position from subscription_matcher for update skip locked');
  if (rows.length === 0) return 'waits';
  const facts = await readFacts(trx, Number(rows[0].position), AT_ONCE);
  const last = facts.at(-1);
  if (!last) return 'done';
  const hits = await findHits(strapi, trx, facts.filter(isNews));
  if (!hits) return 'waits';
  if (hits.length > 0) {
    await trx('subscription_hits').insert(hits).onConflict(['interest_id', 'seq']).ignore();
    await setDue(strapi, trx, [...new Set(hits.map(({ interest_id }) => interest_id))], now);
  }
  await trx('subscription_matcher').update({ position: last.seq });
  return 'more';
}

/** What citizens are told of: what is public for the first time, or again, or corrected. */
const isNews = ({ change, state }: Facts): boolean =>
  state === 'live' && (change === 'published' || change === 'corrected');

async function findHits(
  strapi: Core.Strapi,
  trx: Transaction,
  news: readonly Facts[],
): Promise<Hit[] | null> {
  if (news.length === 0) return [];
  const interests = await trx('subscription_interests').select('id', 'filters');
  const hits: Hit[] = [];
  for (const { id, filters } of interests) {
    const found = await fitting(strapi, filtersSchema.parse(fromJson(filters)), news, false);
    if (!found) return null;
    hits.push(
      ...found.map(({ seq, documentId }) => ({ interest_id: String(id), seq, document_id: documentId })),
    );
  }
  return hits;
}

async function setDue(
  strapi: Core.Strapi,
  trx: Transaction,
  interests: readonly string[],
  now: Date,
): Promise<void> {
  const calendar = await loadCalendar(strapi);
  for (const frequency of FREQUENCIES) {
    await trx('subscriptions')
      .whereIn('interest_id', [...interests])
      .where({ state: 'active', frequency })
      .whereNull('due_at')
      .update({ due_at: dueAt(frequency, now, settingsOf(strapi), calendar) });
  }
}
