import type { RegisteredType } from '../domain/registry';
import type { Values } from '../types';

/** A file as the public sees it. */
export type PublicFile = { name: string; url: string; mime: string; size: number };

const toFile = (file: Record<string, unknown>): PublicFile => ({
  name: String(file.name),
  url: String(file.url),
  mime: String(file.mime),
  // Strapi keeps sizes in kilobytes
  size: Math.round(Number(file.size) * 1024),
});

/**
 * The part of a document that is published: no book-keeping of the back office, no person.
 *
 * @param parts its files and its roster, by field
 */
export function publicContent(type: RegisteredType, document: Values, parts: Values): Values {
  const content: Values = {};
  for (const [name, field] of Object.entries(type.fields)) {
    if (field.secret || name === 'state' || name === 'version') continue;
    const linked = field.type === 'files' || field.type === 'roster';
    const value = linked ? parts[name] : document[name];
    content[name] = Array.isArray(value) && field.type === 'files' ? value.map(toFile) : (value ?? null);
  }
  return content;
}

/** Names of the fields that hold files. */
export const fileFields = (type: RegisteredType): string[] =>
  Object.keys(type.fields).filter((name) => type.fields[name]?.type === 'files');
