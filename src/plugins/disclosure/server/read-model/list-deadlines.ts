import type { Knex } from 'knex';
import { shanghaiDateOf } from '../rules/dates';
import { fromJson } from './json';
import { narrow, type PublicationFilters } from './list-publications';

/** The days of a publication that people count on, and where the read model has them as ISO texts. */
export const DEADLINES = {
  commentsUntil: { label: '征求意见截止', sql: "(detail #>> '{attributes,commentsUntil}')" },
  meetingOn: { label: '会议', sql: "(detail #>> '{attributes,meetingOn}')" },
  takeDownOn: { label: '公示截止', sql: 'take_down_on' },
} as const;
export type DeadlineName = keyof typeof DEADLINES;

export type Deadline = {
  name: DeadlineName;
  label: string;
  /** YYYY-MM-DD in Asia/Shanghai */
  day: string;
  documentId: string;
  title: string;
  ownerName: string;
  domain: string;
  url: string;
  /** withdrawn before its day came */
  isCancelled: boolean;
  /** counts what has changed about it */
  revision: number;
  changedAt: Date;
};

/** Days that are over stay in the calendar for a while, for those who look back. */
export const DAYS_KEPT = 90;
const MOST = 1000;

type Row = {
  day: string | Date;
  document_id: string;
  title: string;
  owner_name: string;
  domain: string;
  summary: unknown;
  state: string;
  edition_no: number;
  published_at: Date;
  withdrawn_at: Date | null;
};

/**
 * Deadlines from a day on, by one indexed statement each: of live publications, and of those that were withdrawn
 * before the day came, whose entries are called off.
 */
export async function listDeadlines(
  knex: Knex,
  query: PublicationFilters,
  from: string,
): Promise<Deadline[]> {
  const found = await Promise.all(
    (Object.keys(DEADLINES) as DeadlineName[]).map((name) => listOne(knex, name, query, from)),
  );
  return found
    .flat()
    .sort((a, b) => a.day.localeCompare(b.day) || a.documentId.localeCompare(b.documentId))
    .slice(0, MOST);
}

async function listOne(
  knex: Knex,
  name: DeadlineName,
  query: PublicationFilters,
  from: string,
): Promise<Deadline[]> {
  const { label, sql } = DEADLINES[name];
  const rows = (await narrow(knex('publications'), query)
    .whereRaw(`${sql} >= ?`, [from])
    // what ended by itself was not called off: it was withdrawn after its day
    .whereRaw(`(state = 'live' or (withdrawn_at at time zone 'Asia/Shanghai')::date <= (${sql})::date)`)
    .orderByRaw(sql)
    .limit(MOST)
    .select('document_id', 'title', 'owner_name', 'domain', 'summary', 'state', 'edition_no')
    .select('published_at', 'withdrawn_at', knex.raw(`(${sql})::text as day`))) as Row[];
  return rows.map((row) => {
    const isCancelled = row.state !== 'live';
    return {
      name,
      label,
      day: shanghaiDateOf(row.day),
      documentId: row.document_id,
      title: row.title,
      ownerName: row.owner_name,
      domain: row.domain,
      url: fromJson<{ url: string }>(row.summary).url,
      isCancelled,
      revision: 2 * row.edition_no + (isCancelled ? 1 : 0),
      changedAt: row.withdrawn_at ?? row.published_at,
    };
  });
}
