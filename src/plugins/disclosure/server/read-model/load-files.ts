import type { Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import { fileFields } from './public-content';

/** The files of the working copy, by field. */
export async function loadFiles(context: VerbContext): Promise<Values> {
  const { strapi, type, subject } = context;
  const populate = fileFields(type);
  if (populate.length === 0) return {};
  const row = await strapi.db.query(type.uid).findOne({
    select: ['id'],
    where: { documentId: subject.documentId, publishedAt: null },
    populate,
  });
  return (row as Values | null) ?? {};
}
