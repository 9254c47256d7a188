import { refuse } from '../../../../disclosure/server/errors';
import type { ProgressCheck } from '../progress';
import { editor, handling, type VerbRow } from '../verb-row';

/** To the organ that is responsible: another one of the district is named by the office, one outside is told to the applicant. */
export const TRANSFER_VERBS = {
  proposeTransfer: {
    ...{ label: '建议改派', from: ['submitted', 'handling'], to: null, by: 'department' },
    ...{ duties: editor, reason: true },
  },
  declineTransfer: {
    ...{
      label: '不同意改派',
      from: ['submitted', 'handling'],
      to: null,
      by: 'office',
      duties: [],
      reason: true,
    },
  },
  // 条例第三十六条第五项
  notOurs: {
    ...{ label: '告知向其他机关申请', from: handling, to: 'reviewing', by: 'department', duties: editor },
  },
} as const satisfies Record<string, VerbRow>;

export const TRANSFER_CHECKS = {
  proposeTransfer: (_actor, { asksTransfer }) =>
    asksTransfer ? refuse('INVALID_TRANSITION', '已建议改派，请等待区政务公开办处理') : null,
  declineTransfer: (_actor, { asksTransfer }) =>
    asksTransfer ? null : refuse('INVALID_TRANSITION', '承办部门没有建议改派'),
} satisfies Record<string, ProgressCheck>;
