import type { CatalogueRow, DomainManifest, TypeManifest } from './manifest';
import { responsibilitiesOf } from './responsible-departments';

/** A catalogue.json: the head of a domain and the rows of its standard catalogue. */
type Catalogue = Pick<DomainManifest, 'code' | 'slug' | 'name' | 'leadDepartment' | 'guide'> & {
  items: readonly unknown[];
};

type StandardDomain = Pick<DomainManifest, 'columns' | 'choices' | 'reads' | 'demo' | 'beforeDemo'> & {
  catalogue: Catalogue;
  /** beyond the 26 */
  local?: true;
  /** where the domain has structure: types beside its record */
  types?: readonly TypeManifest[];
  /** what its record has beyond the base fields */
  record?: Partial<TypeManifest>;
  /** who is responsible where the 公开主体 of the row does not say it, and for the scopes of own types */
  responsibilities?: DomainManifest['responsibilities'];
};

/** The record that every domain has: published in a row of the domain's catalogue. */
export const standardRecord = (code: string): TypeManifest => ({
  singular: 'record',
  plural: 'records',
  name: '公开信息',
  base: 'record',
  fields: {},
  scopeOf: ({ catalogueItem }) =>
    typeof catalogueItem === 'string' && catalogueItem.startsWith(`${code}-`) ? catalogueItem : null,
  scopeHint: `请选择本领域的目录事项，如 ${code}-01`,
});

/**
 * The manifest of a domain that follows its standard catalogue: head and rows from catalogue.json,
 * a record, and who is responsible from the rows' 公开主体.
 */
export function standardDomain({
  catalogue,
  local,
  types = [],
  record,
  responsibilities,
  ...more
}: StandardDomain): DomainManifest {
  const { code, slug, name, leadDepartment, guide } = catalogue;
  // the registry checks every row when the domain is defined
  const rows = catalogue.items as readonly CatalogueRow[];
  return {
    code,
    slug,
    name,
    local: local ?? false,
    leadDepartment,
    guide,
    catalogue: rows,
    types: [...types, { ...standardRecord(code), ...record }],
    responsibilities: responsibilitiesOf(rows, leadDepartment, responsibilities),
    ...more,
  };
}
