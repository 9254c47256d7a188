import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import { reviewerOf } from '../reference-data/departments';
import type { DocumentUid, State, Subject, Transaction, Values } from '../types';
import type { VerbContext } from '../verbs/verb';

/** The draft row of a document; null when there is none. */
export async function loadWorkingCopy(
  strapi: Core.Strapi,
  uid: DocumentUid,
  documentId: string,
): Promise<Values | null> {
  return (await strapi.db.query(uid).findOne({ where: { documentId, publishedAt: null } })) as Values | null;
}

/** Writes what the engine keeps on the draft row (state, version, number …) and returns the working copy with it. */
export async function updateWorkingCopy(context: VerbContext, values: Values): Promise<Values> {
  const { strapi, type, subject, draft } = context;
  const where = { documentId: subject.documentId, publishedAt: null };
  await strapi.db.query(type.uid).updateMany({ where, data: values });
  return { ...draft, ...values };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What the rules need to know of a working copy, from itself alone. */
export function toSubject(type: RegisteredType, draft: Values, live: boolean): Subject {
  return {
    uid: type.uid,
    documentId: text(draft.documentId),
    owner: text(draft.owner),
    state: (draft.state as State | undefined) ?? 'draft',
    version: Number(draft.version ?? 0),
    reviewedBy: text(draft.owner),
    awaitsRatification: text(draft.urgencyReason) !== null,
    contributors: Array.isArray(draft.contributors) ? (draft.contributors as string[]) : [],
    live,
    everPublic: text(draft.indexNo) !== null,
    scope: type.manifest.scopeOf(draft),
  };
}

/** What the rules need to know of a working copy: with what is public of it, and who reviews it. */
export async function loadSubject(
  strapi: Core.Strapi,
  type: RegisteredType,
  draft: Values,
  trx?: Transaction,
): Promise<Subject> {
  const subject = toSubject(type, draft, await isLive(strapi, String(draft.documentId), trx));
  return { ...subject, reviewedBy: await reviewerOf(strapi, subject.owner) };
}

export async function isLive(strapi: Core.Strapi, documentId: string, trx?: Transaction): Promise<boolean> {
  const query = strapi.db
    .connection('publications')
    .where({ document_id: documentId, state: 'live' })
    .first('state');
  return Boolean(await (trx ? query.transacting(trx) : query));
}
