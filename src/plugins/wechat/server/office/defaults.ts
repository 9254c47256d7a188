import type { Core } from '@strapi/strapi';
import { allColumns } from '../../../disclosure/server/reference-data/columns';
import type { OfficeSettings } from '../contract';
import { loadOfficeSettings } from './store';

/** The office's settings, with the columns below those that it named. */
export async function loadDefaults(strapi: Core.Strapi): Promise<OfficeSettings> {
  const settings = await loadOfficeSettings(strapi.db.connection);
  if (settings.columns.length === 0) return settings;
  const all = await allColumns(strapi);
  const named = new Set(settings.columns);
  // a parent may stand behind its children in the list
  for (let before = -1; before < named.size; ) {
    before = named.size;
    for (const { code, parent } of all) if (parent && named.has(parent)) named.add(code);
  }
  return { ...settings, columns: [...named] };
}
