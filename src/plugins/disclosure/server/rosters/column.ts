import { COLUMN_KINDS, type ColumnKind } from '../privacy/column-kinds';
import { SORT_SLOTS } from './limits';

/** A column of a roster; `slot` n: its values are sorted and filtered by the database column k<n>. */
export type RosterColumn = { key: string; label: string; kind: ColumnKind; slot: number | null };

/** A column as the public sees it. */
export type PublicColumn = { key: string; label: string; kind: ColumnKind; sortable: boolean };

export const COLUMN_KIND_NAMES: Record<ColumnKind, string> = {
  text: '文字',
  amount: '金额',
  date: '日期',
  'person-name': '姓名',
  'identity-number': '身份证号',
  'bank-card': '银行卡号',
  phone: '电话',
  address: '住址',
  village: '村(社区)',
};

export const isColumnKind = (value: unknown): value is ColumnKind =>
  COLUMN_KINDS.some((kind) => kind === value);

/** Numbers that tell one person from all others: nobody searches a public list by them. */
export const isSearchable = (kind: ColumnKind): boolean => kind !== 'identity-number' && kind !== 'bank-card';

/** What a header says of its column; the first that fits. What it only may mean is left to the person. */
const PROPOSALS: readonly (readonly [RegExp, ColumnKind])[] = [
  [/住址|地址/, 'address'],
  [/身份证|公民身份号码|证件号/, 'identity-number'],
  [/银行卡|卡号|账号|帐号|一卡通/, 'bank-card'],
  [/电话|手机|联系方式/, 'phone'],
  [/姓名|户主|监护人|申请人|联系人|法定代表人/, 'person-name'],
  [/金额|资金|[((](万|亿)?元[))]|(补贴|补助|救助金|保障金|津贴)(款|金|额)?$/, 'amount'],
  [/日期/, 'date'],
  [/村|社区|居委会/, 'village'],
];

export const proposeKind = (label: string): ColumnKind =>
  PROPOSALS.find(([pattern]) => pattern.test(label))?.[1] ?? 'text';

/** Gives the first sortable columns their slots. */
export function withSlots(columns: readonly Omit<RosterColumn, 'slot'>[]): RosterColumn[] {
  let last = 0;
  return columns.map((column) => {
    if (!isSearchable(column.kind) || last === SORT_SLOTS) return { ...column, slot: null };
    last += 1;
    return { ...column, slot: last };
  });
}

export const toPublicColumn = ({ key, label, kind, slot }: RosterColumn): PublicColumn => ({
  key,
  label,
  kind,
  sortable: slot !== null,
});
