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

/** Writes what the engine keeps on the draft row (state, version, number …) and returns the row. */
export async function updateWorkingCopy(context: VerbContext, values: Values): Promise<Values> {
  const { strapi, type, subject } = context;
  const query = strapi.db.query(type.uid);
  const row = await query.findOne({
    select: ['id'],
    where: { documentId: subject.documentId, publishedAt: null },
  });
  return (await query.update({ where: { id: row.id }, data: values })) as Values;
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

/** What stands beside a working copy: what the rules need to know, and whether files hang on it. */
export async function loadStanding(
  strapi: Core.Strapi,
  type: RegisteredType,
  draft: Values,
  trx?: Transaction,
): Promise<{ subject: Subject; hasFiles: boolean }> {
  const query = strapi.db.connection.raw(
    `select exists (select 1 from publications where document_id = ? and state = 'live') as live,
            exists (select 1 from files_related_mph where related_id = ? and related_type = ?) as has_files`,
    [String(draft.documentId), Number(draft.id), type.uid],
  );
  const { rows } = (await (trx ? query.transacting(trx) : query)) as {
    rows: { live: boolean; has_files: boolean }[];
  };
  const subject = toSubject(type, draft, rows[0]?.live === true);
  return {
    subject: { ...subject, reviewedBy: await reviewerOf(strapi, subject.owner) },
    hasFiles: rows[0]?.has_files === true,
  };
}

/** What the rules need to know of a working copy: with what is public of it, and who reviews it. */
export const loadSubject = async (
  strapi: Core.Strapi,
  type: RegisteredType,
  draft: Values,
  trx?: Transaction,
): Promise<Subject> => (await loadStanding(strapi, type, draft, trx)).subject;

export async function isLive(strapi: Core.Strapi, documentId: string, trx?: Transaction): Promise<boolean> {
  const query = strapi.db
    .connection('publications')
    .where({ document_id: documentId, state: 'live' })
    .first('state');
  return Boolean(await (trx ? query.transacting(trx) : query));
}
