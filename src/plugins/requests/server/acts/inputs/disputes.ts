import { z } from 'zod';
import { codesOf } from '../../../shared/choices';
import { DISPUTE_KINDS, DISPUTE_RESULTS } from '../../../shared/disputes';
import { day, someWords, told, words } from './common';

const kind = z.enum(codesOf(DISPUTE_KINDS), '请选择复议或者诉讼的类型');
const organ = words('复议机关或者法院', 100);
const dispute = z.string('请选择复议、诉讼').regex(/^\d{1,18}$/, '请选择复议、诉讼');
const result = z.enum(codesOf(DISPUTE_RESULTS), '请选择结果');
const yesNo = z.enum(['yes', 'no'], '请选择是或者否');

export const DISPUTE_INPUTS = {
  fileDispute: z.strictObject({
    ...{ ...told, kind, organ, on: day },
    caseNo: someWords('案号', 100),
    isCoDefendant: yesNo.default('no'),
    note: someWords('事由'),
  }),
  closeDispute: z.strictObject({ ...told, dispute, result, on: day, note: someWords('决定或者裁判的要点') }),
  /** what is given takes the place of what was entered */
  correctDispute: z.strictObject({
    ...{ ...told, dispute },
    kind: kind.optional(),
    organ: organ.optional(),
    caseNo: someWords('案号', 100),
    filedOn: day.optional(),
    closedOn: day.optional(),
    result: result.optional(),
    isCoDefendant: yesNo.optional(),
  }),
  reopen: z.strictObject({ ...told, on: day, until: day.optional() }),
  informThirdParty: z.strictObject({ ...told, on: day, text: words('告知的内容和理由') }),
};
