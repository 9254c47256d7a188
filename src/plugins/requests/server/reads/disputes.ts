import { labelIn } from '../../shared/choices';
import type { DisputeTold } from '../../shared/contract';
import { DISPUTE_KINDS, DISPUTE_RESULTS } from '../../shared/disputes';
import type { NoticeTold } from '../../shared/notices';
import { outcomeOf } from '../../shared/outcomes';
import type { Dispute } from '../disputes/disputes';
import { warningsOf } from '../disputes/warnings';
import { isAnswer } from '../documents/kinds';
import type { RequestRow } from '../store/rows';

/** Disputes about a request, each with what to look at twice. What is disputed is the first answer, until it is answered anew. */
export function toldDisputes(
  row: RequestRow,
  disputes: readonly Dispute[],
  notices: readonly Pick<NoticeTold, 'kind' | 'madeOn' | 'servedOn'>[],
): DisputeTold[] {
  return disputes.map((dispute) => {
    const isAboutFirst = !row.answeredOn || dispute.filedOn < row.answeredOn;
    const outcome = isAboutFirst ? (row.firstOutcome ?? row.outcome) : row.outcome;
    const answeredOn = isAboutFirst ? (row.firstAnsweredOn ?? row.answeredOn) : row.answeredOn;
    const { id, organ, caseNo, filedOn, closedOn, result, isCoDefendant, note } = dispute;
    return {
      ...{ id, organ, caseNo, filedOn, closedOn, isCoDefendant, note },
      kindLabel: labelIn(DISPUTE_KINDS, dispute.kind),
      resultLabel: result ? labelIn(DISPUTE_RESULTS, result) : null,
      warnings: warningsOf(dispute, disputes, {
        outcome: outcome ? outcomeOf(outcome) : undefined,
        ...{ answeredOn, servedOn: servedOnOf(answeredOn, notices) },
      }),
    };
  });
}

/** The day on which the 答复书 of a day was served, as its delivery was recorded. */
export const servedOnOf = (
  answeredOn: string | null,
  notices: readonly Pick<NoticeTold, 'kind' | 'madeOn' | 'servedOn'>[],
): string | null =>
  notices.findLast(({ kind, madeOn }) => isAnswer(kind) && madeOn === answeredOn)?.servedOn ?? null;
