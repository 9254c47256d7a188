import type { DeskColumn, DeskColumnKind, DeskRowIssue } from '../../../server/desk/contract';
import type { ColumnWish } from '../api/roster-api';

/** Kinds of columns as a person chooses them; `omit` leaves the column out. */
export const KIND_NAMES: Record<DeskColumnKind | 'omit', string> = {
  text: '文字',
  amount: '金额',
  date: '日期',
  'person-name': '姓名',
  'identity-number': '身份证号（遮盖）',
  'bank-card': '银行卡号（遮盖）',
  phone: '电话（遮盖）',
  address: '住址（只留到村、社区）',
  village: '村（社区）',
  omit: '不公开这一列',
};

/** The kind of each column of the file: as wished, as proposed, or left out. */
export const wishesOf = (headers: readonly string[], columns: readonly DeskColumn[]): ColumnWish[] =>
  headers.map((label) => ({
    label,
    kind: columns.find((column) => column.label === label)?.kind ?? 'omit',
  }));

export const withWish = (wishes: readonly ColumnWish[], label: string, kind: string): ColumnWish[] =>
  wishes.map((wish) => (wish.label === label ? { label, kind } : wish));

/** One problem as a line: where it is, and what to do. */
export const issueLine = ({ row, column, message }: DeskRowIssue): string =>
  `第${row}行${column ? `“${column}”列` : ''}：${message}`;

type Refused = { message?: string; details?: { issues?: DeskRowIssue[]; total?: number } };

/** The problems that a refused upload names; none where it was refused for another reason. */
export function issuesOf(error: unknown): { issues: DeskRowIssue[]; total: number } {
  const { details } = (error ?? {}) as Refused;
  const issues = (details?.issues ?? []).filter((issue) => typeof issue.row === 'number');
  return { issues, total: details?.total ?? issues.length };
}

const MB = 1024 * 1024;

/** Why a file cannot be chosen, before it is sent; null where it can. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (/\.xls$/i.test(name)) return '这是旧格式（.xls），请用 Excel 或 WPS 另存为 .xlsx 后再选择';
  if (!/\.(xlsx|csv|txt)$/i.test(name)) return '请选择 .xlsx 或 .csv 文件';
  return size > 50 * MB ? `文件有 ${Math.ceil(size / MB)}MB，最大 50MB，请分成几份` : null;
}
