/** A notice on paper: what is sealed when it is given, and what previews show. Plain data. */
export type Paper = {
  title: string;
  /** 发文字号; null while it is only a draft */
  number: string | null;
  /** 申请编号, shown above the title of a draft as well */
  requestNumber: string;
  addressee: string;
  paragraphs: string[];
  signedBy: string;
  /** as it is written at the end: 2026年11月28日 */
  day: string;
};

/** A notice as the desk lists it. */
export type NoticeTold = {
  id: string;
  kind: string;
  label: string;
  number: string;
  madeOn: string;
  /** to whom it goes, in words; never a name */
  to: string;
  /** how far its delivery is, in words */
  delivery: string;
  servedOn: string | null;
  /** the mail could not be sent, or needs a person */
  needsAttention: boolean;
  /** its mail can be sent again */
  mayMail: boolean;
  /** who took it, why it was not taken, the number of the letter */
  record: { label: string; value: string }[];
  /** false once its text has been forgotten */
  isReadable: boolean;
};

/** A notice as its applicant is told. */
export type NoticeForApplicant = { id: string; label: string; number: string; madeOn: string };

export type TemplateText = { title: string; body: string };

/** A kind of notice with its template, as the office edits it. */
export type TemplateTold = {
  kind: string;
  label: string;
  basis: string | null;
  current: TemplateText;
  standard: TemplateText;
  isStandard: boolean;
  placeholders: { name: string; hint: string; isRequired: boolean }[];
  versions: { id: string; by: string; at: string; isStandard: boolean; text: TemplateText }[];
};
