import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { BadFile } from '../text/bad-file';
import { decodeText, MAX_BYTES } from '../text/decode';
import { parseFileName } from '../text/file-name';
import { parseRegulation } from '../text/parse-regulation';
import { type Stored, storeVersion } from './store-version';

/** What became of a file; `failed`: its message says why. */
export type FileResult = { file: string; outcome: Stored | 'failed'; message: string };
export type ImportOptions = {
  onResult?: (result: FileResult, done: number, total: number) => void;
  isStopping?: () => boolean;
};

const MESSAGES: Record<Stored, string> = {
  new: '已导入',
  unchanged: '已有同样的文本',
  conflict: '已有这一版本，但文字不同：没有改动，请核对哪一份是官方文本',
};

/**
 * Brings the official texts of a folder into the corpus, one transaction a file: a second time nothing changes, and
 * after an interruption it goes on where it stopped. A bad file stops no other.
 *
 * @throws DisclosureError INVALID_INPUT where there is no such folder, or nothing in it
 */
export async function importFolder(
  strapi: Core.Strapi,
  folder: string,
  { onResult, isStopping }: ImportOptions = {},
): Promise<FileResult[]> {
  const files = await findFiles(folder);
  const results: FileResult[] = [];
  for (const file of files) {
    if (isStopping?.()) break;
    const result = await importFile(strapi, folder, file);
    results.push(result);
    onResult?.(result, results.length, files.length);
  }
  return results;
}

async function importFile(strapi: Core.Strapi, folder: string, file: string): Promise<FileResult> {
  try {
    const name = parseFileName(path.basename(file));
    const address = path.join(folder, file);
    // before it is read: a file may be of any size
    if ((await stat(address)).size > MAX_BYTES) decodeText(new Uint8Array(MAX_BYTES + 1));
    const text = parseRegulation(decodeText(await readFile(address)));
    const outcome = await storeVersion(strapi, name, text, file);
    return { file, outcome, message: MESSAGES[outcome] };
  } catch (error) {
    if (error instanceof BadFile) return { file, outcome: 'failed', message: error.message };
    if (isUnreadable(error)) return { file, outcome: 'failed', message: '文件读不出来，请检查权限' };
    throw error;
  }
}

const isUnreadable = (error: unknown): boolean =>
  ['EACCES', 'EPERM', 'ENOENT', 'EISDIR'].includes(String((error as NodeJS.ErrnoException).code));

/** The .md files below a folder, in a stable order; links are not followed. */
async function findFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => {
    throw new DisclosureError('INVALID_INPUT', `找不到文件夹 ${folder}`);
  });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.md'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => path.basename(file).toLowerCase() !== 'readme.md')
    .sort();
  if (files.length === 0) throw new DisclosureError('INVALID_INPUT', `文件夹 ${folder} 中没有 .md 文件`);
  return files;
}
