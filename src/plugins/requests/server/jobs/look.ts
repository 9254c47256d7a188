import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { nextMidnight } from '../../../disclosure/server/jobs/next-change';
import { forgetNotices } from '../documents/forget';
import { forgetFiles } from '../files/store';
import { isCalendarNew } from '../notices/calendar-mark';
import { tellMoved } from '../notices/tell-moved';
import { settingsOf } from '../settings';
import { refreshClock } from '../store/write';
import { forgetNotes } from './forget-notes';
import { resealOld } from './reseal';

const BATCH = 200;

/**
 * Computes the clocks of what is open anew: a paused one moves on with the day, and the calendar may have changed. A changed
 * calendar says so: to the departments, and in the audit log of each request whose term has moved.
 */
export async function refreshOpenClocks(strapi: Core.Strapi): Promise<number> {
  let done = 0;
  const isNew = await isCalendarNew(strapi);
  for (let after = ''; ; ) {
    const rows = (await strapi.db
      .connection('information_requests')
      .select('id', 'number', 'owner', 'version', strapi.db.connection.raw('due_on::text as due'))
      .whereIn('state', ['handling', 'reviewing', 'approved'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)) as Moving[];
    if (rows.length === 0) break;
    await inTransaction(strapi, async (trx) => {
      for (const row of rows) {
        const { dueOn, isProvisional } = await refreshClock(strapi, trx, row.id);
        const hasMoved = dueOn && row.due && dueOn !== row.due && !isProvisional;
        if (isNew && hasMoved) await tellMoved(strapi, trx, row, { from: row.due as string, to: dueOn });
      }
    });
    done += rows.length;
    after = String(rows.at(-1)?.id);
  }
  await isNew?.remember();
  return done;
}

type Moving = { id: string; number: string | null; owner: string; version: number; due: string | null };

/** Forgets who asked, and for what, when its time is over: what remains is counted in reports. */
export async function forgetOld(strapi: Core.Strapi): Promise<number> {
  const { keepDays } = settingsOf(strapi);
  const forgotten: number = await strapi.db
    .connection('information_requests')
    .whereIn('state', ['archived', 'withdrawn'])
    .whereNotNull('sealed')
    // what a court may still ask for is kept
    .whereRaw(
      'not exists (select 1 from information_request_disputes d where d.request_id = information_requests.id and d.closed_on is null)',
    )
    .whereRaw('changed_at < now() - make_interval(days => ?)', [keepDays])
    .update({ sealed: null, answer: null, traces: '{}' });
  await strapi.db.connection.raw(
    'delete from information_request_suggestions where request_id in (select id from information_requests where sealed is null)',
  );
  await forgetNotices(strapi);
  await forgetNotes(strapi);
  return forgotten;
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
