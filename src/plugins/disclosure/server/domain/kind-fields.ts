import type { Choice, Field, Fields } from './field';

/** 决定类型: brings its own clock (7 working days for licences and penalties). */
export const DECISION_TYPES: readonly Choice[] = [
  { value: 'licence', label: '行政许可' },
  { value: 'penalty', label: '行政处罚' },
  { value: 'coercion', label: '行政强制' },
];

type Attribute = Omit<Field, 'kinds'>;

/** The attributes that an entry of each kind needs beyond those of every record. */
const ATTRIBUTES: Record<string, Record<string, Attribute>> = {
  guide: {
    conditions: { label: '办理条件', type: 'text', requiredToSubmit: true },
    materials: { label: '申请材料', type: 'text', requiredToSubmit: true, hint: '一行一项' },
    steps: { label: '办理流程', type: 'text', requiredToSubmit: true, hint: '一行一步' },
    processingTime: { label: '办理时限', type: 'string', requiredToSubmit: true, hint: '如：10个工作日' },
    fee: { label: '收费标准', type: 'string', requiredToSubmit: true, hint: '不收费的填“不收费”' },
    places: { label: '办理地点和时间', type: 'text', requiredToSubmit: true, hint: '一行一处' },
    phones: { label: '咨询电话', type: 'string', requiredToSubmit: true },
  },
  decision: {
    decisionType: {
      label: '决定类型',
      type: 'choice',
      choices: DECISION_TYPES,
      hint: '行政许可、行政处罚须自作出决定之日起7个工作日内公开',
    },
    decidedOn: {
      label: '决定日期',
      type: 'date',
      requiredToSubmit: true,
      dateRule: { past: true },
      hint: '作出行政决定之日；决定文书号填在“文号”',
    },
    party: { label: '行政相对人', type: 'string', requiredToSubmit: true, hint: '个人按规定隐去部分姓名' },
    decisionBasis: { label: '决定依据', type: 'text', requiredToSubmit: true },
    decisionResult: { label: '决定结果', type: 'text', requiredToSubmit: true },
    takeDownOn: {
      label: '公示截止日期',
      type: 'date',
      dateRule: { notBefore: { field: 'decidedOn', name: '决定日期' } },
      hint: '公示期满的次日自动撤下；长期公示的不填',
    },
  },
  notice: {
    validUntil: {
      label: '有效期至',
      type: 'date',
      dateRule: { notBefore: { field: 'formedOn', name: '成文日期' } },
      hint: '过了这一天，公众看到的有效性是“失效”',
    },
    commentsUntil: {
      label: '征求意见截止日期',
      type: 'date',
      dateRule: { notBefore: { field: 'formedOn', name: '成文日期' } },
      hint: '征求意见的公告填写，进入公众可订阅的日历',
    },
    meetingOn: {
      label: '会议日期',
      type: 'date',
      hint: '会议、听证会、开放日等的公告填写，进入公众可订阅的日历',
    },
  },
};

/** The attributes of all kinds as fields: each belongs to its kind alone. */
export const KIND_FIELDS: Fields = Object.fromEntries(
  Object.entries(ATTRIBUTES).flatMap(([kind, attributes]) =>
    Object.entries(attributes).map(([name, field]) => [name, { ...field, kinds: [kind] }]),
  ),
);

/** For a domain whose entries of a kind are parts of a whole: the attributes are there, none is required. */
export const OPTIONAL_KIND_FIELDS: Record<string, Partial<Field>> = Object.fromEntries(
  Object.keys(KIND_FIELDS).map((name) => [name, { requiredToSubmit: undefined }]),
);
