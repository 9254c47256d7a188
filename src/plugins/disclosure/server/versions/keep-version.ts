import { rosterField } from '../rosters/references';
import type { Transaction } from '../types';
import type { VerbContext } from '../verbs/verb';
import { changesText, enteredContent } from './content';

/** Earlier texts kept of one document, besides those that were submitted or published. */
export const MOST_VERSIONS = 50;

/** The files of a draft row by field, as a version remembers them; sizes in Strapi are kilobytes. */
const FILES_SQL = `(
  select coalesce(jsonb_object_agg(field, list), '{}') from (
    select m.field, jsonb_agg(jsonb_build_object(
             'id', f.id, 'name', f.name, 'url', f.url, 'mime', f.mime, 'size', round(f.size * 1024)) order by m."order") as list
      from files_related_mph m join files f on f.id = m.file_id
     where m.related_id = :rowId and m.related_type = :type
     group by m.field) as files)`;

/**
 * Keeps what the working copy says, before a verb changes it: one statement, in the verb's transaction. What
 * never changes is never copied, so an import or a first save costs nothing.
 *
 * @param data the values to write; without it, all of the text is about to change
 */
export async function keepVersion(context: VerbContext, data?: VerbContext['data']): Promise<void> {
  const { trx, type, subject, draft, hasFiles } = context;
  if (data && !changesText(type, draft, data, hasFiles)) return;
  const roster = rosterField(type);
  await trx.raw(
    `with thinned as (
       delete from draft_versions where document_id = :id and not kept and version <= (
         select version from draft_versions where document_id = :id and not kept
          order by version desc offset :most limit 1)
     ), past as (
       select coalesce(max(version), 0) as version from draft_versions where document_id = :id
     )
     insert into draft_versions (document_id, version, since, type, contributors, content, roster_id, kept)
     select :id, :version, past.version + 1, :type, cast(:contributors as jsonb),
            cast(:content as jsonb) || ${hasFiles ? FILES_SQL : "'{}'::jsonb"}, cast(:roster as uuid),
            exists (select from audit_entries where document_id = :id and outcome = 'done'
                       and verb in ('submit', 'publish', 'expedite') and version > past.version)
       from past
      where past.version < :version`,
    {
      id: String(subject.documentId),
      version: subject.version,
      most: MOST_VERSIONS - 1,
      type: type.uid,
      rowId: Number(draft.id),
      contributors: JSON.stringify(subject.contributors),
      content: JSON.stringify(enteredContent(type, draft)),
      roster: roster && draft[roster] ? String(draft[roster]) : null,
    },
  );
}

/** Forgets everything beside a document that is deleted: its earlier texts, and what anybody typed for it. */
export async function forgetDocument(trx: Transaction, documentId: string): Promise<void> {
  await trx.raw(
    `with typed as (delete from unsaved_edits where document_id = :id)
     delete from draft_versions where document_id = :id`,
    { id: documentId },
  );
}
