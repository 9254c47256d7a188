import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { isIsoDate, todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Member } from '../../../disclosure/server/types';
import { codesOf, SERVICE_METHODS } from '../../shared/choices';
import { perform } from '../acts/perform';
import { audit } from '../acts/submit';
import { findNoticeForHandler } from './delivery';
import { isAnswer } from './kinds';
import { recordFields, serviceFields } from './service-fields';
import { recordDelivery } from './store/deliveries';

export const deliverySchema = z.strictObject({
  ...serviceFields,
  ...recordFields,
  what: z.enum(['dispatched', 'served'], '请选择登记寄出还是登记送达'),
  method: z.enum(codesOf(SERVICE_METHODS), '请选择送达方式'),
  on: z.string('请填写日期').refine(isIsoDate, '日期请按“年-月-日”填写'),
});

/**
 * Writes down that a notice was handed over to the post, or that it has arrived. That a letter of consultation has arrived is the
 * act of the same name: both ways make one fact.
 */
export async function noteDelivery(
  strapi: Core.Strapi,
  member: Member,
  requestId: string,
  noticeId: string,
  { what, method, on, ...record }: z.infer<typeof deliverySchema>,
): Promise<void> {
  const { row, notice } = await findNoticeForHandler(strapi, member, requestId, noticeId);
  // until the request is answered the clock has to know it too
  if (what === 'served' && notice.consultation && row.state === 'handling') {
    const told = { on, consultation: notice.consultation, method, ...record };
    return perform(strapi, member, 'noteConsultationReceipt', requestId, told);
  }
  if (what === 'served' && isAnswer(notice.kind)) {
    throw new DisclosureError('INVALID_TRANSITION', '答复书的送达请在“下一步”中用“登记送达”办理');
  }
  if (on < notice.madeOn)
    throw new DisclosureError('INVALID_INPUT', `日期不能早于文书的日期${notice.madeOn}`);
  if (on > todayInShanghai())
    throw new DisclosureError('INVALID_INPUT', `日期${on}还没有到，请填写实际发生的日期`);
  await inTransaction(strapi, async (trx) => {
    await recordDelivery(strapi, trx, requestId, { noticeId, what, method, on, byName: member.name, record });
    await audit(strapi, trx, {
      ...{
        verb: `request-notice-${what}`,
        actor: member,
        id: requestId,
        owner: row.owner,
        version: row.version,
      },
      details: { number: notice.number, method, on },
    });
  });
}
