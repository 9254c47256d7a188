/** What a file of a request is for. */
export const FILE_ROLES = [
  { code: 'application', label: '申请人提交的附件' },
  { code: 'answer', label: '随答复提供的文件' },
  { code: 'original', label: '原件（仅内部，不提供给申请人）' },
  { code: 'redaction', label: '遮盖件（待确认）' },
] as const;
export type FileRole = (typeof FILE_ROLES)[number]['code'];

/** Whether it has been looked through for viruses. */
export const SCANS = [
  { code: 'clean', label: '已查毒' },
  { code: 'waiting', label: '待查毒' },
  { code: 'unscanned', label: '未查毒' },
  { code: 'infected', label: '查出病毒，内容已删除' },
] as const;
export type Scan = (typeof SCANS)[number]['code'];
export const labelOfScan = (scan: Scan): string => SCANS.find(({ code }) => code === scan)?.label ?? scan;

/** What comes with applications and answers; archives and whatever runs stay out. */
export const FILE_ENDINGS = [
  'pdf',
  'ofd',
  'docx',
  'xlsx',
  'doc',
  'xls',
  'txt',
  'png',
  'jpg',
  'jpeg',
] as const;
export type FileEnding = (typeof FILE_ENDINGS)[number];
export const ACCEPT = FILE_ENDINGS.map((ending) => `.${ending}`).join(',');

/** Why a part is withheld (条例第十四条至第十六条); 第三十七条 says that the rest is provided. */
export const REDACTION_ARTICLES = [
  { code: '14', label: '第十四条（国家秘密、法律法规禁止公开、危及安全稳定）' },
  { code: '15', label: '第十五条（商业秘密、个人隐私等第三方合法权益）' },
  { code: '16.1', label: '第十六条第一款（内部事务信息）' },
  { code: '16.2', label: '第十六条第二款（过程性信息、行政执法案卷信息）' },
] as const;

/** What the desk is told of a file. */
export type FileTold = {
  id: string;
  role: FileRole;
  name: string;
  type: string;
  size: number;
  scan: Scan;
  scanLabel: string;
  /** whether it may be opened now */
  isOpen: boolean;
  by: string;
  addedAt: string;
  madeFrom: string | null;
  redaction: { removed: number; article: string; reason: string } | null;
  /** a redacted copy can be made of it */
  canRedact: boolean;
  canRemove: boolean;
  canAccept: boolean;
};

export type FilesTold = {
  data: FileTold[];
  meta: { mayAdd: Record<'application' | 'answer', string | null> };
};

/** What the applicant is told of hers, and of what is handed over to her. */
export type FileForApplicant = {
  id: string;
  of: 'application' | 'answer';
  name: string;
  size: number;
  /** null: it can be downloaded */
  why: string | null;
};

/** A page of a file as the desk looks at it before and after something is removed. */
export type PageTold = { page: number; pages: number; text: string; image: string | null };

/** A part of a page, as shares of its width and height from its upper left corner. */
export type Region = { page: number; x: number; y: number; width: number; height: number };
