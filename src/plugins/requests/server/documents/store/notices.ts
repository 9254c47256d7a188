import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../disclosure/server/types';
import type { Paper } from '../../../shared/notices';
import { openFor } from '../../store/keys';
import type { NoticeKindCode, Series } from '../kinds';

type Reader = Transaction | Core.Strapi['db']['connection'];

/** A row of `information_notices`. */
export type NoticeRow = {
  id: string;
  requestId: string;
  kind: NoticeKindCode;
  department: string;
  number: string;
  madeOn: string;
  sealed: string | null;
  /** the consultation that it asks for; null: none, or given before that was kept */
  consultation: string | null;
};

const COLUMNS = `id, request_id as "requestId", kind, department, number, made_on::text as "madeOn", sealed,
  consultation`;

/** The notices of a request in the order in which they were given. */
export async function noticesOf(reader: Reader, requestId: string): Promise<NoticeRow[]> {
  const { rows } = await reader.raw(
    `select ${COLUMNS} from information_notices where request_id = ? order by recorded_at, ordinal`,
    [requestId],
  );
  return rows;
}

/** A notice of a request; null where it is another request's. */
export async function findNotice(reader: Reader, requestId: string, id: string): Promise<NoticeRow | null> {
  const { rows } = await reader.raw(
    `select ${COLUMNS} from information_notices where request_id = ? and id = ?`,
    [requestId, id],
  );
  return rows[0] ?? null;
}

/** The text as it was given; null once it has been forgotten. */
export const paperOf = (strapi: Core.Strapi, { requestId, sealed }: NoticeRow): Paper | null =>
  sealed ? openFor<Paper>(strapi, requestId, sealed) : null;

type Counted = { department: string; series: Series; year: number };

/** The next place in a series: without a gap, for whoever else counts waits until this transaction has ended. */
export async function nextOrdinal(trx: Transaction, { department, series, year }: Counted): Promise<number> {
  const { rows } = await trx.raw(
    `insert into information_notice_numbers as n (department, series, year, last) values (?, ?, ?, 1)
     on conflict (department, series, year) do update set last = n.last + 1 returning last`,
    [department, series, year],
  );
  return rows[0].last;
}
