import type { Core } from '@strapi/strapi';
import { allColumns, type Column } from '../reference-data/columns';
import { keptValue } from '../response-cache/kept-value';
import type { Values } from '../types';
import { pageAddress, siteOf } from './addresses';
import { type Breadcrumb, pathOf } from './breadcrumbs';
import { articleMeta, type ColumnOfPage, type GovMeta, type GovMetaTag, tagsOfColumn } from './gov-meta';
import type { Site } from './settings';

/** What a page needs beside its content: its address, where it stands, and its tags. */
export type PageOf = { canonicalUrl: string; breadcrumbs: Breadcrumb[]; govMeta: GovMeta };

/** Names of what is told of a publication's page. */
export const PAGE_FIELDS = ['canonicalUrl', 'breadcrumbs', 'govMeta'] as const;

export const columnOfPage = (columns: ReadonlyMap<string, Column>, code: string): ColumnOfPage => {
  const description = columns.get(code)?.description;
  return { path: pathOf(columns, code), description: typeof description === 'string' ? description : null };
};

/** The page of each publication; it stands in the first of its columns. The columns are read once, until they change. */
export const pagesOf = (strapi: Core.Strapi): Promise<(publication: Values) => PageOf> =>
  keptValue(strapi, 'columns', async () => {
    const columns = await allColumns(strapi);
    return pagesIn(siteOf(strapi), new Map(columns.map((column) => [column.code, column])));
  });

/** Pure: what a column gives the pages in it is made once. */
export function pagesIn(site: Site, columns: ReadonlyMap<string, Column>): (publication: Values) => PageOf {
  const known = new Map<string, { path: readonly Breadcrumb[]; tags: readonly GovMetaTag[] }>();
  const ofColumn = (code: string) => {
    const found = known.get(code);
    if (found) return found;
    const column = columnOfPage(columns, code);
    const made = { path: column.path, tags: tagsOfColumn(site, column) };
    if (columns.has(code)) known.set(code, made);
    return made;
  };
  return (publication) => {
    const [code = ''] = Array.isArray(publication.columns) ? (publication.columns as string[]) : [];
    const { path, tags } = ofColumn(code);
    const canonicalUrl = pageAddress(site, publication);
    return { canonicalUrl, breadcrumbs: [...path], govMeta: articleMeta(tags, publication, canonicalUrl) };
  };
}
