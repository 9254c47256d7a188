import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { decodeCursor, encodeCursor, listKey } from '../../../disclosure/server/read-model/cursor';
import { code, page } from '../../../disclosure/server/read-model/query-schema';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import { hasDuty, watches } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import type { QueueAnswer } from '../../shared/contract';
import { OPEN, STATES } from '../../shared/states';
import { settingsOf } from '../settings';
import { findRequests } from '../store/rows';
import { lookAt } from './item';
import { numbersMeant, spanOf, within } from './queue-filters';

export const queueQuerySchema = z.strictObject({
  ...page,
  /** `open`: all that still have to be answered */
  state: z.enum(['open', ...STATES.map(({ code: state }) => state)]).default('open'),
  department: code('department').optional(),
  number: code('number').optional(),
  urgency: z.enum(['overdue', 'red', 'amber', 'lapsed'], '请从列表中选择紧急程度').optional(),
});

/**
 * SQL: the day by which the queue is ordered. What waits for the applicant stands behind all that is due; once her term has passed it
 * can be gone on with, and stands where that day is.
 */
const STANDS_AT = `coalesce(due_on, case when applicant_by < ?::date then applicant_by end, '9999-12-31')`;

/** The requests that a member sees, by their due date: what can be done first stands first. */
export async function readQueue(
  strapi: Core.Strapi,
  member: Member,
  { limit, cursor, state, department, number, urgency }: z.infer<typeof queueQuerySchema>,
): Promise<QueueAnswer> {
  const owner = watches(member) ? department : member.department;
  const key = listKey({ requests: true, state, owner, number, urgency });
  const after = cursor ? decodeCursor(cursor, key) : null;
  const knex = strapi.db.connection;
  const today = todayInShanghai();
  const calendar = await loadCalendar(strapi);
  const rows = await knex('information_requests')
    .select('id', knex.raw(`${STANDS_AT}::text as due`, [today]))
    .whereIn('state', state === 'open' ? [...OPEN] : [state])
    .modify((query) => {
      if (owner) query.where({ owner });
      if (number) query.whereIn('number', numbersMeant(number, Number(today.slice(0, 4))));
      if (urgency === 'lapsed') query.whereNull('due_on').where('applicant_by', '<', today);
      else if (urgency) within(query, spanOf(urgency, settingsOf(strapi).clock, calendar, today));
      if (after) query.whereRaw(`(${STANDS_AT}, id) > (?::date, ?)`, [today, after.value, after.id]);
    })
    .orderByRaw(`${STANDS_AT}, id`, [today])
    .limit(limit + 1);
  const shown = (rows as { id: string; due: string }[]).slice(0, limit);
  const requests = await findRequests(
    knex,
    shown.map(({ id }) => id),
  );
  const items = await Promise.all(requests.map(async (row) => (await lookAt(strapi, row)).item));
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor({ value: last.due, id: last.id }, key) : null;
  return {
    data: items,
    meta: {
      ...{ nextCursor, counts: await countStates(strapi, owner), isWhole: watches(member) },
      enters: hasDuty(member, 'supervisor') ? null : member.department,
    },
  };
}

async function countStates(strapi: Core.Strapi, owner: string | undefined): Promise<Record<string, number>> {
  const rows = await strapi.db
    .connection('information_requests')
    .modify((query) => {
      if (owner) query.where({ owner });
    })
    .select('state')
    .count('* as n')
    .groupBy('state');
  return Object.fromEntries(
    (rows as { state: string; n: string }[]).map(({ state, n }) => [state, Number(n)]),
  );
}
