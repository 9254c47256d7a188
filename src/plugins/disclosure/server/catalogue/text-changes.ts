import { canonicalJson } from '../audit/chain';
import { catalogueItem } from '../content-types/catalogue-item';
import type { Values } from '../types';
import { rowTexts } from './input';

/** One text of a row, before and after. */
export type TextChange = { field: string; label: string; before: unknown; after: unknown };

const isOpen = (value: unknown): boolean => value === undefined || value === null;
const same = (a: unknown, b: unknown): boolean =>
  (isOpen(a) && isOpen(b)) || canonicalJson(a) === canonicalJson(b);

/** The texts of a row that new values change, in the order of the catalogue's columns. */
export function textChanges(before: Values, after: Values): TextChange[] {
  return Object.keys(rowTexts)
    .filter((field) => field in after && !same(before[field], after[field]))
    .map((field) => ({
      field,
      label: catalogueItem.fields[field]?.label ?? field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }));
}
