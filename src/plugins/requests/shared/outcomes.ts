import { CORRECTION_OUTCOMES } from './correction-outcomes';
import type { RequestKind } from './kinds';

/**
 * The closed list of outcomes: the leaves of the third table of the annual report (国办公开办函〔2021〕30号), each with
 * its legal basis. Which article belongs to which leaf is not laid down in one text: `basis` is null where no
 * text that was checked says it.
 */
export type OutcomeGroup =
  | 'granted'
  | 'partial'
  | 'denied'
  | 'unable'
  | 'notProcessed'
  | 'other'
  | 'correction';

export type Outcome = {
  code: string;
  group: OutcomeGroup;
  /** as the annual report prints it */
  label: string;
  basis: string | null;
  /** the answer has to give reasons (条例第三十六条、第三十七条、第三十八条) */
  needsReason: boolean;
  /** what else the answer has to say */
  alsoTells: string | null;
  /** 复议前置: the applicant has to apply for reconsideration before suing (行政复议法第二十三条) */
  reconsiderationFirst: boolean;
};

const REGULATION = '《中华人民共和国政府信息公开条例》';

type Row = [
  code: string,
  label: string,
  articles: string | null,
  more?: Partial<Pick<Outcome, 'needsReason' | 'alsoTells' | 'reconsiderationFirst'>>,
];

const outcomes = (group: OutcomeGroup, defaults: Partial<Outcome>, rows: readonly Row[]): Outcome[] =>
  rows.map(([code, label, articles, more]) => ({
    ...{ code, group, label },
    basis: articles && `${REGULATION}${articles}`,
    ...{ needsReason: true, alsoTells: null, reconsiderationFirst: false },
    ...defaults,
    ...more,
  }));

const FIRST = { reconsiderationFirst: true };

export const OUTCOMES: readonly Outcome[] = [
  ...outcomes('granted', { needsReason: false }, [
    [
      'granted',
      '予以公开',
      '第三十六条第（一）、（二）项',
      { alsoTells: '提供政府信息，或告知获取的方式、途径和时间' },
    ],
  ]),
  ...outcomes('partial', { alsoTells: '提供可以公开的部分' }, [['partialGrant', '部分公开', '第三十七条']]),
  ...outcomes('denied', FIRST, [
    ['denied.stateSecret', '属于国家秘密', '第十四条'],
    ['denied.lawForbidden', '其他法律行政法规禁止公开', '第十四条'],
    ['denied.safetyStability', '危及“三安全一稳定”', '第十四条'],
    ['denied.thirdPartyRights', '保护第三方合法权益', '第十五条、第三十二条'],
    ['denied.internalAffairs', '属于三类内部事务信息', '第十六条第一款'],
    ['denied.processInfo', '属于四类过程性信息', '第十六条第二款'],
    ['denied.enforcementCase', '属于行政执法案卷', '第十六条第二款'],
    [
      'denied.adminQuery',
      '属于行政查询事项',
      '第三十六条第（七）项',
      { reconsiderationFirst: false, alsoTells: '引用对该信息的获取有特别规定的法律、行政法规' },
    ],
  ]),
  ...outcomes('unable', {}, [
    [
      'unableToProvide.noInfo',
      '本机关不掌握相关政府信息',
      '第三十六条第（四）、（五）项',
      { alsoTells: '检索的经过；能够确定负责公开的机关的，告知其名称和联系方式' },
    ],
    ['unableToProvide.needCreation', '没有现成信息需要另行制作', '第三十八条'],
    ['unableToProvide.unclear', '补正后申请内容仍不明确', '第三十条'],
  ]),
  ...outcomes('notProcessed', {}, [
    [
      'notProcessed.complaint',
      '信访举报投诉类申请',
      '第三十九条第一款',
      { alsoTells: '可以告知通过相应渠道提出' },
    ],
    ['notProcessed.repeat', '重复申请', '第三十六条第（六）项', { alsoTells: '上一次答复的编号' }],
    ['notProcessed.publication', '要求提供公开出版物', '第三十九条第二款', { alsoTells: '获取的途径' }],
    ['notProcessed.massiveRequests', '无正当理由大量反复申请', '第三十五条'],
    ['notProcessed.confirmInfo', '要求行政机关确认或重新出具已获取信息', null],
  ]),
  ...outcomes('other', {}, [
    ['other.overdueCorrection', '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '第三十条'],
    ['other.overdueFee', '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', null],
    ['other.otherReasons', '其他', null],
  ]),
];

const BY_CODE = new Map([...OUTCOMES, ...CORRECTION_OUTCOMES].map((outcome) => [outcome.code, outcome]));

/** An outcome by its code; undefined for what is none. */
export const outcomeOf = (code: string): Outcome | undefined => BY_CODE.get(code);

/** How an application of a kind may end. */
export const outcomesOf = (kind: RequestKind): readonly Outcome[] =>
  kind === 'correction' ? CORRECTION_OUTCOMES : OUTCOMES;
