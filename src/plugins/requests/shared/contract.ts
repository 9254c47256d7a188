import type { FileForApplicant } from './files';
import type { NoticeForApplicant, NoticeTold } from './notices';

/** What the desk and the applicant are told: shared by server and panel. Days are `YYYY-MM-DD` of Shanghai. */
export type QueueItem = {
  id: string;
  number: string | null;
  state: string;
  stateLabel: string;
  kind: string;
  owner: string;
  ownerName: string;
  channelLabel: string;
  /** masked: 张*; null once it has been forgotten */
  applicantName: string | null;
  applicantKindLabel: string;
  /** the beginning of what is asked for */
  title: string;
  submittedAt: string;
  receivedOn: string | null;
  dueOn: string | null;
  /** until when the applicant is to correct or to pay */
  applicantBy: string | null;
  /** who has let a term pass, so that it can be gone on with; null: nobody */
  lapse: string | null;
  clockState: string | null;
  clockLabel: string | null;
  workingDaysLeft: number | null;
  urgency: 'overdue' | 'red' | 'amber' | 'none';
  version: number;
};

export type QueueAnswer = {
  data: QueueItem[];
  /** `isWhole`: of all departments; `enters`: whose applications she writes down, null: of any */
  meta: {
    nextCursor: string | null;
    counts: Record<string, number>;
    isWhole: boolean;
    enters: string | null;
  };
};

export type DeskButton = {
  verb: string;
  label: string;
  enabled: boolean;
  why: string | null;
  needsReason: boolean;
  /** what to know before doing it: what was proposed, how much it would be */
  about: string | null;
  /** what is easily forgotten: to be confirmed once before it is done */
  warning: string | null;
  /** what it writes can be looked at before */
  hasPreview: boolean;
};

export type ClockTold = {
  state: string;
  label: string;
  dueOn: string | null;
  isProvisional: boolean;
  applicantBy: string | null;
  correctionNoticeBy: string;
  isExtended: boolean;
  workingDaysLeft: number | null;
  urgency: QueueItem['urgency'];
  steps: { text: string; article: string | null; day: string | null; daysOff: readonly string[] }[];
  unknownYears: readonly number[];
};

export type EventTold = {
  type: string;
  label: string;
  on: string;
  text: string | null;
  by: string;
  consultation: string | null;
};

/** A reconsideration or a suit, as the desk shows it. */
export type DisputeTold = {
  id: string;
  kindLabel: string;
  organ: string;
  caseNo: string | null;
  filedOn: string;
  closedOn: string | null;
  resultLabel: string | null;
  isCoDefendant: boolean;
  note: string | null;
  /** where the order of remedies or their terms seem not to have been respected */
  warnings: string[];
};

export type RequestTold = QueueItem & {
  wanted: {
    name?: string | undefined;
    docNo?: string | undefined;
    description?: string | undefined;
    evidence?: string | undefined;
  } | null;
  applicant: {
    name: string;
    idNumber: string;
    phone: string | null;
    email: string | null;
    address: string | null;
  } | null;
  medium: string;
  delivery: string;
  outcome: string | null;
  outcomeLabel: string | null;
  answeredOn: string | null;
  withdrawnOn: string | null;
  answer: { outcome: string; text: string; reasons: string; publications: string[] } | null;
  clock: ClockTold | null;
  events: EventTold[];
  /** what it waits for, in words; `verb`: the button with which that is done */
  nextStep: { text: string; verb: string | null };
  buttons: DeskButton[];
  notices: NoticeTold[];
  /** open consultations, for the verbs that name one */
  consultations: { id: string; label: string }[];
  disputes: DisputeTold[];
  /** earlier requests of the same applicant, and others that ask for something similar */
  related: {
    id: string;
    number: string | null;
    title: string;
    stateLabel: string;
    why: 'sameApplicant' | 'similar';
    ownerName: string;
    /** how alike the texts are, in words; null: not */
    likeness: string | null;
    /** it has been answered: 重复申请 may be the outcome */
    repeat: { number: string; answeredOn: string } | null;
  }[];
};

/** What the applicant is told by her code. */
export type StatusTold = {
  number: string | null;
  departmentName: string;
  stateLabel: string;
  submittedOn: string;
  /** its file is closed */
  archivedOn: string | null;
  receivedOn: string | null;
  dueOn: string | null;
  /** the day moves on while others are asked */
  dueIsProvisional: boolean;
  /** as it is handled now, after corrections and a split; null once it has been forgotten */
  wanted: { name: string | null; docNo: string | null; description: string | null } | null;
  /** that others were asked, and that this time does not count (条例第三十三条第三款) */
  consultations: ConsultationForApplicant[];
  /** what is waited for from her, in words; null: nothing */
  waitsFor: { what: 'correction' | 'reason' | 'payment'; text: string; until: string } | null;
  answer: {
    outcomeLabel: string;
    answeredOn: string;
    /** from this day the terms of the remedies count; null: not noted yet */
    servedOn: string | null;
    text: string;
    reasons: string;
    basis: string | null;
    remedies: string;
  } | null;
  /** what was answered before and holds no longer, the first one first */
  earlierAnswers: EarlierAnswer[];
  /** hers, and what is handed over with the answer */
  files: FileForApplicant[];
  mayWithdraw: boolean;
  /** that what she was given be public for all (条例第四十四条第二款) */
  maySuggest: boolean;
  notices: NoticeForApplicant[];
  /** each can be followed and acted on with the same code and its number as `part` */
  parts: PartForApplicant[];
};

/** A consultation as the applicant is told: never who was asked. */
export type ConsultationForApplicant = {
  whom: string;
  sentOn: string;
  /** the last day that does not count, as far as it is known */
  through: string;
  isOpen: boolean;
  /** working days that do not count so far */
  workingDays: number;
};

/** An answer that a later one takes the place of. */
export type EarlierAnswer = {
  outcomeLabel: string;
  answeredOn: string;
  text: string | null;
  /** since when it holds no longer */
  until: string;
};

export type PartForApplicant = {
  number: string | null;
  wanted: string;
  stateLabel: string;
  dueOn: string | null;
  outcomeLabel: string | null;
  answeredOn: string | null;
  /** something is waited for from her */
  isWaiting: boolean;
};
