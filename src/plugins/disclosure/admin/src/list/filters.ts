import { InputRenderer } from '@strapi/strapi/admin';
import type { ChoiceOption } from '../../../server/desk/contract';
import { knownDepartments, knownStates } from '../shell/session';
import { isDisclosureLayout } from './hooks';

type Filter = { name: string; type: string; label: unknown };
type Filters = { displayedFilters: Filter[]; layout: { metadatas?: Record<string, unknown> } };

const EQUALS = [{ label: '是', value: '$eq' }];

/** What a person filters by: words and dates. Codes that she does not know are left out. */
const PLAIN = new Set([
  ...['title', 'indexNo', 'docNo', 'projectCode'],
  ...['dueOn', 'formedOn', 'updatedAt', 'createdAt'],
  '__status',
]);

/** A choice by label; Strapi shows the label in its tag only where an input is named, so its own is. */
const asChoice = (filter: Filter, options: readonly ChoiceOption[]): Filter =>
  Object.assign({}, filter, { type: 'enumeration', options, operators: EQUALS, input: InputRenderer });

/** The filters of a disclosure list; Strapi's hook INJECT_LIST_VIEW_FILTERS. */
export function chooseFilters<T extends Filters>(filters: T): T {
  if (!isDisclosureLayout(filters.layout)) return filters;
  const displayedFilters = filters.displayedFilters.flatMap((filter): Filter[] => {
    if (filter.name === 'state') return [asChoice(filter, knownStates())];
    if (filter.name === 'owner') return [asChoice(filter, knownDepartments())];
    return PLAIN.has(filter.name) ? [filter] : [];
  });
  return { ...filters, displayedFilters };
}
