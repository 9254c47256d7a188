import path from 'node:path';
import type { Department } from '../../../../disclosure/server/reference-data/departments';
import { parseDateCell } from '../../../../disclosure/server/tabular/date-text';
import type { Cell } from '../../../../disclosure/server/tabular/table';
import { readDocx } from './docx';
import { readHtml } from './html';
import { readMarkdown } from './markdown';
import { readText } from './text';

/** The departments that a name in a text stands for; none when nobody knows it. */
export type ResolveDepartments = (name: string) => Pick<Department, 'code' | 'name'>[];

/** What a document says: 标题, 正文 (HTML), and what else it says of itself. */
export type DocumentCells = Record<string, Cell>;
export type DocumentReader = (file: string, resolve: ResolveDepartments) => Promise<DocumentCells>;

/** The readers by the ending of the file's name. */
export const READERS: Record<string, DocumentReader> = {
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.docx': readDocx,
  '.txt': readText,
};

/** A date in brackets at the end of a file's name: the version's (发票管理办法(2023-07-20).md). */
const DATED = /[(\uff08]([^()\uff08\uff09]+)[)\uff09]$/;

/** Reads one document; what its file's name says fills what the text leaves open. */
export async function readDocument(file: string, resolve: ResolveDepartments): Promise<DocumentCells> {
  const extension = path.extname(file);
  const bare = path.basename(file, extension);
  const cells = await (READERS[extension.toLowerCase()] as DocumentReader)(file, resolve);
  const date = parseDateCell(DATED.exec(bare)?.[1] ?? null);
  return {
    ...cells,
    标题: cells.标题 || bare.replace(DATED, '').trim(),
    ...(date && !cells.成文日期 ? { 成文日期: date } : {}),
  };
}
