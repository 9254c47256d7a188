/** What a department says of itself in its 政府信息公开指南 (条例第十二条第二款). */
export const GUIDE_FIELDS = [
  { name: 'office', label: '政府信息公开工作机构', hint: '受理申请的科室，如：办公室' },
  { name: 'address', label: '办公地址', hint: '当面提交、邮寄申请的地址' },
  { name: 'postcode', label: '邮政编码', hint: '' },
  { name: 'hours', label: '办公时间', hint: '如：工作日9:00至12:00，13:30至17:30' },
  { name: 'phone', label: '联系电话', hint: '' },
  { name: 'fax', label: '传真号码', hint: '没有的不填' },
  { name: 'email', label: '电子邮箱', hint: '没有的不填' },
  { name: 'reading', label: '查阅场所', hint: '公众可以当面查阅已公开信息的地方' },
  { name: 'more', label: '其他说明', hint: '如：无障碍服务、交通' },
] as const;
export type GuideField = (typeof GUIDE_FIELDS)[number]['name'];
export type GuideData = Partial<Record<GuideField, string>>;

/** Without these nobody finds the desk. */
export const GUIDE_NEEDS: readonly GuideField[] = ['office', 'address', 'hours', 'phone'];

export type GuideTold = {
  department: string;
  departmentName: string;
  draft: GuideData;
  published: GuideData | null;
  publishedOn: string | null;
  version: number;
  /** the draft says something else than what is public */
  isChanged: boolean;
  mayEdit: boolean;
  /** null: the person may publish it */
  whyNotPublish: string | null;
  address: string;
};
