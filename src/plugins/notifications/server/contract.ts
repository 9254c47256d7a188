/**
 * What the panel's pages of notifications and the server say to each other. Types only, and no imports:
 * the panel's build must not depend on the server's code.
 */

export type NoticeKind =
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'passed'
  | 'published'
  | 'ratify'
  | 'schedule-failed'
  | 'withdrawn'
  | 'transferred'
  | 'due'
  | 'overdue'
  | 'evaluation'
  | 'interpretation'
  | 'regulation'
  | 'annual-report'
  | 'wechat'
  | 'wechat-stopped'
  | 'webhook-paused'
  | 'request-new'
  | 'request-applicant'
  | 'request-due'
  | 'request-overdue'
  | 'request-deadline'
  | 'request-frequent'
  | 'request-review'
  | 'request-answer';

/** 面板 / 邮件即时 / 每日汇总 / 不要: each but the last is in the panel as well. */
export type Channel = 'panel' | 'mail' | 'daily' | 'none';

export type Notice = {
  id: string;
  kind: NoticeKind;
  kindName: string;
  /** of the document, personal data masked; null where it stands for several */
  title: string | null;
  detail: string | null;
  count: number;
  /** the document's type, or the page of the panel that shows it (`/plugins/…?id=`); null: the home page lists them */
  uid: string | null;
  documentId: string | null;
  /** ISO 8601 */
  at: string;
  read: boolean;
};

export type Inbox = {
  items: Notice[];
  unread: number;
  nextCursor: string | null;
  kinds: { kind: NoticeKind; name: string }[];
  /** whether the person looks after how the mail goes */
  seesMail: boolean;
};

export type Preference = { kind: NoticeKind; name: string; hint: string; channel: Channel };
export type Preferences = { items: Preference[]; mail: { ready: boolean; address: string | null } };

/** How the mail goes: for the administrator and the office. */
export type MailStatus = {
  ready: boolean;
  waiting: number;
  /** not delivered so far, or given up */
  failed: { name: string | null; error: string; attempts: number; givenUp: boolean; at: string }[];
};
