import type { Core } from '@strapi/strapi';
import { siteOf } from '../site/addresses';
import { columnMeta } from '../site/gov-meta';
import { columnOfPage } from '../site/page-of';
import { allColumns } from './columns';

/** The column tree as the public sees it, with what its pages need: what was not read in a published text is marked 待核实. */
export async function describeColumns(strapi: Core.Strapi) {
  const columns = await allColumns(strapi);
  const site = siteOf(strapi);
  const byCode = new Map(columns.map((column) => [column.code, column]));
  return columns.map(({ code, name, parent, position, article, description, provenance }) => {
    const page = columnOfPage(byCode, code);
    return {
      code,
      name,
      parent: parent ?? null,
      order: position,
      article: article ?? null,
      description: description ?? null,
      toBeConfirmed: provenance === 'recalled',
      breadcrumbs: page.path,
      govMeta: columnMeta(site, page),
    };
  });
}
