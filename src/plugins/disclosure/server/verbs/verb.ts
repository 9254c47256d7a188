import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import type { Transition } from '../rules/decide';
import type { Member, Subject, Transaction, Values, VerbInput } from '../types';

/** What a verb works with: everything is inside one open transaction, and the actor is allowed. */
export type VerbContext = {
  strapi: Core.Strapi;
  trx: Transaction;
  type: RegisteredType;
  actor: Member;
  subject: Subject;
  /** the working copy as it is now; empty for a new document */
  draft: Values;
  /** whether files hang on the working copy */
  hasFiles: boolean;
  /** create, edit, clone: the values to write, complete with what the engine keeps */
  data: Values;
  input: VerbInput;
  now: Date;
  /** Strapi's own write that belongs to the verb (create, update, publish, …) */
  write: (data?: Values) => Promise<unknown>;
};

/** What a verb leaves behind for the audit log and the outbox. */
export type VerbResult = {
  documentId: string;
  /** what the caller of the document service gets */
  value: unknown;
  editionNo?: number;
  details?: Record<string, unknown>;
  /** what the person should know of how it was done */
  notes?: readonly string[];
};

export type Verb = Transition & {
  /** the document-service action whose write belongs to the verb */
  action?: 'create' | 'update' | 'clone' | 'delete' | 'discardDraft' | 'publish' | 'unpublish';
  apply: (context: VerbContext) => Promise<VerbResult>;
};
