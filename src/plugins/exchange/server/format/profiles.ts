import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { DEFAULT_PROFILE, type Profile, profileSchema } from './profile';

export const DEFAULT = 'default';
const FILE = /^([a-z][a-z0-9-]{0,39})\.json$/;

const loaded = new WeakMap<object, ReadonlyMap<string, Profile>>();

/** The profiles of the installation by their names. */
export function profilesOf(strapi: Core.Strapi): ReadonlyMap<string, Profile> {
  const known =
    loaded.get(strapi) ?? loadProfiles(path.join(strapi.dirs.app.root, 'config/exchange-profiles'));
  loaded.set(strapi, known);
  return known;
}

/**
 * Reads the files of a folder: the name of a file is that of its profile.
 *
 * @throws Error that names the file and what is wrong with it; the product does not start then
 */
export function loadProfiles(folder: string): ReadonlyMap<string, Profile> {
  const profiles = new Map([[DEFAULT, DEFAULT_PROFILE]]);
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  for (const file of files.sort()) {
    const [, name] = FILE.exec(file) ?? [];
    if (!name || name === DEFAULT)
      throw new Error(`config/exchange-profiles/${file}: 文件名只能用小写字母、数字、横线`);
    profiles.set(name, parse(file, fs.readFileSync(path.join(folder, file), 'utf8')));
  }
  return profiles;
}

function parse(file: string, text: string): Profile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error(`config/exchange-profiles/${file}: 不是 JSON`);
  }
  const result = profileSchema.safeParse(content);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`.trim());
  throw new Error(`config/exchange-profiles/${file}: ${issues.join(';')}`);
}
