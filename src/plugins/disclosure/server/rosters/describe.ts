import type { RegisteredType } from '../domain/registry';
import type { Values } from '../types';
import type { Roster } from './build';
import { type PublicColumn, toPublicColumn } from './column';
import { rosterField } from './references';

/** What the detail of a publication tells of its roster; the rows are at `url`. */
export type PublicRoster = {
  id: string;
  columns: PublicColumn[];
  rowCount: number;
  sha256: string;
  url: string;
};

/** The roster of a publication, from its published content; null where it has none. */
export function describeRoster(
  type: Pick<RegisteredType, 'fields'>,
  content: Values,
  documentId: string,
): PublicRoster | null {
  const name = rosterField(type);
  const roster = name ? (content[name] as Roster | null | undefined) : null;
  if (!roster) return null;
  return {
    ...roster,
    columns: roster.columns.map(toPublicColumn),
    url: `/api/disclosure/publications/${documentId}/roster`,
  };
}
