/** What is applied for: information, or the correction of what an organ has on record of oneself (条例第四十一条). */
export const REQUEST_KINDS = [
  { code: 'information', label: '申请公开政府信息' },
  { code: 'correction', label: '申请更正与自身相关的政府信息' },
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number]['code'];
