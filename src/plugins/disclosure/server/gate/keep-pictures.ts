import type { VerbContext } from '../verbs/verb';

const PICTURE = /<img\b[^>]*?\ssrc="(\/uploads\/[^"]+|https?:\/\/[^"]+)"/g;

/** The addresses of the pictures in a stored (sanitised) body, each once. */
export const picturesIn = (body: unknown): string[] =>
  typeof body === 'string' ? [...new Set([...body.matchAll(PICTURE)].map(([, url = '']) => url))] : [];

/**
 * Remembers the pictures of a text that goes to review or straight to the public: a picture that somebody
 * has read must not become another one in the media library (`access/reviewed-files.ts`).
 */
export async function keepPictures({ strapi, trx, draft, subject, now }: VerbContext): Promise<void> {
  const urls = picturesIn(draft.body);
  if (urls.length === 0) return;
  const documentId = String(subject.documentId);
  await strapi.db
    .connection('reviewed_pictures')
    .transacting(trx)
    .insert(urls.map((url) => ({ url, document_id: documentId, reviewed_at: now })))
    .onConflict('url')
    .ignore();
}
