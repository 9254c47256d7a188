import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { DisclosureError } from '../../../disclosure/server/errors';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { Member } from '../../../disclosure/server/types';
import type { Mapping } from '../mapping/mapping';
import type { Counts, Source, Target } from '../types';

export type JobState = 'ready' | 'running' | 'done' | 'failed';

/** One import: a row of the table `imports`. */
export type Job = {
  id: string;
  personId: string;
  department: string;
  reviewerId: string | null;
  type: string;
  source: string;
  fileName: string;
  sha256: string;
  mapping: Mapping;
  target: Target;
  state: JobState;
  total: number | null;
  counts: Partial<Counts>;
  message: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

const COLUMNS: Record<keyof Job, string> = {
  id: 'id',
  personId: 'person_id',
  department: 'department',
  reviewerId: 'reviewer_id',
  type: 'type',
  source: 'source',
  fileName: 'file_name',
  sha256: 'sha256',
  mapping: 'mapping',
  target: 'target',
  state: 'state',
  total: 'total',
  counts: 'counts',
  message: 'message',
  createdAt: 'created_at',
  finishedAt: 'finished_at',
};

type Row = Record<string, unknown>;

const toRow = (job: Partial<Job>): Row =>
  Object.fromEntries(
    Object.entries(job).map(([name, value]) => [
      COLUMNS[name as keyof Job],
      name === 'mapping' || name === 'counts' ? JSON.stringify(value) : value,
    ]),
  );

const toJob = (row: Row): Job => ({
  ...(Object.fromEntries(Object.entries(COLUMNS).map(([name, column]) => [name, row[column]])) as Job),
  mapping: fromJson<Mapping>(row.mapping),
  counts: fromJson<Job['counts']>(row.counts),
});

type NewJob = Omit<Job, 'createdAt' | 'finishedAt'>;

/** A job of a member for a source, before anything of it is written; its rows stay drafts. */
export const newJob = (member: Member, type: string, source: Source): NewJob => ({
  id: randomUUID(),
  personId: member.personId,
  department: member.department,
  reviewerId: null,
  type,
  source: source.name,
  fileName: source.name,
  sha256: source.sha256,
  mapping: { columns: {}, constants: {} },
  target: 'draft',
  state: 'ready',
  total: source.total,
  counts: {},
  message: null,
});

/** Writes a new job. */
export async function insertJob(knex: Knex, job: NewJob): Promise<void> {
  await knex('imports').insert(toRow(job));
}

export async function updateJob(knex: Knex, id: string, values: Partial<Job>): Promise<void> {
  await knex('imports')
    .where({ id })
    .update({ ...toRow(values), updated_at: new Date() });
}

export async function findJob(knex: Knex, id: string): Promise<Job | null> {
  const row = (await knex('imports').where({ id }).first()) as Row | undefined;
  return row ? toJob(row) : null;
}

/** The last jobs of a person, newest first. */
export async function jobsOf(knex: Knex, personId: string, limit: number): Promise<Job[]> {
  const rows = (await knex('imports')
    .where({ person_id: personId })
    .orderBy('created_at', 'desc')
    .limit(limit)) as Row[];
  return rows.map(toJob);
}

/**
 * Removes an import that was not begun, with its file. One statement: it may be begun at the same moment.
 *
 * @throws DisclosureError INVALID_TRANSITION once rows may have been written: their report stays
 */
export async function removePending(knex: Knex, { id }: Pick<Job, 'id'>): Promise<void> {
  const removed = await knex('imports').where({ id, state: 'ready' }).delete();
  if (removed === 0)
    throw new DisclosureError('INVALID_TRANSITION', '这次导入已经开始，不能删除；导入的草稿可以逐条删除');
}

/** The same import of the same person that was not finished. */
export async function findUnfinished(
  knex: Knex,
  { personId, type, source, sha256 }: Pick<Job, 'personId' | 'type' | 'source' | 'sha256'>,
): Promise<Job | null> {
  const row = (await knex('imports')
    .where(toRow({ personId, type, source, sha256 }))
    .whereIn('state', ['running', 'failed'])
    .orderBy('created_at', 'desc')
    .first()) as Row | undefined;
  return row ? toJob(row) : null;
}
