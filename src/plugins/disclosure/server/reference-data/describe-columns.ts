import type { Core } from '@strapi/strapi';
import { allColumns } from './columns';

/** The column tree as the public sees it: what was not read in a published text is marked 待核实. */
export async function describeColumns(strapi: Core.Strapi) {
  const columns = await allColumns(strapi);
  return columns.map(({ code, name, parent, position, article, description, provenance }) => ({
    code,
    name,
    parent: parent ?? null,
    order: position,
    article: article ?? null,
    description: description ?? null,
    toBeConfirmed: provenance === 'recalled',
  }));
}
