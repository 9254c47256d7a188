/** The parts that people write (国办公开办函〔2021〕30号): sub-parts of 一、总体情况, then 五 and 六. */
export const TEXTS = [
  { code: 'proactive', label: '（一）主动公开', part: 1, required: true },
  { code: 'onRequest', label: '（二）依申请公开', part: 1, required: true },
  { code: 'management', label: '（三）政府信息管理', part: 1, required: true },
  { code: 'platform', label: '（四）平台建设', part: 1, required: true },
  { code: 'supervision', label: '（五）监督保障', part: 1, required: true },
  { code: 'problems', label: '五、存在的主要问题及改进情况', part: 5, required: true },
  { code: 'other', label: '六、其他需要报告的事项', part: 6, required: true },
] as const;

export type TextCode = (typeof TEXTS)[number]['code'];
export type Texts = Partial<Record<TextCode, string>>;

/** Whose report it is. */
export const REPORTS_OF = [
  { value: 'department', label: '部门' },
  { value: 'district', label: '区政府' },
] as const;
export type ReportOf = (typeof REPORTS_OF)[number]['value'];
