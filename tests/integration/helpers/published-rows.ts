import type { RegisteredType, Registry } from '../../../src/plugins/disclosure/server/domain/registry';
import type { Product } from './product';

const SCALARS = ['theme', 'genre', 'validity', 'doc_no', 'project', 'catalogue_item', 'formed_on', 'kind'];

type Attributes = Record<string, { column?: unknown } | undefined>;
const toAttribute = (column: string): string =>
  column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** Every published row of one type as the columns of its publication; null where the type has no such field. */
function selectOf({ strapi }: Product, { uid, manifest, domain }: RegisteredType): string {
  const { collectionName, attributes } = strapi.contentType(uid) as unknown as {
    collectionName: string;
    attributes: Attributes;
  };
  const scalars = SCALARS.map((column) => {
    if (column === 'kind' && !attributes.kind) return `'${manifest.kind ?? manifest.singular}' as kind`;
    return attributes[toAttribute(column)] ? `${column}::text as ${column}` : `null::text as ${column}`;
  });
  const columns = [domain.slug, ...(manifest.columns ?? domain.columns)];
  return `select document_id, '${domain.slug}' as domain, owner, index_no, title, ${scalars.join(', ')},
                 array['${columns.join("','")}'] as leaves
            from ${collectionName} where published_at is not null`;
}

/** Live documents by Strapi's own published rows of every domain, which the read model never touches. */
export async function publishedRows(product: Product, where: string): Promise<string[]> {
  const { types } = product.strapi.get('disclosure.registry') as Registry;
  const all = [...types.values()].map((type) => selectOf(product, type)).join(' union all ');
  const rows = await product.query<{ document_id: string }>(
    `select document_id from (${all}) as live where ${where}`,
  );
  return rows.map((row) => row.document_id).sort();
}
