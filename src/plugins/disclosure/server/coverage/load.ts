import type { Knex } from 'knex';
import { addDays } from '../rules/dates';
import type { PublicationFact } from './compute';
import type { Period } from './period';

/** A department under a row: `members` are the row and those merged into it. */
export type Pair = { code: string; department: string; members: readonly string[] };

/** The day on which a publication counts; the index `publications_coverage` has it. */
const COUNTED = "coalesce(due_on, (first_published_at at time zone 'Asia/Shanghai')::date)";
const FIRST_DAY = "(first_published_at at time zone 'Asia/Shanghai')::date";
const LATE = `(due_on is not null and ${FIRST_DAY} > due_on)`;

/** The rows that were merged into each of some rows, with the row itself. */
export async function loadMembers(knex: Knex, codes: readonly string[]): Promise<Map<string, string[]>> {
  const members = new Map(codes.map((code) => [code, [code]]));
  const rows = await knex('catalogue_lineage')
    .whereIn('code', [...codes])
    .select('code', 'member');
  for (const { code, member } of rows) members.get(String(code))?.push(String(member));
  return members;
}

export type Tally = { member: string; department: string; due: number; late: number };

/** How many publications of each row and department count in the period, and how many of them were late. */
export async function loadTallies(
  knex: Knex,
  members: readonly string[],
  department: string | undefined,
  { from, to }: Period,
): Promise<Tally[]> {
  const { rows } = await knex.raw(
    `select catalogue_item as member, owner as department, count(*)::int as due, (count(*) filter (where ${LATE}))::int as late
       from publications
      where catalogue_item = any(?::text[]) ${department ? 'and owner = ?' : ''}
        and ${COUNTED} between ?::date and ?::date
      group by catalogue_item, owner`,
    [[...members], ...(department ? [department] : []), from, to],
  );
  return rows as Tally[];
}

/** A pair with each of its members: what the statements below go by. */
function unnested(pairs: readonly Pair[]): [string[], string[], string[]] {
  const flat = pairs.flatMap(({ code, department, members }) =>
    members.map((member) => ({ code, department, member })),
  );
  return [
    flat.map(({ code }) => code),
    flat.map(({ department }) => department),
    flat.map(({ member }) => member),
  ];
}

export const keyOf = ({ code, department }: Pick<Pair, 'code' | 'department'>): string =>
  `${code} ${department}`;

export type Presence = { ever: boolean; standing: boolean };

/** Whether anything was ever published by each pair, and whether something was public at the end of a day. */
export async function loadPresence(
  knex: Knex,
  pairs: readonly Pair[],
  day: string,
): Promise<Map<string, Presence>> {
  const { rows } = await knex.raw(
    `select pair.code, pair.department, bool_or(past.found is not null) as ever, bool_or(live.found is not null) as standing
       from unnest(?::text[], ?::text[], ?::text[]) as pair(code, department, member)
       left join lateral (
         select 1 as found from publications where catalogue_item = pair.member and owner = pair.department limit 1
       ) as past on true
       left join lateral (
         select 1 as found from publications
          where catalogue_item = pair.member and owner = pair.department
            and first_published_at < ?::date::timestamp at time zone 'Asia/Shanghai'
            and (state = 'live' or withdrawn_at >= ?::date::timestamp at time zone 'Asia/Shanghai')
          limit 1
       ) as live on true
      group by pair.code, pair.department`,
    [...unnested(pairs), addDays(day, 1), addDays(day, 1)],
  );
  return new Map(
    (rows as (Presence & Pair)[]).map((row) => [keyOf(row), { ever: row.ever, standing: row.standing }]),
  );
}

/** Some of the publications that count, of each pair: the late ones first, then the latest. */
export async function loadPublications(
  knex: Knex,
  pairs: readonly Pair[],
  { from, to }: Period,
  limit: number,
): Promise<Map<string, PublicationFact[]>> {
  const { rows } = await knex.raw(
    `select pair.code, pair.department, chosen.document_id as "documentId", p.type as uid, p.title, p.due_on::text as "dueOn",
            ${FIRST_DAY.replace('first_published_at', 'p.first_published_at')}::text as "publishedOn",
            (p.withdrawn_at at time zone 'Asia/Shanghai')::date::text as "withdrawnOn"
       from unnest(?::text[], ?::text[], ?::text[]) as pair(code, department, member)
       cross join lateral (
         select document_id, ${LATE} as late, ${COUNTED} as counted from publications
          where catalogue_item = pair.member and owner = pair.department
            and ${COUNTED} between ?::date and ?::date
          order by ${LATE} desc, ${COUNTED} desc, document_id limit ?
       ) as chosen
       join publications p on p.document_id = chosen.document_id
      order by chosen.late desc, chosen.counted desc, chosen.document_id`,
    [...unnested(pairs), from, to, limit],
  );
  const found = new Map<string, PublicationFact[]>();
  for (const { code, department, ...fact } of rows as (PublicationFact & Pair)[]) {
    const list = found.get(keyOf({ code, department })) ?? [];
    if (list.length < limit) found.set(keyOf({ code, department }), [...list, fact]);
  }
  return found;
}

/**
 * The days on which each pair published an edition, between two days. `offset 0` keeps the order of the
 * joins: from the pairs by index, whatever the planner thinks of the length of a list.
 */
export async function loadEditionDays(
  knex: Knex,
  pairs: readonly Pair[],
  from: string,
  to: string,
): Promise<Map<string, string[]>> {
  if (pairs.length === 0) return new Map();
  const { rows } = await knex.raw(
    `select pair.code, pair.department,
            array_agg(distinct (e.published_at at time zone 'Asia/Shanghai')::date::text) as days
       from unnest(?::text[], ?::text[], ?::text[]) as pair(code, department, member)
       cross join lateral (
         select document_id from publications
          where catalogue_item = pair.member and owner = pair.department offset 0
       ) as p
       cross join lateral (
         select published_at from editions
          where document_id = p.document_id
            and published_at >= ?::date::timestamp at time zone 'Asia/Shanghai'
            and published_at < ?::date::timestamp at time zone 'Asia/Shanghai' offset 0
       ) as e
      group by pair.code, pair.department`,
    [...unnested(pairs), from, addDays(to, 1)],
  );
  return new Map((rows as (Pair & { days: string[] })[]).map((row) => [keyOf(row), row.days]));
}
