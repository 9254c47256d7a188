import { DisclosureError } from '../../../../disclosure/server/errors';
import { proposeFee } from '../../fees/fees';
import { recordsOf } from '../../records/store';
import { ordinalOf } from '../../store/ordinal';
import { type FEE_VERBS, feeDecision, openProposal } from '../../workflow/topics/fees';
import type { HandlersOf } from '../handlers';

export const FEE_HANDLERS: HandlersOf<keyof typeof FEE_VERBS> = {
  async proposeFee({ basis, pages, reason }, { trx, row }) {
    const fee = proposeFee(basis, { ordinal: await ordinalOf(trx, row), pages: pages ?? 0 });
    if (fee.yuan === 0)
      throw new DisclosureError('INVALID_INPUT', `${fee.explanation}，不收费，不用提出收费建议`);
    return {
      record: { type: 'feeProposed', ...fee },
      note: reason,
      details: { basis, yuan: fee.yuan },
    };
  },
  async decideFee({ decision, reason }, { strapi, trx, row }) {
    const proposal = openProposal({ records: await recordsOf(strapi, trx, row.id) });
    if (!proposal) throw new DisclosureError('INVALID_TRANSITION');
    const { basis, yuan, explanation } = proposal;
    const charge = decision === 'charge';
    return {
      record: { type: 'feeDecided', basis, yuan, explanation, charge },
      note: reason,
      details: { charge, basis, yuan },
    };
  },
  async notifyFee({ on }, { strapi, trx, row }) {
    const decision = feeDecision({ records: await recordsOf(strapi, trx, row.id) });
    if (!decision) throw new DisclosureError('INVALID_TRANSITION');
    const { basis, yuan, explanation, on: decidedOn } = decision;
    if (on < decidedOn) {
      throw new DisclosureError('INVALID_INPUT', `通知日期不能早于作出收费决定的日期${decidedOn}`);
    }
    return {
      event: { type: 'feeNotified', on },
      note: JSON.stringify({ basis, yuan, explanation }),
      details: { basis, yuan },
    };
  },
  notePayment: ({ on }) => ({ event: { type: 'feePaid', on } }),
};
