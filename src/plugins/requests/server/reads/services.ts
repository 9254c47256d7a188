import type { Core } from '@strapi/strapi';
import { labelIn, SERVICE_METHODS } from '../../shared/choices';
import { noticeKind } from '../documents/kinds';
import { deliveriesOf, type RecordedDelivery } from '../documents/store/deliveries';
import { type NoticeRow, noticesOf } from '../documents/store/notices';
import type { Step } from './history';

/** What has been served of a request, as steps of it. */
export async function toldServices(strapi: Core.Strapi, id: string): Promise<Step[]> {
  const knex = strapi.db.connection;
  return servicesIn(await noticesOf(knex, id), await deliveriesOf(strapi, knex, id));
}

/** Pure. That a letter of consultation has arrived is an event, and stands there already. */
export function servicesIn(
  notices: readonly Pick<NoticeRow, 'id' | 'kind' | 'consultation'>[],
  deliveries: readonly RecordedDelivery[],
): Step[] {
  return deliveries.flatMap(({ noticeId, what, method, on, byName, record, recordedAt }) => {
    const notice = notices.find(({ id }) => id === noticeId);
    if (!notice || what !== 'served' || notice.consultation) return [];
    const label = `${noticeKind(notice.kind).label}送达，方式：${labelIn(SERVICE_METHODS, method)}`;
    return [
      {
        at: recordedAt,
        told: { type: 'served', label, on, by: byName, text: record.how ?? null, consultation: null },
      },
    ];
  });
}
