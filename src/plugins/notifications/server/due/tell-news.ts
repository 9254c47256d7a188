import type { Core } from '@strapi/strapi';
import { redact } from '../../../disclosure/server/privacy/redact';
import type { Transaction } from '../../../disclosure/server/types';
import { type DailyNews, dailyLooks } from '../daily-looks';
import type { Person } from '../recipients';
import { recipientsOf } from '../recipients';
import { tell } from '../store/write';

/** Tells departments what the looks of other plugins have found, and each of it once. */
export async function tellNews(
  strapi: Core.Strapi,
  trx: Transaction,
  people: readonly Person[],
  today: string,
  now: Date,
): Promise<void> {
  for (const look of dailyLooks(strapi)) {
    const news = await look(strapi, trx, today);
    const told = await keysAmong(trx, news);
    for (const one of news.filter(({ key }) => !told.has(key))) {
      const { owner, ...notice } = one;
      const facts = { owner, reviewedBy: owner, state: 'published' as const, contributors: [], by: null };
      await tell(
        strapi,
        trx,
        recipientsOf(one.kind, facts, people),
        { ...notice, title: redact(notice.title) },
        now,
      );
    }
  }
}

async function keysAmong(trx: Transaction, news: readonly DailyNews[]): Promise<Set<string>> {
  const keys = news.map(({ key }) => key);
  const rows = await trx('notifications').whereIn('key', keys).distinct('key');
  return new Set(rows.map(({ key }) => String(key)));
}
