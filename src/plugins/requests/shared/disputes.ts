/** 行政复议、行政诉讼, as the fourth part of the annual report counts them (国办公开办函〔2021〕30号). */
export const DISPUTE_KINDS = [
  { code: 'reconsideration', label: '行政复议' },
  { code: 'lawsuitDirect', label: '行政诉讼（未经复议直接起诉）' },
  { code: 'lawsuitAfterReconsideration', label: '行政诉讼（复议后起诉）' },
] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number]['code'];

export const DISPUTE_RESULTS = [
  { code: 'upheld', label: '结果维持' },
  { code: 'corrected', label: '结果纠正' },
  { code: 'other', label: '其他结果' },
] as const;
export type DisputeResult = (typeof DISPUTE_RESULTS)[number]['code'];
