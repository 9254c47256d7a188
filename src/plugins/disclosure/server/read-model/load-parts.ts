import { loadRoster } from '../rosters/references';
import type { Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import { fileFields } from './public-content';

/** What a document consists of besides its own row, by field: its files and its roster. */
export const loadParts = async (context: VerbContext, document: Values): Promise<Values> => ({
  ...(await loadFiles(context)),
  ...(await loadRoster(context, document)),
});

async function loadFiles(context: VerbContext): Promise<Values> {
  const { strapi, type, subject, hasFiles } = context;
  const populate = fileFields(type);
  if (!hasFiles) return Object.fromEntries(populate.map((name) => [name, []]));
  const row = await strapi.db.query(type.uid).findOne({
    select: ['id'],
    where: { documentId: subject.documentId, publishedAt: null },
    populate,
  });
  return (row as Values | null) ?? {};
}
