import type { Core } from '@strapi/strapi';
import { filesForApplicant, openForApplicant } from '../../files/read-files';
import { MB } from '../../files/settings';
import { settingsOf } from '../../settings';
import type { RequestRow } from '../../store/rows';

type Attachment = { filename: string; content: Buffer; contentType: string };

/** What is handed over with an answer, as far as a mail can carry it: all or none. `left`: how many are only to be downloaded. */
export type FilesOfAnswer = { attached: Attachment[]; left: number };

/** The files of an answer for its mail; none while one of them may not be opened. */
export async function filesOfAnswer(strapi: Core.Strapi, request: RequestRow): Promise<FilesOfAnswer> {
  const files = (await filesForApplicant(strapi, request)).filter((file) => file.of === 'answer');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const fits = bytes <= settingsOf(strapi).documents.mailedFilesMb * MB && files.every(({ why }) => !why);
  if (!fits) return { attached: [], left: files.length };
  const attached: Attachment[] = [];
  for (const { id, name } of files) {
    const { bytes: content } = await openForApplicant(strapi, request, id);
    attached.push({ filename: name, content, contentType: 'application/octet-stream' });
  }
  return { attached, left: 0 };
}
