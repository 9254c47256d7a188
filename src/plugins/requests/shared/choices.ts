/** 证件类型; the first two are checked by their check digit. */
export const ID_TYPES = [
  { code: 'idCard', label: '居民身份证' },
  { code: 'uscc', label: '统一社会信用代码' },
  { code: 'passport', label: '护照' },
  { code: 'travelPermit', label: '港澳台居民来往内地通行证' },
  { code: 'other', label: '其他有效证件' },
] as const;
export type IdType = (typeof ID_TYPES)[number]['code'];

/** How an application comes in (条例第二十九条、第三十一条). */
export const CHANNELS = [
  { code: 'online', label: '网上申请' },
  { code: 'letter', label: '信函' },
  { code: 'fax', label: '传真' },
  { code: 'email', label: '电子邮件' },
  { code: 'inPerson', label: '当面提交' },
  { code: 'oral', label: '口头申请（代为填写）' },
] as const;
export type Channel = (typeof CHANNELS)[number]['code'];

/** 形式要求: on what the information is wanted, and how it is to be handed over. */
export const MEDIA = [
  { code: 'electronic', label: '电子文件' },
  { code: 'paper', label: '纸质' },
  { code: 'disc', label: '光盘' },
] as const;
export const DELIVERIES = [
  { code: 'online', label: '网上下载' },
  { code: 'email', label: '电子邮件' },
  { code: 'post', label: '邮寄' },
  { code: 'fax', label: '传真' },
  { code: 'pickUp', label: '自行领取' },
  { code: 'onSite', label: '当场查阅、抄录' },
] as const;
/** How a notice goes out or has been served: as the applicant wants it, or brought to her. */
export const SERVICE_METHODS = [...DELIVERIES, { code: 'inHand', label: '当面送达' }] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number]['code'];

export const codesOf = <const T extends readonly { code: string }[]>(choices: T) =>
  choices.map(({ code }) => code) as [T[number]['code'], ...T[number]['code'][]];

export const labelIn = (choices: readonly { code: string; label: string }[], code: string): string =>
  choices.find((choice) => choice.code === code)?.label ?? code;
