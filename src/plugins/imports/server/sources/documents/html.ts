import sanitizeHtml from 'sanitize-html';
import type { DocumentCells } from '.';
import { takeTitle, withoutMedia } from './media-text';
import { readTextFile } from './read-text-file';

/** Reads a web page: its first heading (or its title) and the content of its body. */
export const readHtml = async (file: string): Promise<DocumentCells> => parseHtml(await readTextFile(file));

export function parseHtml(source: string): DocumentCells {
  const head = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(source)?.[1] ?? '';
  const body = /<body[^>]*>([\s\S]*?)(<\/body>|$)/i.exec(source)?.[1] ?? source;
  const { title, rest } = takeTitle(body.replace(/<title[\s\S]*?<\/title>/gi, ''));
  const plain = sanitizeHtml(head, { allowedTags: [], allowedAttributes: {} }).trim();
  return { 标题: title || plain, 正文: withoutMedia(rest).trim() };
}
