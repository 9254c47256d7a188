import { refuse } from '../../../../disclosure/server/errors';
import type { ProgressCheck } from '../progress';
import type { VerbRow } from '../verb-row';

/**
 * The day of receipt or the channel was registered by mistake. By the office alone: the term follows from that day, and who
 * has to keep a term does not move it.
 */
export const RECEIPT_VERBS = {
  correctReceipt: {
    label: '更正收到登记',
    from: ['handling', 'reviewing', 'approved', 'sent', 'served', 'archived', 'withdrawn'],
    ...{ to: null, by: 'office', duties: [], reason: true },
  },
} as const satisfies Record<string, VerbRow>;

export const RECEIPT_CHECKS = {
  correctReceipt: (_actor, { clock }) =>
    clock ? null : refuse('INVALID_TRANSITION', '还没有登记收到日期，没有要更正的'),
} satisfies Record<string, ProgressCheck>;
