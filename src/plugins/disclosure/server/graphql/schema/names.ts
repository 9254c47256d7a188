import type { RegisteredType } from '../../domain/registry';
import { DisclosureError } from '../../errors';
import type { DocumentUid } from '../../types';

const words = (name: string): string[] => name.split('-').filter(Boolean);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `major-construction-projects` → `MajorConstructionProjects` */
export const pascalCase = (name: string): string => words(name).map(capital).join('');

/** `major-construction-projects` → `majorConstructionProjects` */
export const camelCase = (name: string): string => {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
};

export type TypeNames = {
  /** the published document: `MajorConstructionProjectsRecord` */
  type: string;
  page: string;
  input: string;
  /** fields of Query: `majorConstructionProjectsRecords`, `majorConstructionProjectsRecord` */
  list: string;
  one: string;
  create: string;
  update: string;
  remove: string;
};

/** The names of a disclosure type in the schema. */
export function namesOf({ domain, manifest }: Pick<RegisteredType, 'domain' | 'manifest'>): TypeNames {
  const type = pascalCase(domain.slug) + pascalCase(manifest.singular);
  return {
    type,
    page: `${type}Page`,
    input: `${type}Input`,
    list: camelCase(domain.slug) + pascalCase(manifest.plural),
    one: camelCase(domain.slug) + pascalCase(manifest.singular),
    create: `create${type}`,
    update: `update${type}`,
    remove: `delete${type}`,
  };
}

/** `<domain>.<type>`, as a caller writes it, or the uid that a publication carries → the uid. */
export function uidOfName(name: unknown): DocumentUid {
  if (typeof name !== 'string') throw new DisclosureError('NOT_FOUND', '没有这种公开信息');
  return (name.startsWith('plugin::') ? name : `plugin::${name}`) as DocumentUid;
}
