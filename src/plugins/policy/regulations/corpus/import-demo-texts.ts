import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { importFolder } from './import-folder';

const FOLDER = 'database/seeds/demo/regulations';

/** Brings in the official texts that the demo's legal texts name, as a district would import a folder of them. */
export async function importDemoTexts(strapi: Core.Strapi): Promise<void> {
  const results = await importFolder(strapi, path.join(strapi.dirs.app.root, FOLDER));
  const failed = results.find(({ outcome }) => outcome === 'failed');
  if (failed) throw new Error(`演示数据：${failed.file}：${failed.message}`);
}
