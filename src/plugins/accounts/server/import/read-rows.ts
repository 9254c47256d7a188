import type { z } from 'zod';
import { DUTY_NAMES } from '../../../disclosure/server/rules/decide';
import { openTable } from '../../../disclosure/server/tabular/open-table';
import { type Cell, tableError } from '../../../disclosure/server/tabular/table';
import { DUTIES, type Duty } from '../../../disclosure/server/types';
import { type NewPerson, newPersonSchema } from '../people/input';

/** People that one file may bring: each costs the hash of a password. */
export const MAX_PEOPLE = 300;

const COLUMNS = {
  name: ['姓名'],
  email: ['登录邮箱', '电子邮箱', '邮箱'],
  department: ['部门', '单位'],
  duties: ['职责', '岗位职责'],
} as const;
type Column = keyof typeof COLUMNS;

/** A row as it was read; `person` where nothing is wrong with it, else `problems`. */
export type ReadRow = {
  line: number;
  texts: Record<Column, string>;
  person: NewPerson | null;
  problems: string[];
};

export type FindDepartment = (name: string) => string | null;

const textOf = (cell: Cell | undefined): string => String(cell ?? '').trim();

/** 采集、审核、发布 … in any of the usual separators. */
function dutiesOf(text: string): { duties: Duty[]; unknown: string[] } {
  const names = text.split(/[、,，;；/\s]+/).filter(Boolean);
  const found = names.map((name) => DUTIES.find((duty) => DUTY_NAMES[duty] === name || duty === name));
  return {
    duties: [...new Set(found.filter((duty): duty is Duty => duty !== undefined))],
    unknown: names.filter((_, index) => found[index] === undefined),
  };
}

function findColumns(headers: readonly string[]): Record<Column, number> {
  const found = Object.entries(COLUMNS).map(([column, names]) => {
    const index = headers.findIndex((header) => (names as readonly string[]).includes(header));
    if (index < 0) throw tableError(`缺少“${names[0]}”列；表头须有：姓名、登录邮箱、部门、职责`);
    return [column, index];
  });
  return Object.fromEntries(found);
}

/**
 * Reads a list of people, CSV or XLSX, with what is wrong in each row. Cells are text: nothing in them is
 * run, and a formula's value is what a person sees in the sheet.
 *
 * @throws DisclosureError INVALID_INPUT for a file that is no such list
 */
export async function readRows(
  file: string,
  findDepartment: FindDepartment,
): Promise<{ rows: ReadRow[]; notes: string[] }> {
  const table = await openTable(file, { limits: { rows: MAX_PEOPLE, columns: 50, cellCharacters: 1000 } });
  const rows: ReadRow[] = [];
  const seen = new Map<string, number>();
  try {
    const columns = findColumns(table.headers);
    for await (const { line, cells, problems } of table.rows) {
      const texts = Object.fromEntries(
        Object.entries(columns).map(([column, index]) => [column, textOf(cells[index])]),
      ) as ReadRow['texts'];
      const row = readRow(line, texts, findDepartment);
      row.problems.unshift(...problems.map(({ message }) => message));
      const email = texts.email.toLowerCase();
      const before = seen.get(email);
      if (before !== undefined && email) row.problems.push(`登录邮箱与第${before}行重复`);
      else seen.set(email, line);
      rows.push({ ...row, person: row.problems.length > 0 ? null : row.person });
    }
  } finally {
    await table.close();
  }
  return { rows, notes: table.notes };
}

function readRow(line: number, texts: ReadRow['texts'], findDepartment: FindDepartment): ReadRow {
  const { duties, unknown } = dutiesOf(texts.duties);
  const department = texts.department ? findDepartment(texts.department) : '';
  const result = newPersonSchema.safeParse({ ...texts, duties, department: department ?? texts.department });
  const problems = unknown.map((name) => `没有“${name}”这项职责（采集、审核、发布、公开办、审计）`);
  if (department === null) problems.push(`没有名为“${texts.department}”的部门`);
  if (!result.success) problems.push(...messagesOf(result.error, unknown.length > 0));
  return { line, texts, person: result.success ? result.data : null, problems };
}

/** One sentence a field; that duties are missing is no news where they were not understood. */
function messagesOf(error: z.ZodError, isDutyKnown: boolean): string[] {
  const byField = new Map<string, string>();
  for (const issue of error.issues) {
    const field = String(issue.path[0]);
    if (!(field === 'duties' && isDutyKnown) && !byField.has(field)) byField.set(field, issue.message);
  }
  return [...byField.values()];
}
