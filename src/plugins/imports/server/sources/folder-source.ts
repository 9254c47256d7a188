import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DisclosureError } from '../../../disclosure/server/errors';
import { tableError } from '../../../disclosure/server/tabular/table';
import type { Source, SourceRow } from '../types';
import { READERS, type ResolveDepartments, readDocument } from './documents';
import { hashFile, hashText } from './hash';

const MAX_FILES = 100_000;
/** Bytes of one document; larger ones belong in an attachment. */
const MAX_DOCUMENT = 20 * 1024 * 1024;

export const FILE_HEADER = '文件';

/**
 * A folder of documents (Markdown, HTML, DOCX, text) as a source: one document a file, whose columns are
 * 标题, 正文, 成文日期 and what the documents say of themselves.
 *
 * @throws DisclosureError INVALID_INPUT when there is none
 */
export async function openFolderSource(folder: string, resolve: ResolveDepartments): Promise<Source> {
  const files = await findDocuments(folder);
  return documentSource(folder, path.basename(path.resolve(folder)), files, resolve);
}

/** One document as a source of one row. */
export const openDocumentSource = (
  file: string,
  name: string,
  resolve: ResolveDepartments,
): Promise<Source> => documentSource(path.dirname(file), name, [path.basename(file)], resolve);

async function documentSource(
  folder: string,
  name: string,
  files: readonly string[],
  resolve: ResolveDepartments,
): Promise<Source> {
  const headers = new Set([FILE_HEADER, '标题', '正文']);
  const hashes: string[] = [];
  for (const [index, file] of files.entries()) {
    const row = await readRow(folder, file, index + 1, resolve);
    for (const header of Object.keys(row.cells)) headers.add(header);
    hashes.push(`${file}\0${await hashFile(path.join(folder, file))}`);
  }
  return {
    kind: 'folder',
    name,
    sheet: null,
    headers: [...headers],
    notes: [],
    sha256: hashText(hashes.join('\n')),
    total: files.length,
    async *rows() {
      for (const [index, file] of files.entries()) yield readRow(folder, file, index + 1, resolve);
    },
  };
}

async function readRow(
  folder: string,
  file: string,
  line: number,
  resolve: ResolveDepartments,
): Promise<SourceRow> {
  const full = path.join(folder, file);
  try {
    if ((await stat(full)).size > MAX_DOCUMENT) throw tableError('文件超过20MB，请改为附件');
    const cells = await readDocument(full, resolve);
    return { line, name: file, cells: { [FILE_HEADER]: file, ...cells }, problems: [] };
  } catch (error) {
    const message = error instanceof DisclosureError ? error.message : '文件无法读取，请检查后再导入';
    return { line, name: file, cells: { [FILE_HEADER]: file }, problems: [message] };
  }
}

/** The documents below a folder, in a stable order; hidden files and links out of it are left out. */
async function findDocuments(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => path.extname(file).toLowerCase() in READERS)
    .sort();
  if (files.length === 0) {
    throw tableError(`文件夹里没有可导入的文件（${Object.keys(READERS).join('、')}）`);
  }
  if (files.length > MAX_FILES) throw tableError(`文件夹里的文件超过${MAX_FILES}个，请分几次导入`);
  return files;
}
