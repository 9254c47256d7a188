import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../disclosure/server/types';
import type { ServiceMethod } from '../../../shared/choices';
import { openFor, sealFor } from '../../store/keys';

type Reader = Transaction | Core.Strapi['db']['connection'];

/** What is written down of a delivery, sealed: names of persons may stand in it. */
export type DeliveryRecord = {
  /** number of the letter */
  tracking?: string | undefined;
  /** who took it */
  receivedBy?: string | undefined;
  /** why it was not taken, and how it was left (留置) */
  refusal?: string | undefined;
  how?: string | undefined;
};

export type Delivery = {
  noticeId: string;
  what: 'dispatched' | 'downloaded' | 'served';
  method: ServiceMethod;
  on: string;
  byName: string;
  record: DeliveryRecord;
};

export async function recordDelivery(
  strapi: Core.Strapi,
  trx: Transaction,
  requestId: string,
  { noticeId, what, method, on, byName, record }: Delivery,
): Promise<void> {
  const isTold = Object.values(record).some(Boolean);
  await trx('information_notice_deliveries').insert({
    ...{ notice_id: noticeId, what, method, on_day: on, by_name: byName },
    sealed: isTold ? sealFor(strapi, requestId, record) : null,
  });
}

/** A delivery with the moment at which it was entered. */
export type RecordedDelivery = Delivery & { recordedAt: Date };

/** What has become of the notices of a request, the oldest first. */
export async function deliveriesOf(
  strapi: Core.Strapi,
  reader: Reader,
  requestId: string,
): Promise<RecordedDelivery[]> {
  const { rows } = await reader.raw(
    `select d.notice_id as "noticeId", d.what, d.method, d.on_day::text as "on", d.by_name as "byName", d.sealed,
            d.recorded_at as "recordedAt"
       from information_notice_deliveries d join information_notices n on n.id = d.notice_id
      where n.request_id = ? order by d.id`,
    [requestId],
  );
  type Row = Omit<RecordedDelivery, 'record'> & { sealed: string | null };
  return (rows as Row[]).map(({ sealed, ...told }) => ({
    ...told,
    record: sealed ? openFor<DeliveryRecord>(strapi, requestId, sealed) : {},
  }));
}

/** A mail of a notice: waiting, sent, or given up. */
export type NoticeMail = {
  noticeId: string;
  dueAt: Date | null;
  lastError: string | null;
  sentAt: Date | null;
};

export async function mailsOf(reader: Reader, requestId: string): Promise<NoticeMail[]> {
  const { rows } = await reader.raw(
    `select m.notice_id as "noticeId", m.due_at as "dueAt", m.last_error as "lastError", m.sent_at as "sentAt"
       from information_notice_mails m join information_notices n on n.id = m.notice_id where n.request_id = ?`,
    [requestId],
  );
  return rows;
}

/** Has a notice sent by mail once this transaction has ended. */
export async function queueMail(trx: Transaction, noticeId: string): Promise<void> {
  await trx('information_notice_mails')
    .insert({ notice_id: noticeId, due_at: trx.fn.now() })
    .onConflict('notice_id')
    .merge({ due_at: trx.fn.now(), attempts: 0, last_error: null });
}
