import type { Core } from '@strapi/strapi';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';
import type { StatusTold } from '../../shared/contract';
import { outcomeOf } from '../../shared/outcomes';
import { answerOf } from '../acts/handlers';
import { ofType } from '../clock/events';
import { noticesTold, ownNotices, toldToApplicant } from '../documents/read';
import { filesForApplicant } from '../files/read-files';
import { hasSuggested, isGiven } from '../frequent/suggest';
import { remediesOf } from '../outcomes/remedies';
import { lastOf } from '../records/records';
import { recordsOf } from '../records/store';
import { settingsOf } from '../settings';
import type { ClockFacts } from '../store/clock-input';
import { openFor } from '../store/keys';
import { type Content, contentOf, type RequestRow } from '../store/rows';
import { servedOnOf } from './disputes';
import { isAnswered } from './is-answered';
import { lookAt } from './item';
import { earlierAnswers, partsTold, pausesTold, shownState } from './told-to-applicant';

/** What an applicant is told: what she asks for, and nothing of herself, so that a lost code tells nobody who she is. */
export async function statusOf(strapi: Core.Strapi, row: RequestRow): Promise<StatusTold> {
  const { item, clock, facts } = await lookAt(strapi, row);
  const content = contentOf(strapi, row);
  const records = await recordsOf(strapi, strapi.db.connection, row.id);
  const answer = answerTold(strapi, row);
  return {
    number: row.number,
    departmentName: item.ownerName,
    // what she has withdrawn stays that, also when its file is closed
    stateLabel: shownState(row.withdrawnOn ? 'withdrawn' : row.state),
    submittedOn: shanghaiDateOf(row.submittedAt),
    receivedOn: row.receivedOn,
    archivedOn: row.state === 'archived' ? (lastOf(records, 'archived')?.on ?? null) : null,
    dueOn: row.withdrawnOn ? null : (clock?.dueOn ?? null),
    dueIsProvisional: clock?.isProvisional ?? false,
    wanted: content && wantedTold(content),
    consultations: await pausesTold(strapi, clock),
    waitsFor:
      clock?.state === 'answered'
        ? null
        : waitsFor(strapi, row, facts, clock?.applicantBy ?? null, clock?.state),
    answer: answer && { ...answer, servedOn: servedOnOf(row.answeredOn, await noticesTold(strapi, row)) },
    earlierAnswers: earlierAnswers(records),
    files: await filesForApplicant(strapi, row),
    mayWithdraw: row.state === 'submitted' || row.state === 'handling',
    maySuggest: isGiven(row) && !(await hasSuggested(strapi, row.id)),
    notices: (await ownNotices(strapi, row)).map(toldToApplicant),
    parts: await partsTold(strapi, row),
  };
}

const wantedTold = ({ wanted: { name, docNo, description } }: Content): StatusTold['wanted'] => ({
  name: name ?? null,
  docNo: docNo ?? null,
  description: description ?? null,
});

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
    const fee = JSON.parse(noteOf('feeNotified') || '{}') as Fee;
    return { what: 'payment', text: feeWords(strapi, fee), until };
  }
  const asked = ofType(events, 'reasonAsked').at(-1);
  if (asked && ofType(events, 'reasonGiven').length === 0 && row.state === 'handling') {
    return { what: 'reason', text: '您申请的数量、频次明显超过合理范围，请说明理由', until: asked.until };
  }
  return null;
}

type Fee = { explanation?: string; yuan?: number };

/** The fee and how it is paid: what the page would leave her to look for in the letter. */
const feeWords = (strapi: Core.Strapi, { yuan, explanation }: Fee): string =>
  [
    `请缴纳信息处理费${yuan ?? ''}元（${explanation ?? ''}）。`,
    `缴纳方式：${settingsOf(strapi).documents.payment}`,
  ].join('\n');

function answerTold(
  strapi: Core.Strapi,
  row: RequestRow,
): Omit<NonNullable<StatusTold['answer']>, 'servedOn'> | null {
  const answer = isAnswered(row) ? answerOf(strapi, row) : null;
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
