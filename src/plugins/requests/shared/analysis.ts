/** What requests can be laid out by. */
export const DIMENSIONS = [
  { code: 'month', label: '收到的月份' },
  { code: 'department', label: '承办部门' },
  { code: 'subject', label: '主题' },
  { code: 'outcome', label: '办理结果' },
  { code: 'applicant', label: '申请人类型' },
  { code: 'channel', label: '申请方式' },
] as const;
export type Dimension = (typeof DIMENSIONS)[number]['code'];

/** What is counted of them. */
export const MEASURES = [
  { code: 'received', label: '收到' },
  { code: 'answered', label: '已办结' },
  { code: 'open', label: '未办结' },
  { code: 'extended', label: '延长期限' },
  { code: 'overdue', label: '超过期限' },
  { code: 'lostReconsideration', label: '复议纠正' },
  { code: 'lostLawsuit', label: '诉讼纠正' },
] as const;
export type Measure = (typeof MEASURES)[number]['code'];

export type AnalysisRow = {
  key: string;
  label: string;
  counts: Record<Measure, number>;
  /** mean and greatest number of working days from receipt to answer; null: nothing was answered */
  meanDays: number | null;
  mostDays: number | null;
};

export type Analysis = { year: number; dimension: Dimension; rows: AnalysisRow[]; total: AnalysisRow };
