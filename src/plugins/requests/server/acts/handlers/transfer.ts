import { DisclosureError } from '../../../../disclosure/server/errors';
import { findDepartment } from '../../../../disclosure/server/reference-data/departments';
import type { TRANSFER_VERBS } from '../../workflow/topics/transfer';
import type { HandlersOf } from '../handlers';
import { withAnswer } from '../sealed';

export const TRANSFER_HANDLERS: HandlersOf<keyof typeof TRANSFER_VERBS> = {
  async proposeTransfer({ department, reason }, { strapi, row }) {
    if (department && !(await findDepartment(strapi, department, new Date()))) {
      throw new DisclosureError('INVALID_INPUT', '没有这个部门，请从列表中选择，或者不填写');
    }
    if (department === row.owner)
      throw new DisclosureError('INVALID_INPUT', '已由该部门承办，请选择其他部门');
    return {
      record: { type: 'transferProposed', ...(department ? { department } : {}) },
      note: reason,
      patch: { asks_transfer: true },
      details: { department: department ?? null },
    };
  },
  declineTransfer: ({ reason }) => ({
    record: { type: 'transferDeclined' },
    note: reason,
    patch: { asks_transfer: false },
  }),
  // the draft is closed: outcome and words follow from 条例第三十六条第五项; it is reviewed like any other
  notOurs({ organ, contact }, { strapi, row, actor }) {
    if (row.kind === 'correction') {
      throw new DisclosureError(
        'INVALID_TRANSITION',
        '更正申请请起草答复，办理结果选“转送或者告知有权更正的机关”',
      );
    }
    const answer = {
      outcome: 'unableToProvide.noInfo',
      text: `您（单位）申请公开的政府信息不属于本机关负责公开。请向负责公开该政府信息的机关提出申请：${organ}，联系方式：${contact}。`,
      reasons:
        '依据《中华人民共和国政府信息公开条例》第三十六条第（五）项，所申请公开信息不属于本行政机关负责公开的，告知申请人并说明理由；能够确定负责公开该政府信息的行政机关的，告知申请人该行政机关的名称、联系方式。',
      publications: [],
    };
    return { record: { type: 'submitted' }, patch: withAnswer(strapi, row, answer, actor.personId) };
  },
};
