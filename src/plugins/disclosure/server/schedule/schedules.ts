import type { Knex } from 'knex';
import { shanghaiInstant } from '../rules/dates';
import { nextState, type Transition } from '../rules/decide';
import type { State, Transaction } from '../types';
import type { VerbContext } from '../verbs/verb';

/** What waits to be published; `publish_at` has come when a job gets it. */
export type DueSchedule = { document_id: string; type: string };

/** The states in which a document has a row: it waits, or it could not be published. */
const WITH_A_ROW: readonly (State | null)[] = ['scheduled', 'approved'];

export async function writeSchedule(context: VerbContext, publishAt: Date): Promise<void> {
  const { strapi, trx, subject, type, actor } = context;
  const row = { type: type.uid, publish_at: publishAt, scheduled_by: actor.personId, failure: null };
  await strapi.db
    .connection('schedules')
    .transacting(trx)
    .insert({ document_id: subject.documentId, ...row })
    .onConflict('document_id')
    .merge(row);
}

/** Ends the schedule with the state that it belongs to, whichever verb ended that. */
export async function endSchedule({ strapi, trx, subject }: VerbContext, verb: Transition): Promise<void> {
  const next = nextState(verb, subject);
  if (!WITH_A_ROW.includes(subject.state) || next === subject.state || next === 'scheduled') return;
  await strapi.db
    .connection('schedules')
    .transacting(trx)
    .where({ document_id: subject.documentId })
    .delete();
}

/** Says on a document that is 待发布 again why it could not be published at its time. */
export async function keepFailure(
  trx: Transaction,
  failed: { documentId: string; type: string; publishAt: Date; scheduledBy: string; failure: string },
): Promise<void> {
  await trx('schedules').insert({
    document_id: failed.documentId,
    type: failed.type,
    publish_at: failed.publishAt,
    scheduled_by: failed.scheduledBy,
    failure: failed.failure,
  });
}

/** The schedule of a document as the desk shows it. */
export async function findSchedule(
  knex: Knex,
  documentId: string,
): Promise<{ publishAt: string; failure: string | null } | null> {
  const row = await knex('schedules').where({ document_id: documentId }).first('publish_at', 'failure');
  return row ? { publishAt: shanghaiInstant(row.publish_at), failure: row.failure } : null;
}

/** What is due to be published, the earliest first. */
export async function listDue(knex: Knex, now: Date, limit: number): Promise<DueSchedule[]> {
  return knex('schedules')
    .whereNull('failure')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .limit(limit)
    .select('document_id', 'type');
}

/** The row of a document that is still due; null when somebody else has dealt with it. */
export async function stillDue(
  trx: Transaction,
  documentId: string,
  now: Date,
): Promise<{ publish_at: Date; scheduled_by: string } | null> {
  const row = await trx('schedules')
    .where({ document_id: documentId })
    .whereNull('failure')
    .where('publish_at', '<=', now)
    .first('publish_at', 'scheduled_by');
  return row ?? null;
}

/** The instant of the next publication, one that is overdue included; null when nothing waits. */
export async function nextPublishAt(knex: Knex): Promise<Date | null> {
  const row = await knex('schedules').whereNull('failure').orderBy('publish_at').first('publish_at');
  return row?.publish_at ?? null;
}
