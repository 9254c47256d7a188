/**
 * What the panel's part and the server say to each other. Types only, and no imports: the panel's build must
 * not depend on the server's code.
 */

export type DraftState =
  | 'waiting'
  | 'drafted'
  | 'submitted'
  | 'published'
  | 'removed'
  | 'attention'
  | 'failed';

/** How it stands with the draft of a publication. */
export type DraftStatus = {
  state: DraftState;
  stateName: string;
  /** the edition that WeChat has */
  editionNo: number | null;
  articleUrl: string | null;
  /** what a person is told, and should do */
  advice: string | null;
  code: number | null;
  attempts: number;
  /** ISO 8601; null: nothing is to be done */
  nextTryAt: string | null;
  updatedAt: string;
};

/** An article as WeChat takes it. */
export type Article = {
  title: string;
  author: string;
  digest: string;
  /** HTML with inline styles, as far as WeChat keeps it */
  content: string;
  contentSourceUrl: string;
  /** address of a picture; null: the document has none */
  cover: string | null;
  /** the text is longer than an article may be, and goes on under contentSourceUrl */
  isCut: boolean;
  /** the title is longer than an article's may be, and nobody has written a shorter one */
  isTitleCut: boolean;
};

/** The part 公众号 beside a document's form. */
export type DocumentPanel = {
  /** whether the account is set up for drafts */
  ready: boolean;
  live: boolean;
  /** what holds: the department's choice, or the office's default */
  chosen: boolean;
  isDefault: boolean;
  title: string | null;
  cover: string | null;
  digest: string | null;
  /** the pictures of the document */
  covers: string[];
  article: Article;
  status: DraftStatus | null;
  /** why the person may not choose; null: she may */
  whyNot: string | null;
  /** whether the person may try again, or say that something is done */
  mayAttend: boolean;
  /** why nothing is pushed at present, for any department; null: it is */
  stopped: string | null;
};

export type ChoiceInput = {
  chosen: boolean;
  /** null: the title of the publication */
  title: string | null;
  cover: string | null;
  digest: string | null;
};

/** A key of the account's menu, and what a click on it looks for. */
export type MenuKey = { key: string; kind: 'keyword' | 'column'; value: string };

export type OfficeSettings = {
  /** what somebody is told who begins to follow the account */
  welcome: string;
  /** what is added for somebody who finds nothing or asks for a person: a telephone, a place */
  nothing: string;
  menu: MenuKey[];
  /** columns and kinds whose publications go to the account unless the department decides otherwise */
  columns: string[];
  kinds: string[];
  /** drafts are submitted for publication without a person looking at them in the account */
  autoPublish: boolean;
};

export type QueueRow = DraftStatus & {
  documentId: string;
  uid: string;
  title: string;
  owner: string;
  ownerName: string;
};

export type OfficePage = {
  settings: OfficeSettings;
  mayChange: boolean;
  /** whether the person may try again, or say that something is done */
  mayAttend: boolean;
  account: {
    appId: string | null;
    callbackReady: boolean;
    safeMode: boolean;
    pushReady: boolean;
    /** what is to be entered in 公众平台 as the server's address */
    callbackUrl: string;
  };
  stop: { code: number; advice: string; at: string; until: string | null } | null;
  counts: Record<DraftState, number>;
  rows: QueueRow[];
  columns: { code: string; name: string }[];
  kinds: { code: string; name: string }[];
};
