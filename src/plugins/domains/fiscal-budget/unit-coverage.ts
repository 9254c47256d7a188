import { shanghaiDateOf } from '../../disclosure/server/rules/dates';
import type { Account } from './types/budget';

export type BudgetUnit = {
  documentId: string;
  name: string;
  owner: string;
  parent: string | null;
  firstYear: number;
  lastYear: number | null;
};

/** A live publication of a department's or unit's accounts of the year. */
export type AccountPublication = {
  documentId: string;
  owner: string;
  /** documentId of the unit; null: the department as a whole */
  unit: string | null;
  account: Account;
  title: string;
  url: string;
  firstPublishedAt: Date;
  dueOn: string | null;
};

export type CoverageInput = {
  year: number;
  departments: readonly { code: string; name: string }[];
  units: readonly BudgetUnit[];
  publications: readonly AccountPublication[];
  today: string;
};

export type CellState = 'published' | 'late' | 'missing' | 'not-due';

const isLate = ({ firstPublishedAt, dueOn }: AccountPublication): boolean =>
  dueOn !== null && shanghaiDateOf(firstPublishedAt) > dueOn;

/**
 * Which departments and units have published budget and final accounts of a year, and which are missing.
 * The accounts of a year are closed after its end: before that final accounts are not due. Pure.
 */
export function buildUnitCoverage(input: CoverageInput) {
  const departments = input.departments.map(({ code, name }) => {
    const rows = [
      { unit: null, name: `${name}（部门汇总）`, parent: null, depth: 0 },
      ...treeOf(input.units.filter((unit) => unit.owner === code && existsIn(unit, input.year))),
    ].map((row) => ({
      ...row,
      budget: cellOf(input, code, row.unit, 'budget'),
      finalAccounts: cellOf(input, code, row.unit, 'final-accounts'),
    }));
    return { code, name, ...count(rows.flatMap((row) => [row.budget, row.finalAccounts])), units: rows };
  });
  const total = (key: 'expected' | 'published' | 'late' | 'missing') =>
    departments.reduce((sum, department) => sum + department[key], 0);
  return {
    year: input.year,
    expected: total('expected'),
    published: total('published'),
    late: total('late'),
    missing: total('missing'),
    departments,
  };
}

const existsIn = ({ firstYear, lastYear }: BudgetUnit, year: number): boolean =>
  firstYear <= year && (lastYear === null || year <= lastYear);

type TreeRow = { unit: string | null; name: string; parent: string | null; depth: number };

/** Parents before their children; a unit whose parent is gone stands at the top, so none is lost. */
function treeOf(units: readonly BudgetUnit[]): TreeRow[] {
  const known = new Set(units.map(({ documentId }) => documentId));
  const placed = new Set<string>();
  const below = (parent: string | null, depth: number): TreeRow[] =>
    units
      .filter((unit) => (unit.parent && known.has(unit.parent) ? unit.parent : null) === parent)
      .flatMap((unit) => place(unit, depth));
  const place = ({ documentId, name, parent }: BudgetUnit, depth: number): TreeRow[] => {
    if (placed.has(documentId)) return [];
    placed.add(documentId);
    return [{ unit: documentId, name, parent, depth }, ...below(documentId, depth + 1)];
  };
  const rows = below(null, 1);
  // units that name each other as parents hang on nothing
  return [...rows, ...units.flatMap((unit) => place(unit, 1))];
}

function cellOf(input: CoverageInput, owner: string, unit: string | null, account: Account) {
  const own = input.publications.filter(
    (publication) =>
      publication.owner === owner && publication.unit === unit && publication.account === account,
  );
  return {
    state: stateOf(own, input, account),
    publications: own.map(({ documentId, title, url, dueOn }) => ({ documentId, title, url, dueOn })),
  };
}

function stateOf(
  own: readonly AccountPublication[],
  { year, today }: CoverageInput,
  account: Account,
): CellState {
  if (own.some(isLate)) return 'late';
  if (own.length > 0) return 'published';
  const thisYear = Number(today.slice(0, 4));
  const due = account === 'budget' ? year <= thisYear : year < thisYear;
  return due ? 'missing' : 'not-due';
}

/** `published` counts what is there, in time or late. */
function count(cells: readonly { state: CellState }[]) {
  const of = (state: CellState) => cells.filter((cell) => cell.state === state).length;
  return {
    expected: cells.length - of('not-due'),
    published: of('published') + of('late'),
    late: of('late'),
    missing: of('missing'),
  };
}
