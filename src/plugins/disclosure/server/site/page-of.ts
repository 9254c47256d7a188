import type { Core } from '@strapi/strapi';
import { allColumns, type Column } from '../reference-data/columns';
import { keptValue } from '../response-cache/kept-value';
import type { Values } from '../types';
import { pageAddress, siteOf } from './addresses';
import { type Breadcrumb, pathOf } from './breadcrumbs';
import { articleMeta, type ColumnOfPage, type GovMeta } from './gov-meta';
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
export async function pagesOf(strapi: Core.Strapi): Promise<(publication: Values) => PageOf> {
  const site = siteOf(strapi);
  const columns = await keptValue(
    strapi,
    'columns',
    async () => new Map((await allColumns(strapi)).map((column) => [column.code, column])),
  );
  return (publication) => pageOf(site, columns, publication);
}

/** Pure. */
export function pageOf(site: Site, columns: ReadonlyMap<string, Column>, publication: Values): PageOf {
  const [code = ''] = Array.isArray(publication.columns) ? (publication.columns as string[]) : [];
  const column = columnOfPage(columns, code);
  const canonicalUrl = pageAddress(site, publication);
  return {
    canonicalUrl,
    breadcrumbs: [...column.path],
    govMeta: articleMeta(site, column, publication, canonicalUrl),
  };
}
