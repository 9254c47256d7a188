import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';
import type { StatusTold } from '../../shared/contract';
import { outcomeOf } from '../../shared/outcomes';
import { stateLabel } from '../../shared/states';
import { answerOf } from '../acts/handlers';
import { ofType } from '../clock/events';
import { ownNotices, toldToApplicant } from '../documents/read';
import { filesForApplicant } from '../files/read-files';
import { hasSuggested, isGiven } from '../frequent/suggest';
import { remediesOf } from '../outcomes/remedies';
import { settingsOf } from '../settings';
import type { ClockFacts } from '../store/clock-input';
import { openFor } from '../store/keys';
import { partsOf, type RequestRow } from '../store/rows';
import { lookAt } from './item';

/** What the applicant sees of the district's own steps. */
const SHOWN_STATES: Partial<Record<RequestRow['state'], string>> = {
  reviewing: '办理中',
  approved: '办理中',
};

/** What an applicant is told: nothing of what she has written of herself, so that a lost code tells nobody who she is. */
export async function statusOf(strapi: Core.Strapi, row: RequestRow): Promise<StatusTold> {
  const { item, clock, facts } = await lookAt(strapi, row);
  const parts = await partsOf(strapi.db.connection, row.id);
  return {
    number: row.number,
    departmentName: item.ownerName,
    stateLabel: SHOWN_STATES[row.state] ?? stateLabel(row.state),
    submittedOn: shanghaiDateOf(row.submittedAt),
    receivedOn: row.receivedOn,
    dueOn: clock?.dueOn ?? null,
    waitsFor:
      clock?.state === 'answered'
        ? null
        : waitsFor(strapi, row, facts, clock?.applicantBy ?? null, clock?.state),
    answer: answerTold(strapi, row),
    files: await filesForApplicant(strapi, row),
    mayWithdraw: row.state === 'submitted' || row.state === 'handling',
    maySuggest: isGiven(row) && !(await hasSuggested(strapi, row.id)),
    notices: (await ownNotices(strapi, row)).map(toldToApplicant),
    parts: await Promise.all(
      parts.map(async (part) => ({
        number: part.number,
        stateLabel: `${SHOWN_STATES[part.state] ?? stateLabel(part.state)}(${await nameOfDepartment(strapi, part.owner)})`,
        dueOn: part.dueOn,
      })),
    ),
  };
}

function waitsFor(
  strapi: Core.Strapi,
  row: RequestRow,
  { recorded, events }: ClockFacts,
  until: string | null,
  state: string | undefined,
): StatusTold['waitsFor'] {
  const noteOf = (type: string) => {
    const note = recorded.findLast(({ event }) => event.type === type)?.note;
    return note ? openFor<string>(strapi, row.id, note) : '';
  };
  if (state === 'awaitingCorrection' && until) {
    return { what: 'correction', text: `请补正：${noteOf('correctionAsked')}`, until };
  }
  if (state === 'awaitingPayment' && until) {
    const fee = JSON.parse(noteOf('feeNotified') || '{}') as { explanation?: string; yuan?: number };
    return { what: 'payment', text: `请缴纳信息处理费${fee.yuan ?? ''}元(${fee.explanation ?? ''})`, until };
  }
  const asked = ofType(events, 'reasonAsked').at(-1);
  if (asked && ofType(events, 'reasonGiven').length === 0 && row.state === 'handling') {
    return { what: 'reason', text: '您申请的数量、频次明显超过合理范围，请说明理由', until: asked.until };
  }
  return null;
}

function answerTold(strapi: Core.Strapi, row: RequestRow): StatusTold['answer'] {
  const isOut = row.state === 'sent' || row.state === 'served' || row.state === 'archived';
  const answer = isOut ? answerOf(strapi, row) : null;
  const outcome = row.outcome ? outcomeOf(row.outcome) : undefined;
  if (!answer || !outcome || !row.answeredOn) return null;
  return {
    ...{
      outcomeLabel: outcome.label,
      answeredOn: row.answeredOn,
      text: answer.text,
      reasons: answer.reasons,
    },
    basis: outcome.basis,
    remedies: remediesOf(outcome, settingsOf(strapi)),
  };
}
