import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { tableError } from '../../../disclosure/server/tabular/table';
import type { Source } from '../types';
import { departmentResolver } from './departments';
import { READERS } from './documents';
import { openDocumentSource, openFolderSource } from './folder-source';
import { openTableSource } from './table-source';

/**
 * Opens what is to be imported: a folder of documents, one document, or else a table.
 *
 * @param options.name under which the rows are remembered; default the name of the file or folder
 * @throws DisclosureError INVALID_INPUT, in Chinese
 */
export async function openSource(
  strapi: Core.Strapi,
  file: string,
  options: { name?: string | undefined; sheet?: string | undefined } = {},
): Promise<Source> {
  const found = await stat(file).catch(() => null);
  if (!found) throw tableError(`没有找到“${file}”，请核对路径`);
  const extension = path.extname(file).toLowerCase();
  const name = options.name ?? path.basename(path.resolve(file), found.isFile() ? extension : '');
  const resolve = await departmentResolver(strapi);
  if (found.isDirectory()) return { ...(await openFolderSource(file, resolve)), name };
  if (extension in READERS) return openDocumentSource(file, name, resolve);
  return openTableSource(file, name, options.sheet);
}
