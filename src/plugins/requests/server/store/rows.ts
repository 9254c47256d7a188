import type { Core } from '@strapi/strapi';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { Transaction } from '../../../disclosure/server/types';
import type { ApplicantKind } from '../../shared/applicants';
import type { Channel } from '../../shared/choices';
import type { RequestKind } from '../../shared/kinds';
import type { RequestState } from '../../shared/states';
import type { Applicant, Form, Wanted } from '../application/schema';
import { type EventType, eventSchema, type RequestEvent } from '../clock/events';
import { openFor } from './keys';

/** A row of `information_requests`; days are `YYYY-MM-DD`. */
export type RequestRow = {
  id: string;
  number: string | null;
  state: RequestState;
  owner: string;
  channel: Channel;
  applicantKind: ApplicantKind;
  sealed: string | null;
  applicantKey: string;
  traces: string[];
  medium: Form['medium'];
  delivery: Form['delivery'];
  submittedAt: Date;
  receivedOn: string | null;
  dueOn: string | null;
  outcome: string | null;
  answeredOn: string | null;
  answer: string | null;
  authors: string[];
  version: number;
  splitFrom: string | null;
  kind: RequestKind;
  /** the department has asked the office for a transfer */
  asksTransfer: boolean;
  /** of what is answered anew: the answer that statistics have counted */
  firstOutcome: string | null;
  firstAnsweredOn: string | null;
  /** 撤回: it was ended by the applicant, and is answered by nobody */
  withdrawnOn: string | null;
};

const COLUMNS = `id, number, state, owner, channel, applicant_kind as "applicantKind", sealed, applicant_key as "applicantKey",
  traces::text[], medium, delivery, submitted_at as "submittedAt", received_on::text as "receivedOn", due_on::text as "dueOn",
  outcome, answered_on::text as "answeredOn", answer, authors, version, split_from as "splitFrom",
  kind, asks_transfer as "asksTransfer", first_outcome as "firstOutcome", first_answered_on::text as "firstAnsweredOn",
  withdrawn_on::text as "withdrawnOn"`;

type Reader = Transaction | Core.Strapi['db']['connection'];

export async function findRequest(knex: Reader, id: string, lock = false): Promise<RequestRow | null> {
  const { rows } = await knex.raw(
    `select ${COLUMNS} from information_requests where id = ?${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0] ? toRow(rows[0]) : null;
}

/** Strapi's driver gives JSON as text. */
const toRow = (row: RequestRow & { authors: unknown }): RequestRow => ({
  ...row,
  authors: fromJson<string[]>(row.authors),
});

/** Several requests by one statement, in the order in which they are named. */
export async function findRequests(knex: Reader, ids: readonly string[]): Promise<RequestRow[]> {
  const { rows } = await knex.raw(
    `select ${COLUMNS} from information_requests where id = any(?) order by array_position(?::text[], id)`,
    [[...ids], [...ids]],
  );
  return (rows as RequestRow[]).map(toRow);
}

export async function findByCode(
  knex: Reader,
  codeKeys: readonly string[],
  lock = false,
): Promise<RequestRow | null> {
  const { rows } = await knex.raw(
    `select ${COLUMNS} from information_requests where code_key = any(?)${lock ? ' for update' : ''}`,
    [[...codeKeys]],
  );
  return rows[0] ? toRow(rows[0]) : null;
}

export async function partsOf(knex: Reader, id: string): Promise<RequestRow[]> {
  const { rows } = await knex.raw(
    `select ${COLUMNS} from information_requests where split_from = ? order by number`,
    [id],
  );
  return (rows as RequestRow[]).map(toRow);
}

/** One part of a split application, by its number. */
export async function findPart(
  knex: Reader,
  wholeId: string,
  number: string,
  lock = false,
): Promise<RequestRow | null> {
  const { rows } = await knex.raw(
    `select ${COLUMNS} from information_requests where split_from = ? and number = ?${lock ? ' for update' : ''}`,
    [wholeId, number],
  );
  return rows[0] ? toRow(rows[0]) : null;
}

/** Who asks, and for what. */
export type Content = { applicant: Applicant; wanted: Wanted };

/** Null once it has been forgotten. */
export const contentOf = (strapi: Core.Strapi, { id, sealed }: RequestRow): Content | null =>
  sealed ? openFor<Content>(strapi, id, sealed) : null;

/** An event as it was recorded. */
export type RecordedEvent = {
  event: RequestEvent;
  note: string | null;
  byName: string;
  recordedAt: Date;
};

export async function eventsOf(knex: Reader, id: string): Promise<RecordedEvent[]> {
  const { rows } = await knex.raw(
    `select type, on_day::text as on, data, note, by_name as "byName", recorded_at as "recordedAt"
       from information_request_events where request_id = ? order by id`,
    [id],
  );
  type Row = Omit<RecordedEvent, 'event'> & { type: EventType; on: string; data: unknown };
  return (rows as Row[]).map(({ type, on, data, ...told }) => ({
    event: eventSchema.parse({ type, on, ...fromJson<object>(data) }),
    ...told,
  }));
}
