import type { Core } from '@strapi/strapi';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { openFor, sealFor } from '../store/keys';
import { type Recorded, type RequestRecord, recordSchema } from './records';

type Reader = Transaction | Core.Strapi['db']['connection'];

export async function recordsOf(strapi: Core.Strapi, knex: Reader, requestId: string): Promise<Recorded[]> {
  const { rows } = await knex.raw(
    `select type, on_day::text as on, data, note, by_person as "byPerson", by_name as "byName",
            recorded_at as "recordedAt"
       from information_request_records where request_id = ? order by id`,
    [requestId],
  );
  type Row = {
    type: string;
    on: string;
    data: unknown;
    note: string | null;
    byPerson: string;
    byName: string;
    recordedAt: Date;
  };
  return (rows as Row[]).map(({ type, data, note, ...told }) => ({
    ...recordSchema.parse({ type, ...fromJson<object>(data) }),
    ...told,
    note: note ? openFor<string>(strapi, requestId, note) : null,
  }));
}

/** Writes down what somebody has decided; its reasons sealed. */
export async function record(
  strapi: Core.Strapi,
  trx: Transaction,
  requestId: string,
  { type, ...data }: RequestRecord,
  { on, note, by }: { on: string; note: string | undefined; by: Member },
): Promise<void> {
  await trx('information_request_records').insert({
    request_id: requestId,
    type,
    on_day: on,
    data: JSON.stringify(data),
    note: note ? sealFor(strapi, requestId, note) : null,
    by_person: by.personId,
    by_name: by.name,
    by_department: by.department,
  });
}
