import mammoth from 'mammoth';
import { TABLE_LIMITS, tableError } from '../../../../disclosure/server/tabular/table';
import { openArchive } from '../../../../disclosure/server/tabular/xlsx/archive';
import type { DocumentCells } from '.';
import { takeTitle, withoutMedia } from './media-text';

/** Unpacked bytes of a DOCX: it is held in memory as a whole. */
const UNPACKED = 200 * 1024 * 1024;

/** Reads a Word document: the first heading, or else the first line, is its title. */
export async function readDocx(file: string): Promise<DocumentCells> {
  const archive = await openArchive(file, { ...TABLE_LIMITS, unpackedBytes: UNPACKED }).catch(() => {
    throw tableError('Word 文件已损坏、设有密码或过大，请另存为 .docx 后再导入');
  });
  archive.close();
  if (!archive.has('word/document.xml'))
    throw tableError('这不是 Word 文件（.docx），请另存为 .docx 后再导入');
  const { value } = await mammoth.convertToHtml(
    { path: file },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  const found = takeTitle(value);
  const { title, rest } = found.title ? found : takeTitle(value.replace(/<p>([\s\S]*?)<\/p>/, '<h1>$1</h1>'));
  return { 标题: title, 正文: withoutMedia(rest).trim() };
}
