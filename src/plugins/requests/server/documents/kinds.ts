import type { OutcomeGroup } from '../../shared/outcomes';
import { COMMON, OF_APPLICANT, type PlaceholderName } from './placeholders';

/** Series of numbers; the word stands in the 发文字号. Answers of all outcomes are one series. */
export const SERIES = {
  receipt: '收',
  correction: '补',
  reason: '理',
  delay: '迟',
  extension: '延',
  opinion: '征',
  consultation: '征告',
  fee: '费',
  split: '拆',
  transfer: '转',
  answer: '答',
  decision: '告',
} as const;
export type Series = keyof typeof SERIES;

/** A kind of notice (文书). */
export type NoticeKind = {
  label: string;
  series: Series;
  /** what obliges or allows to give it; null: no article that was checked */
  basis: string | null;
  to: 'applicant' | 'consulted';
  /** placeholders beside those of every notice */
  own: readonly PlaceholderName[];
  /** what the text must not leave out */
  required: readonly PlaceholderName[];
};

const REGULATION = '《中华人民共和国政府信息公开条例》';

const toApplicant = (
  label: string,
  series: Series,
  basis: string | null,
  required: readonly PlaceholderName[],
  optional: readonly PlaceholderName[] = [],
): NoticeKind => ({
  ...{ label, series, basis, required },
  to: 'applicant',
  own: [...OF_APPLICANT, ...required, ...optional],
});
const opinion = (
  label: string,
  basis: string | null,
  required: readonly PlaceholderName[] = [],
): NoticeKind => ({
  ...{ label, basis, series: 'opinion', to: 'consulted', required: ['申请内容', ...required] },
  own: ['征求对象', ...required],
});
/** 不予公开、部分公开 and whatever gives nothing: with its reasons (条例第三十六条至第三十九条). */
const answer = (group: string, article: string | null, needsReason = true): NoticeKind =>
  toApplicant(
    `答复书（${group}）`,
    'answer',
    article && `${REGULATION}${article}`,
    ['答复内容', ...(needsReason ? (['答复理由'] as const) : []), '救济途径'],
    ['办理结果', '依据', ...(needsReason ? [] : (['答复理由'] as const))],
  );

/** The closed list of notices. Who is to be told what follows from the articles named beside them. */
export const NOTICE_KINDS = {
  receipt: toApplicant('登记回执', 'receipt', `${REGULATION}第三十一条`, ['答复期限'], ['申请方式']),
  correction: toApplicant('补正告知书', 'correction', `${REGULATION}第三十条`, ['补正事项', '补正期限']),
  reason: toApplicant('要求说明理由告知书', 'reason', `${REGULATION}第三十五条`, ['说明期限']),
  delay: toApplicant('延迟答复告知书', 'delay', `${REGULATION}第三十五条`, ['延迟期限'], ['理由']),
  extension: toApplicant('延期答复告知书', 'extension', `${REGULATION}第三十三条`, ['理由', '答复期限']),
  thirdPartyOpinion: opinion('征求第三方意见书', `${REGULATION}第三十二条`, ['反馈期限']),
  coMakerOpinion: opinion('征求共同制作机关意见函', `${REGULATION}第三十四条`, ['反馈期限']),
  organOpinion: opinion('征求机关意见函', null),
  /** the regulation excludes the time; that it is told so in a letter is what districts do */
  consultationTold: toApplicant('征求意见告知书', 'consultation', null, ['征求类别', '答复期限']),
  fee: toApplicant('收费通知书', 'fee', '国办函〔2020〕109号', ['计费说明', '金额', '缴费期限', '缴纳方式']),
  split: toApplicant('拆分办理告知书', 'split', null, ['拆分情况'], ['理由']),
  assignment: toApplicant('转办告知书', 'transfer', null, ['转办机关'], ['理由']),
  answerGranted: answer('予以公开', '第三十六条第（一）、（二）项', false),
  answerPartial: answer('部分公开', '第三十七条'),
  answerDenied: answer('不予公开', '第三十六条第（三）项'),
  answerUnable: answer('无法提供', '第三十六条'),
  answerNotProcessed: answer('不予处理', null),
  answerOther: answer('其他处理', null),
  /** an application to correct a record of oneself */
  answerCorrection: answer('更正', '第四十一条', false),
  /** to a third party that had not agreed (条例第三十二条) */
  thirdPartyDecision: {
    ...{ label: '公开决定告知书', series: 'decision', basis: `${REGULATION}第三十二条` },
    ...{ to: 'consulted', own: ['告知内容'], required: ['申请内容', '告知内容'] },
  },
} as const satisfies Record<string, NoticeKind>;

export type NoticeKindCode = keyof typeof NOTICE_KINDS;
export const NOTICE_CODES = Object.keys(NOTICE_KINDS) as NoticeKindCode[];
export const noticeKind = (code: NoticeKindCode): NoticeKind => NOTICE_KINDS[code];

/** What the template of a kind may name. */
export const placeholdersOf = (code: NoticeKindCode): PlaceholderName[] => [
  ...new Set([...COMMON, ...noticeKind(code).own]),
];

export const ANSWER_KINDS: Record<OutcomeGroup | 'correction', NoticeKindCode> = {
  granted: 'answerGranted',
  partial: 'answerPartial',
  denied: 'answerDenied',
  unable: 'answerUnable',
  notProcessed: 'answerNotProcessed',
  other: 'answerOther',
  correction: 'answerCorrection',
};

/** 答复书 of whatever outcome. */
export const isAnswer = (code: string): boolean => (Object.values(ANSWER_KINDS) as string[]).includes(code);
