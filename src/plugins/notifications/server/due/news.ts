import type { Core } from '@strapi/strapi';
import { redact } from '../../../disclosure/server/privacy/redact';
import type { Transaction } from '../../../disclosure/server/types';
import { type DailyNews, dailyLooks } from '../daily-looks';
import { type Facts, type Person, recipientsOf } from '../recipients';
import { tell } from '../store/write';

/** What the looks of other plugins find on a day, without what has been told already. */
export async function findNews(strapi: Core.Strapi, trx: Transaction, today: string): Promise<DailyNews[]> {
  const found: DailyNews[] = [];
  for (const look of dailyLooks(strapi)) found.push(...(await look(strapi, trx, today)));
  const rows = await trx('notifications')
    .whereIn(
      'key',
      found.map(({ key }) => key),
    )
    .distinct('key');
  const told = new Set(rows.map(({ key }) => String(key)));
  return found.filter(({ key }) => !told.has(key));
}

/** Tells departments of it. */
export async function tellNews(
  strapi: Core.Strapi,
  trx: Transaction,
  people: readonly Person[],
  news: readonly DailyNews[],
  now: Date,
): Promise<void> {
  for (const { owner, ...notice } of news) {
    const facts: Facts = { owner, reviewedBy: owner, state: 'published', contributors: [], by: null };
    const told = { ...notice, title: redact(notice.title) };
    await tell(strapi, trx, recipientsOf(notice.kind, facts, people), told, now);
  }
}
