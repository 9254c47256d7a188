import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
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

/** What the rules need to know of a working copy, and whether files hang on it: one statement for what stands beside it. */
export async function loadSubject(
  strapi: Core.Strapi,
  type: RegisteredType,
  draft: Values,
  trx?: Transaction,
): Promise<{ subject: Subject; hasFiles: boolean }> {
  const { rows } = (await (trx ?? strapi.db.connection).raw(
    `select exists (select 1 from publications where document_id = ? and state = 'live') as live,
            exists (select 1 from files_related_mph where related_id = ? and related_type = ?) as has_files,
            (select nullif(regulator, '') from disclosure_departments where code = ? limit 1) as regulator`,
    [String(draft.documentId), Number(draft.id), type.uid, String(draft.owner)],
  )) as { rows: { live: boolean; has_files: boolean; regulator: string | null }[] };
  const { live = false, has_files: hasFiles = false, regulator = null } = rows[0] ?? {};
  const subject = toSubject(type, draft, live);
  return {
    subject: { ...subject, reviewedBy: type.manifest.reviewedBy ?? regulator ?? subject.owner },
    hasFiles,
  };
}

export async function isLive(strapi: Core.Strapi, documentId: string, trx?: Transaction): Promise<boolean> {
  const query = strapi.db
    .connection('publications')
    .where({ document_id: documentId, state: 'live' })
    .first('state');
  return Boolean(await (trx ? query.transacting(trx) : query));
}
