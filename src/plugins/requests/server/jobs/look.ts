import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { nextMidnight } from '../../../disclosure/server/jobs/next-change';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { forgetFiles } from '../files/store';
import { settingsOf } from '../settings';
import { refreshClock } from '../store/write';
import { resealOld } from './reseal';

const BATCH = 200;

/** Computes the clocks of what is open anew: a paused one moves on with the day, and the calendar may have changed. */
export async function refreshOpenClocks(strapi: Core.Strapi): Promise<number> {
  let done = 0;
  for (let after = ''; ; ) {
    const rows = (await strapi.db
      .connection('information_requests')
      .select('id')
      .whereIn('state', ['handling', 'reviewing', 'approved'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)) as { id: string }[];
    if (rows.length === 0) return done;
    await inTransaction(strapi, async (trx) => {
      const calendar = await loadCalendar(strapi);
      for (const { id } of rows) await refreshClock(strapi, trx, id, calendar);
    });
    done += rows.length;
    after = String(rows.at(-1)?.id);
  }
}

/** Forgets who asked, and for what, when its time is over: what remains is counted in reports. */
export async function forgetOld(strapi: Core.Strapi): Promise<number> {
  const { keepDays } = settingsOf(strapi);
  return strapi.db
    .connection('information_requests')
    .whereIn('state', ['archived', 'withdrawn'])
    .whereNotNull('sealed')
    .whereRaw('changed_at < now() - make_interval(days => ?)', [keepDays])
    .update({ sealed: null, answer: null, traces: '{}' });
}

const sweepAttempts = (strapi: Core.Strapi) =>
  strapi.db.connection.raw(`delete from information_request_attempts where at < now() - interval '1 day'`);

let looked: string | null = null;

/** Once a day, and whenever the calendar has changed. */
export async function look(strapi: Core.Strapi): Promise<Date> {
  const now = new Date();
  const { rows } = await strapi.db.connection.raw(
    `select coalesce(max(updated_at)::text, '') || count(*) || current_date as state from disclosure_calendar_days`,
  );
  const state = String(rows[0].state);
  if (looked !== state) {
    await resealOld(strapi);
    await refreshOpenClocks(strapi);
    await forgetOld(strapi);
    await forgetFiles(strapi.db.connection);
    await sweepAttempts(strapi);
    looked = state;
  }
  return nextMidnight(now);
}
