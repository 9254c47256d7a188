import type { Core } from '@strapi/strapi';
import { allDomains, type RegisteredType } from '../domain/registry';
import { once } from '../gate/once';

export const COLUMN = 'plugin::disclosure.column';
/** The column under which each domain has its own. */
export const CATALOGUE_COLUMN = 'standard-catalogues';

export type Column = { code: string; name: string; parent: string | null; position: number } & Record<
  string,
  unknown
>;

/** The kept columns and, under the standard catalogues, one for each domain. */
export async function allColumns(strapi: Core.Strapi): Promise<Column[]> {
  const kept = await once(
    'columns',
    async () =>
      (await strapi.db.query(COLUMN).findMany({ orderBy: { position: 'asc' }, limit: 1000 })) as Column[],
  );
  const domains = allDomains(strapi).map((domain, index) => ({
    code: domain.slug,
    name: domain.name,
    parent: CATALOGUE_COLUMN,
    position: index + 1,
  }));
  return [...kept, ...domains];
}

/** The columns in which publications of a type stand, and these with all above them. */
export async function columnsOf(
  strapi: Core.Strapi,
  { domain, manifest }: Pick<RegisteredType, 'domain' | 'manifest'>,
): Promise<{ leaves: string[]; all: string[] }> {
  const byCode = new Map((await allColumns(strapi)).map((column) => [column.code, column]));
  const leaves = [domain.slug, ...(manifest.columns ?? domain.columns)];
  const all = new Set<string>();
  for (const leaf of leaves) {
    for (let code: string | null = leaf; code && !all.has(code); code = byCode.get(code)?.parent ?? null)
      all.add(code);
  }
  return { leaves, all: [...all] };
}
