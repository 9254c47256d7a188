import { LINES } from '../../../requests/server/annual-report/request-table';
import { APPLICANT_KINDS } from '../../../requests/shared/applicants';
import { labelIn } from '../../../requests/shared/choices';
import { FIGURES } from './figures';
import { DOCUMENT_COLUMNS, DOCUMENT_LINES } from './numbers';

export const TOTAL = '总计';

/** Who asks, as the third table heads its columns. */
export const columnLabel = (code: string): string =>
  APPLICANT_KINDS.find((kind) => kind.code === code)?.label ?? TOTAL;

const DISPUTES: Record<string, string> = {
  reconsideration: '行政复议',
  lawsuitDirect: '未经复议直接起诉',
  lawsuitAfterReconsideration: '复议后起诉',
};
export const disputeLabel = (code: string): string => DISPUTES[code] ?? code;

const RESULTS: Record<string, string> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: TOTAL,
};
export const resultLabel = (code: string): string => RESULTS[code] ?? code;

/** What a number is, in words: its line, then its column. */
export function cellLabel(table: string, line: string, column: string): string {
  switch (table) {
    case 'requests':
      return `${LINES.find(({ code }) => code === line)?.label ?? line} · ${columnLabel(column)}`;
    case 'disputes':
      return `${disputeLabel(line)} · ${resultLabel(column)}`;
    case 'documents':
      return `${labelIn(DOCUMENT_LINES, line)} · ${labelIn(DOCUMENT_COLUMNS, column)}`;
    default:
      return labelIn(FIGURES, line);
  }
}

/** The outcomes of the third table as it groups them; each leaf under its number. */
export const OUTCOME_ROWS: readonly { group: string; leaves: readonly { code: string; label: string }[] }[] =
  [
    { group: '（一）予以公开', leaves: [{ code: 'granted', label: '' }] },
    {
      group: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      leaves: [{ code: 'partialGrant', label: '' }],
    },
    {
      group: '（三）不予公开',
      leaves: [
        { code: 'denied.stateSecret', label: '1.属于国家秘密' },
        { code: 'denied.lawForbidden', label: '2.其他法律行政法规禁止公开' },
        { code: 'denied.safetyStability', label: '3.危及“三安全一稳定”' },
        { code: 'denied.thirdPartyRights', label: '4.保护第三方合法权益' },
        { code: 'denied.internalAffairs', label: '5.属于三类内部事务信息' },
        { code: 'denied.processInfo', label: '6.属于四类过程性信息' },
        { code: 'denied.enforcementCase', label: '7.属于行政执法案卷' },
        { code: 'denied.adminQuery', label: '8.属于行政查询事项' },
      ],
    },
    {
      group: '（四）无法提供',
      leaves: [
        { code: 'unableToProvide.noInfo', label: '1.本机关不掌握相关政府信息' },
        { code: 'unableToProvide.needCreation', label: '2.没有现成信息需要另行制作' },
        { code: 'unableToProvide.unclear', label: '3.补正后申请内容仍不明确' },
      ],
    },
    {
      group: '（五）不予处理',
      leaves: [
        { code: 'notProcessed.complaint', label: '1.信访举报投诉类申请' },
        { code: 'notProcessed.repeat', label: '2.重复申请' },
        { code: 'notProcessed.publication', label: '3.要求提供公开出版物' },
        { code: 'notProcessed.massiveRequests', label: '4.无正当理由大量反复申请' },
        { code: 'notProcessed.confirmInfo', label: '5.要求行政机关确认或重新出具已获取信息' },
      ],
    },
    {
      group: '（六）其他处理',
      leaves: [
        {
          code: 'other.overdueCorrection',
          label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        },
        {
          code: 'other.overdueFee',
          label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        },
        { code: 'other.otherReasons', label: '3.其他' },
      ],
    },
  ];
