import { DisclosureError } from '../errors';
import type { PrivacySettings } from '../privacy/settings';
import type { Cell, CellProblem } from '../tabular/table';
import { isSearchable, type RosterColumn } from './column';
import { MAX_ISSUES, ROSTER_LIMITS } from './limits';
import type { ColumnPlan } from './plan';
import { readCell } from './read-cell';
import { type RowIssue, refuseRows } from './refuse-rows';

/** A row as a file, or a request, has it; `line`: its number as a person counts it. */
export type SourceRow = { line: number; cells: readonly Cell[]; problems?: readonly CellProblem[] };

/** A row as it is stored: masked cells in the order of the columns, and by what it is found. */
export type RosterRow = {
  cells: (string | number | null)[];
  /** by slot, from 1 */
  sortKeys: Record<number, string>;
  searchText: string;
};

export type Warning = { row: number; column: string; message: string };

/** Reads one row and masks it; whatever it returns may be public, the row itself perhaps not, for its issues. */
export function readRow(
  { columns, sources, omitted }: ColumnPlan,
  source: SourceRow,
  settings: PrivacySettings,
): { row: RosterRow; issues: RowIssue[]; warnings: Warning[] } {
  const row: RosterRow = { cells: [], sortKeys: {}, searchText: '' };
  const issues: RowIssue[] = (source.problems ?? [])
    .filter(({ column }) => !omitted.includes(column))
    .map(({ column, message }) => ({
      row: source.line,
      column,
      // the reader's sentence names the place as well
      message: message.replace(/^第\d+行“.*”列：/, ''),
      personal: false,
    }));
  const warnings: Warning[] = [];
  const searched: string[] = [];
  columns.forEach((column, index) => {
    const at = { row: source.line, column: column.label };
    const read = readCell(column.kind, source.cells[sources[index] as number] ?? null, settings);
    if (read.issue) issues.push({ ...at, ...read.issue });
    if (read.warning) warnings.push({ ...at, message: read.warning });
    row.cells.push(read.stored.value);
    if (column.slot !== null) row.sortKeys[column.slot] = read.stored.sortKey;
    if (isSearched(column) && read.stored.value !== null) searched.push(String(read.stored.value));
  });
  row.searchText = searched.join('\n');
  return { row, issues, warnings };
}

const isSearched = ({ kind }: RosterColumn): boolean => isSearchable(kind);

/**
 * Reads all rows, one after the other. After the first problem no more rows are handed over: the others
 * are only looked through, so that a person hears of all problems at once.
 *
 * @param warnings is filled with what a person should look at, up to a bound
 * @throws DisclosureError PERSONAL_DATA_FOUND or INVALID_INPUT with the issues, at the end
 */
export async function* readRows(
  plan: ColumnPlan,
  source: AsyncIterable<SourceRow> | Iterable<SourceRow>,
  settings: PrivacySettings,
  warnings: Warning[],
): AsyncGenerator<RosterRow> {
  const issues: RowIssue[] = [];
  let count = 0;
  let wrong = 0;
  for await (const next of source) {
    count += 1;
    if (count > ROSTER_LIMITS.rows) {
      issues.unshift({
        row: next.line,
        column: '',
        message: `超过${ROSTER_LIMITS.rows}行，请分成几份`,
        personal: false,
      });
      break;
    }
    const { row, issues: found, warnings: noted } = readRow(plan, next, settings);
    wrong += found.length;
    issues.push(...found.slice(0, Math.max(MAX_ISSUES - issues.length, 0)));
    warnings.push(...noted.slice(0, Math.max(MAX_ISSUES - warnings.length, 0)));
    if (issues.length === 0) yield row;
  }
  if (count === 0) throw new DisclosureError('INVALID_INPUT', '名单里没有一行数据，请在表头下面填写后再上传');
  if (issues.length > 0) throw refuseRows(issues, Math.max(wrong, issues.length));
}
