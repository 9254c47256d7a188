import { DisclosureError } from '../../../../disclosure/server/errors';
import { todayInShanghai } from '../../../../disclosure/server/rules/dates';
import type { Dispute } from '../../disputes/disputes';
import { disputesOf, insertDispute, updateDispute } from '../../disputes/store';
import type { DISPUTE_VERBS } from '../../workflow/topics/disputes';
import type { ActContext, HandlersOf } from '../handlers';
import { answerOf } from '../sealed';

export const DISPUTE_HANDLERS: HandlersOf<keyof typeof DISPUTE_VERBS> = {
  async fileDispute({ kind, organ, caseNo, on, isCoDefendant, note }, { strapi, trx, row, actor }) {
    assertDays(row.receivedOn, { filedOn: on, closedOn: null });
    const dispute = await insertDispute(strapi, trx, row.id, {
      ...{
        kind,
        organ,
        caseNo,
        filedOn: on,
        isCoDefendant: isCoDefendant === 'yes',
        note,
        byName: actor.name,
      },
    });
    return { record: { type: 'disputeFiled', dispute }, on, details: { kind, dispute } };
  },
  async closeDispute({ dispute, result, on, note }, context) {
    const found = await requireDispute(context, dispute);
    if (found.closedOn) {
      throw new DisclosureError('INVALID_TRANSITION', '已登记过结果；登记有误的，请用“更正复议、诉讼登记”');
    }
    assertDays(context.row.receivedOn, { filedOn: found.filedOn, closedOn: on });
    await updateDispute(context.trx, dispute, { result, closed_on: on });
    return { record: { type: 'disputeClosed', dispute }, on, note, details: { dispute, result } };
  },
  async correctDispute({ dispute, reason, ...given }, context) {
    const found = await requireDispute(context, dispute);
    const next = {
      ...{ kind: given.kind ?? found.kind, organ: given.organ ?? found.organ },
      ...{ caseNo: given.caseNo ?? found.caseNo, filedOn: given.filedOn ?? found.filedOn },
      ...{ closedOn: given.closedOn ?? found.closedOn, result: given.result ?? found.result },
      isCoDefendant: given.isCoDefendant ? given.isCoDefendant === 'yes' : found.isCoDefendant,
    };
    if ((next.closedOn === null) !== (next.result === null)) {
      throw new DisclosureError('INVALID_INPUT', '审结日期和结果请一并填写');
    }
    assertDays(context.row.receivedOn, next);
    await updateDispute(context.trx, dispute, {
      ...{ kind: next.kind, organ: next.organ, case_no: next.caseNo, filed_on: next.filedOn },
      ...{ closed_on: next.closedOn, result: next.result, is_co_defendant: next.isCoDefendant },
    });
    return { record: { type: 'disputeCorrected', dispute }, note: reason, details: { dispute } };
  },
  // the first answer stays as it was counted; what is written now stands beside it
  reopen({ on, until }, { strapi, row }) {
    const answer = answerOf(strapi, row);
    if (!row.outcome || !row.answeredOn) throw new DisclosureError('INVALID_TRANSITION', '还没有答复');
    return {
      event: { type: 'reopened', on, ...(until ? { until } : {}) },
      record: { type: 'answerSuperseded', outcome: row.outcome, answeredOn: row.answeredOn },
      note: answer ? [answer.text, answer.reasons].filter(Boolean).join('\n') : undefined,
      patch: {
        first_outcome: row.firstOutcome ?? row.outcome,
        first_answered_on: row.firstAnsweredOn ?? row.answeredOn,
        ...{ outcome: null, answered_on: null, withdrawn_on: null },
      },
      details: { on, until: until ?? null },
    };
  },
  informThirdParty({ on, text }, { row }) {
    assertDays(row.receivedOn, { filedOn: on, closedOn: null });
    return { record: { type: 'thirdPartyInformed' }, on, note: text };
  },
};

async function requireDispute({ strapi, trx, row }: ActContext, id: string): Promise<Dispute> {
  const found = (await disputesOf(strapi, trx, row.id)).find((dispute) => dispute.id === id);
  if (!found) throw new DisclosureError('INVALID_INPUT', '没有这项复议、诉讼，请从列表中选择');
  return found;
}

/** @throws DisclosureError INVALID_INPUT for days to come, before the receipt, or the wrong way round */
function assertDays(
  receivedOn: string | null,
  { filedOn, closedOn }: { filedOn: string; closedOn: string | null },
): void {
  const today = todayInShanghai();
  const late = [filedOn, closedOn].find((day) => day && day > today);
  if (late) throw new DisclosureError('INVALID_INPUT', `日期${late}还没有到，请填写实际发生的日期`);
  if (receivedOn && filedOn < receivedOn) {
    throw new DisclosureError('INVALID_INPUT', `日期${filedOn}早于收到申请的日期${receivedOn}`);
  }
  if (closedOn && closedOn < filedOn) {
    throw new DisclosureError('INVALID_INPUT', `审结日期${closedOn}不能早于提出的日期${filedOn}`);
  }
}
