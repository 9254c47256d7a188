import { DisclosureError } from '../../../../disclosure/server/errors';
import { shanghaiDateOf, todayInShanghai } from '../../../../disclosure/server/rules/dates';
import type { Channel } from '../../../shared/choices';
import { receiptCorrections } from '../../clock/receipt';
import { clockInputOf } from '../../store/clock-input';
import type { RequestRow } from '../../store/rows';
import type { RECEIPT_VERBS } from '../../workflow/topics/receipt';
import type { HandlersOf } from '../handlers';

/**
 * 以双方确认之日为收到申请之日 (条例第三十一条第三项): nobody confirms what has not been sent yet.
 *
 * @throws DisclosureError INVALID_INPUT
 */
export function assertSubmittedBefore(
  { submittedAt }: Pick<RequestRow, 'submittedAt'>,
  channel: Channel,
  receivedOn: string,
): void {
  const submittedOn = shanghaiDateOf(submittedAt);
  if (channel === 'online' && receivedOn < submittedOn) {
    throw new DisclosureError('INVALID_INPUT', `网上申请于${submittedOn}提交，收到日期不能更早`);
  }
}

export const RECEIPT_HANDLERS: HandlersOf<keyof typeof RECEIPT_VERBS> = {
  // what was registered stays among the events; the number that the applicant has been told stays too
  async correctReceipt({ receivedOn, channel, reason }, { strapi, trx, row }) {
    const registered = String(row.receivedOn);
    const day = change(registered, receivedOn);
    const way = change(row.channel, channel);
    if (!day && !way) {
      throw new DisclosureError('INVALID_INPUT', '收到日期和申请方式都与登记的相同，没有要更正的');
    }
    assertSubmittedBefore(row, way?.to ?? row.channel, day?.to ?? registered);
    const { events } = await clockInputOf(strapi, trx, row);
    const nth = receiptCorrections(events).length + 1;
    const changed = { ...(day ? { receivedOn: day } : {}), ...(way ? { channel: way } : {}) };
    return {
      ...(day ? { event: { type: 'receiptCorrected', on: day.to, from: day.from, nth } } : {}),
      record: { type: 'receiptCorrected', ...changed },
      on: todayInShanghai(),
      note: reason,
      patch: { ...(day ? { received_on: day.to } : {}), ...(way ? { channel: way.to } : {}) },
      details: changed,
    };
  },
};

const change = <T>(from: T, to: T | undefined): { from: T; to: T } | null =>
  to === undefined || to === from ? null : { from, to };
