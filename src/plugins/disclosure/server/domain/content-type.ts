import { toAttribute } from './field';
import type { RegisteredType } from './registry';

/** Table names: lower case with underscores, short enough for PostgreSQL's 63 characters with suffixes. */
const tableName = (slug: string, plural: string): string => `${slug}_${plural}`.replace(/-/g, '_');

/** The Strapi schema of a disclosure type. */
export function buildContentType({ domain, manifest, fields }: RegisteredType) {
  const table = tableName(domain.slug, manifest.plural);
  const index = (suffix: string, columns: string[]) => ({ name: `${table}_${suffix}_index`, columns });
  return {
    kind: 'collectionType',
    collectionName: table,
    info: {
      singularName: manifest.singular,
      pluralName: manifest.plural,
      displayName: `${domain.name}·${manifest.name}`,
    },
    options: { draftAndPublish: true },
    pluginOptions: { 'content-manager': { visible: true }, 'content-type-builder': { visible: false } },
    indexes: [
      index('owner', ['owner', 'state', 'updated_at']),
      index('due', ['owner', 'due_on']),
      index('urgent', ['urgent_at']),
      index('document', ['document_id', 'published_at']),
      index('newest', ['published_at', 'updated_at']),
      ...(manifest.lookedUpBy ?? []).map((column) => index(column, [column])),
    ],
    attributes: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toAttribute(field)])),
  };
}
