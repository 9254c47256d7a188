import type { Core } from '@strapi/strapi';
import { requireType } from '../../../disclosure/server/domain/registry';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { attachedFiles } from '../../../disclosure/server/privacy/files/attached-files';
import { readFileTexts } from '../../../disclosure/server/privacy/files/read-file-texts';
import type { SearchIndex } from '../index/search-index';
import { refresh } from './refresh';

/** Documents of one look. */
const AT_ONCE = 50;

/**
 * Reads attached files that the gate has never read (published before it did): one at a time, in the gate's
 * thread with its limits of time, size and pages; their personal data is masked as everywhere. Then the
 * documents are put into the index anew.
 *
 * @returns how many documents were looked at
 */
export async function readMissingFiles(
  strapi: Core.Strapi,
  index: SearchIndex,
  isStopped: () => boolean = () => false,
): Promise<number> {
  const { rows } = await strapi.db.connection.raw(
    `select s.document_id, p.type from search_documents s join publications p on p.document_id = s.document_id
      where s.unread and p.state = 'live' order by s.document_id limit ${AT_ONCE}`,
  );
  const documents = rows as { document_id: string; type: string }[];
  for (const { document_id: documentId, type } of documents) {
    if (isStopped()) break;
    const files = await filesOf(strapi, type, documentId);
    await readFileTexts(
      strapi,
      files.filter(({ read }) => read === null),
    );
    await inTransaction(strapi, (trx) => refresh(strapi, index, [documentId], trx));
  }
  return documents.length;
}

/** The files of what is public: Strapi's published row. */
async function filesOf(strapi: Core.Strapi, uid: string, documentId: string) {
  const type = requireType(strapi, uid);
  const row = (await strapi.db.query(type.uid).findOne({
    select: ['id'],
    where: { documentId, publishedAt: { $notNull: true } },
  })) as { id: number } | null;
  return row ? attachedFiles(strapi, type, row.id) : [];
}
