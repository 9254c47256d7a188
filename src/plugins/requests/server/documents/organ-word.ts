import type { Core } from '@strapi/strapi';
import { loadDepartment } from '../../../disclosure/server/reference-data/departments';
import { settingsOf } from '../settings';

/** 机关代字: as the office has set it with the department's data, else by configuration, else the department's name. */
export async function organWordOf(strapi: Core.Strapi, code: string): Promise<string> {
  const department = await loadDepartment(strapi, code);
  return department?.organWord || settingsOf(strapi).documents.organWords[code] || department?.name || code;
}
