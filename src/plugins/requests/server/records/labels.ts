import { CHANNELS, labelIn } from '../../shared/choices';
import { outcomeOf } from '../../shared/outcomes';
import type { RecordOf, RecordType, RequestRecord } from './records';

const review = (what: string) => (record: { passed: boolean }) =>
  `${what}：${record.passed ? '通过' : '退回修改'}`;

/** What a record is called among the steps of a request. */
const LABELS: { [T in RecordType]: (record: RecordOf<T>) => string } = {
  feeProposed: ({ explanation }) => `收费建议：${explanation}`,
  feeDecided: ({ charge, explanation }) => (charge ? `决定收费：${explanation}` : '决定不收费'),
  receiptCorrected: ({ receivedOn, channel }) =>
    `更正收到登记：${[
      ...(receivedOn ? [`收到日期由${receivedOn.from}改为${receivedOn.to}`] : []),
      ...(channel
        ? [`申请方式由${labelIn(CHANNELS, channel.from)}改为${labelIn(CHANNELS, channel.to)}`]
        : []),
    ].join('，')}`,
  submitted: () => '提交审核',
  legalReviewed: review('法律顾问审查'),
  secrecyReviewed: review('保密审查'),
  returned: () => '退回修改',
  approved: () => '审核通过',
  transferProposed: () => '建议改派',
  transferDeclined: () => '不同意改派',
  assigned: () => '转承办部门',
  archived: () => '归档',
  closed: ({ outcome }) => `不再处理：${outcomeOf(outcome)?.label ?? outcome}`,
  withdrawalNoted: () => '登记申请人撤回',
  thirdPartyInformed: () => '告知第三方决定公开',
  disputeFiled: () => '登记复议、诉讼',
  disputeClosed: () => '登记复议、诉讼结果',
  disputeCorrected: () => '更正复议、诉讼登记',
  answerSuperseded: ({ outcome, answeredOn }) =>
    `原答复（${answeredOn}，${outcomeOf(outcome)?.label ?? outcome}）将重新作出`,
};

export const recordLabel = <T extends RecordType>(record: RecordOf<T> & RequestRecord): string =>
  (LABELS[record.type] as (told: RequestRecord) => string)(record);
