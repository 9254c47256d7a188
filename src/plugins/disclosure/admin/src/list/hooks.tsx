import type * as React from 'react';
import { isOpen, knownDepartments } from '../shell/session';
import { ChoiceCell, DueCell, LiveCell, StateCell, TimeCell, TitleCell } from './cells';

type Row = Record<string, unknown>;
type Attribute = { type: string; customField?: string; options?: Record<string, never> };
type Header = { name: string; attribute: Attribute; cellFormatter?: (row: Row) => React.ReactNode };
type Columns = { displayedHeaders: Header[]; layout: { metadatas?: Record<string, unknown> } };

const CHOICE = 'plugin::disclosure.choice';

/** Gives the columns of a list their Chinese values; Strapi's hook INJECT_COLUMN_IN_TABLE. */
export function formatColumns<T extends Columns>(columns: T): T {
  const own = isDisclosureLayout(columns.layout);
  const displayedHeaders = columns.displayedHeaders.map((header) => formatColumn(header, own));
  return { ...columns, displayedHeaders: own ? [...displayedHeaders, LIVE] : displayedHeaders };
}

/** In the place of Strapi's own column, which the style sheet hides. */
const LIVE = {
  name: 'live',
  label: { id: 'disclosure.column.live', defaultMessage: '公开情况' },
  attribute: { type: 'custom' },
  searchable: false,
  sortable: false,
  cellFormatter: (row: Row) => <LiveCell row={row} />,
};

/** Strapi gives its hooks the fields of the type, not the type. */
const isDisclosureLayout = ({ metadatas = {} }: { metadatas?: Record<string, unknown> }): boolean =>
  'state' in metadatas && 'owner' in metadatas && 'version' in metadatas;

function formatColumn(header: Header, own: boolean): Header {
  const { name, attribute } = header;
  const isChoice = attribute.customField === CHOICE;
  if (isChoice && name === 'state')
    return { ...header, cellFormatter: (row) => <StateCell value={row[name]} /> };
  if (isChoice) {
    return {
      ...header,
      cellFormatter: (row) => <ChoiceCell value={row[name]} options={attribute.options ?? {}} />,
    };
  }
  if (own && name === 'title') return { ...header, cellFormatter: (row) => <TitleCell row={row} /> };
  if (own && name === 'dueOn') return { ...header, cellFormatter: (row) => <DueCell row={row} /> };
  if (attribute.type === 'datetime')
    return { ...header, cellFormatter: (row) => <TimeCell value={row[name]} /> };
  return header;
}

type Filter = { name: string; type: string; label: unknown; options?: { label: string; value: string }[] };
type Filters = { displayedFilters: Filter[]; layout: { metadatas?: Record<string, unknown> } };

const STATES = [
  ['draft', '草稿'],
  ['submitted', '待审核'],
  ['returned', '已退回'],
  ['approved', '待发布'],
  ['published', '已发布'],
  ['withdrawn', '已撤回'],
].map(([value = '', label = '']) => ({ value, label }));

const EQUALS = [{ label: '是', value: '$eq' }];

/** What a person filters by: words and dates. Codes that she does not know are left out. */
const PLAIN = new Set([
  'title',
  'indexNo',
  'docNo',
  'projectCode',
  'dueOn',
  'formedOn',
  'updatedAt',
  'createdAt',
  '__status',
]);

/** The filters of a disclosure list; Strapi's hook INJECT_LIST_VIEW_FILTERS. */
export function chooseFilters<T extends Filters>(filters: T): T {
  if (!isDisclosureLayout(filters.layout)) return filters;
  const displayedFilters = filters.displayedFilters.flatMap((filter): Filter[] => {
    if (filter.name === 'state')
      return [{ ...filter, type: 'enumeration', options: STATES, operators: EQUALS } as Filter];
    if (filter.name === 'owner') {
      return [
        { ...filter, type: 'enumeration', options: [...knownDepartments()], operators: EQUALS } as Filter,
      ];
    }
    return PLAIN.has(filter.name) ? [filter] : [];
  });
  return { ...filters, displayedFilters };
}

type Links = { ctLinks: { uid: string }[] };

/** The menu shows a person what is hers; Strapi's hook MUTATE_COLLECTION_TYPES_LINKS. */
export const chooseLinks = <T extends Links>(links: T): T => ({
  ...links,
  ctLinks: links.ctLinks.filter(({ uid }) => isOpen(uid)),
});
