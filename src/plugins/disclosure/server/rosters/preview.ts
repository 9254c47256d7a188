import type { PrivacySettings } from '../privacy/settings';
import { type PublicColumn, toPublicColumn } from './column';
import { PREVIEW_ROWS } from './limits';
import { type ColumnWish, planColumns } from './plan';
import { readRow, type Warning } from './read-rows';
import type { RowIssue } from './refuse-rows';
import type { RosterSource } from './upload';

/** How a list would be read: its columns with the kinds, and its first rows as the public would see them. */
export type Preview = {
  headers: string[];
  columns: PublicColumn[];
  /** cells in the order of the columns, masked */
  rows: (string | number | null)[][];
  issues: RowIssue[];
  warnings: Warning[];
  notes: string[];
};

/**
 * Reads the beginning of a list and keeps nothing of it. Its cells are masked, whatever the kinds are: a
 * person chooses them by what she sees here.
 *
 * @throws DisclosureError INVALID_INPUT when it cannot be read as a table
 */
export async function previewRoster(
  source: RosterSource,
  wishes: readonly ColumnWish[],
  settings: PrivacySettings,
): Promise<Preview> {
  const plan = planColumns(source.headers, wishes);
  const preview: Preview = {
    headers: [...source.headers],
    columns: plan.columns.map(toPublicColumn),
    rows: [],
    issues: [],
    warnings: [],
    notes: [],
  };
  for await (const next of source.rows) {
    const { row, issues, warnings } = readRow(plan, next, settings);
    preview.rows.push(row.cells);
    preview.issues.push(...issues);
    preview.warnings.push(...warnings);
    if (preview.rows.length === PREVIEW_ROWS) break;
  }
  preview.notes.push(...source.notes);
  return preview;
}
