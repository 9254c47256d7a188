import type * as React from 'react';
import { codeOf, isMain, isOpen } from '../shell/session';
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
export const isDisclosureLayout = ({ metadatas = {} }: { metadatas?: Record<string, unknown> }): boolean =>
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

type Links = { ctLinks: { uid: string; title: string }[] };

/**
 * The menu shows a person what is hers, in the order of the catalogue: Strapi sorts by title, so the code
 * of the domain stands before it. It opens on the first, which is made the department's main domain by a
 * star. Strapi's hook MUTATE_COLLECTION_TYPES_LINKS.
 */
export const chooseLinks = <T extends Links>(links: T): T => ({
  ...links,
  ctLinks: links.ctLinks
    .filter(({ uid }) => isOpen(uid))
    .map((link) => ({
      ...link,
      title: `${isMain(link.uid) ? '★ ' : ''}${codeOf(link.uid)} ${link.title}`.trim(),
    })),
});
