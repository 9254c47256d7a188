import type { UID } from '@strapi/strapi';
import type { Knex } from 'knex';

/** 岗位职责: what a member may do in her department. */
export const DUTIES = ['editor', 'reviewer', 'publisher', 'supervisor', 'auditor'] as const;
export type Duty = (typeof DUTIES)[number];

/** State of the working copy; whether a publication is live beside it is told by `Subject.live`. */
export const STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
] as const;
export type State = (typeof STATES)[number];
/** The working copy waits for a further step. */
export const OPEN_STATES: readonly State[] = ['draft', 'submitted', 'returned', 'approved', 'scheduled'];

export const VERBS = [
  'create',
  'edit',
  'clone',
  'delete',
  'discard',
  'submit',
  'return',
  'approve',
  'publish',
  'schedule',
  'unschedule',
  'expedite',
  'ratify',
  'withdraw',
  'correct',
  'restore',
  'transfer',
] as const;
export type VerbName = (typeof VERBS)[number];

/** A person or business system of a department. `personId` is the same in the panel and in the API. */
export type Member = {
  kind: 'member';
  personId: string;
  name: string;
  department: string;
  duties: readonly Duty[];
  via: 'admin' | 'api' | 'token' | 'job';
};
/** The administrator of the installation: keeps reference data, owns no document. */
export type Administrator = { kind: 'administrator'; personId: string; name: string };
/** Work that no person started; named so that the audit log can say what it was. */
export type SystemActor = { kind: 'system'; name: string };
export type Actor = Member | Administrator | SystemActor;

export type DocumentUid = UID.ContentType;
export type Transaction = Knex.Transaction;

/** The values of a disclosure document, as the document service holds them. */
export type Values = Record<string, unknown>;

/** What the rules need to know of a document; `null` documentId means it does not exist yet. */
export type Subject = {
  uid: string;
  documentId: string | null;
  owner: string | null;
  state: State | null;
  version: number;
  /** the department whose reviewers review it: the regulator of a public institution, else the owner */
  reviewedBy: string | null;
  /** published in urgency, and not reviewed yet */
  awaitsRatification: boolean;
  /** Persons who wrote the working copy since the last publication: none of them may approve it. */
  contributors: readonly string[];
  live: boolean;
  /** it has been public, now or before: it keeps its number and its tombstone */
  everPublic: boolean;
  /** 责任范围: the catalogue row, or the project's information class, that decides who is responsible. */
  scope: string | null;
};

/** What the caller sends with a verb. */
export type VerbInput = {
  comment?: string | undefined;
  reason?: string | undefined;
  expectedVersion?: number | undefined;
  /** transfer: the department that takes over. */
  department?: string | undefined;
  /** withdraw: documentId of the publication that replaces this one. */
  successor?: string | undefined;
  /** schedule: the instant at which it becomes public, ISO 8601 with its offset. */
  publishAt?: string | undefined;
  /** submit: why personal data that was found has to be public all the same. */
  personalDataReason?: string | undefined;
  /** approve: the reviewer has looked at each of the numbers that were submitted with a reason. */
  confirmPersonalData?: boolean | undefined;
  /** restore: the number of the edition, or the version of the working copy, whose text comes back. */
  edition?: number | undefined;
  draftVersion?: number | undefined;
};
