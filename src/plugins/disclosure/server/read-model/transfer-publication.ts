import type { VerbContext } from '../verbs/verb';

/** Gives the publication (live or withdrawn) and the published row of a document to their new owner. */
export async function transferPublication(
  context: VerbContext,
  department: { code: string; name: string },
): Promise<void> {
  const { strapi, trx, type, subject } = context;
  const owner = JSON.stringify({ owner: department.code, ownerName: department.name });
  const published = { documentId: subject.documentId, publishedAt: { $notNull: true } };
  await strapi.db.query(type.uid).updateMany({ where: published, data: { owner: department.code } });
  await trx.raw(
    `update publications
        set owner = ?, owner_name = ?, summary = summary || ?::jsonb, etag = md5(etag || ?)
      where document_id = ?`,
    [department.code, department.name, owner, department.code, subject.documentId],
  );
}
