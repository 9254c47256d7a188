import { z } from 'zod';
import { FEE_BASES } from '../../fees/fees';
import { day, told } from './common';

export const FEE_INPUTS = {
  proposeFee: z
    .strictObject({
      ...told,
      // one basis, never both (国办函〔2020〕109号第三条)
      basis: z.enum(FEE_BASES, '按件、按量只能选择一种'),
      pages: z.int('请填写页数').min(0).max(100_000).optional(),
    })
    .refine(({ basis, pages }) => basis !== 'volume' || pages !== undefined, '按量计收的，请填写页数')
    .refine(
      ({ basis, pages }) => basis !== 'piece' || pages === undefined,
      '按件计收的，不要填写页数：按件、按量只能选择一种',
    ),
  decideFee: z
    .strictObject({ ...told, decision: z.enum(['charge', 'waive'], '请选择收费或者不收费') })
    .refine(({ decision, reason }) => decision === 'charge' || reason, '决定不收费的，请填写理由'),
  notifyFee: z.strictObject({ ...told, on: day }),
  notePayment: z.strictObject({ ...told, on: day }),
};
