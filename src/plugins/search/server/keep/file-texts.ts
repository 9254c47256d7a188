import type { Core } from '@strapi/strapi';
import { findType } from '../../../disclosure/server/domain/registry';
import type { FileStatus } from '../../../disclosure/server/privacy/files/read/budget';
import { fileFields } from '../../../disclosure/server/read-model/public-content';
import type { Transaction } from '../../../disclosure/server/types';

/** What is known of a file that hangs on a publication. */
export type FileText = { name: string; status: FileStatus | null; text: string };

/** Characters that are taken of one file. */
const MAX_TEXT = 300_000;

/**
 * The texts of the files that hang on publications, as the gate has kept them (personal data masked). One
 * statement a type: files hang on the published row of Strapi.
 */
export async function fileTextsOf(
  strapi: Core.Strapi,
  publications: readonly { document_id: string; type: string }[],
  trx: Transaction,
): Promise<Map<string, FileText[]>> {
  const found = new Map<string, FileText[]>();
  for (const uid of new Set(publications.map(({ type }) => type))) {
    const type = findType(strapi, uid);
    const table = type && strapi.contentTypes[type.uid]?.collectionName;
    if (!type || !table) continue;
    const ids = publications.filter(({ type: own }) => own === uid).map(({ document_id }) => document_id);
    const { rows } = await trx.raw(
      `select d.document_id, f.name, t.status, left(t.text, ${MAX_TEXT}) as text
         from ?? d
         join files_related_mph m on m.related_id = d.id and m.related_type = ? and m.field = any(?)
         join files f on f.id = m.file_id
         left join file_texts t on t.file_id = f.id
        where d.document_id = any(?) and d.published_at is not null
        order by d.document_id, m.field, m."order", f.id`,
      [table, uid, fileFields(type), ids],
    );
    for (const { document_id: id, name, status, text } of rows) {
      found.set(id, [...(found.get(id) ?? []), { name, status, text: text ?? '' }]);
    }
  }
  return found;
}

/** Statuses of files whose text, or a part of it, is there. */
const READ = new Set<FileStatus>(['read', 'partial', 'too-large', 'timeout']);

/** The files that were looked into and gave no text: scans, and what no reader can open. */
export const textlessOf = (files: readonly FileText[]): string[] =>
  files
    .filter(({ status, text }) => status !== null && (text.trim() === '' || !READ.has(status)))
    .map(({ name }) => name);
