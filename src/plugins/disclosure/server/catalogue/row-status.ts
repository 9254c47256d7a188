/** 目录状态: whether new information may be entered under a row. */
export const ROW_STATUS_NAMES = {
  'in-force': '有效',
  merged: '已合并',
  split: '已拆分',
  retired: '已停用',
} as const;
export type RowStatus = keyof typeof ROW_STATUS_NAMES;

/** As much of a row as tells where it stands. */
export type Lineage = {
  code: string;
  rowStatus: RowStatus | null;
  successors: readonly string[] | null;
};

/** Rows seeded before there were statuses have none: they are in force. */
export const statusOf = ({ rowStatus }: Pick<Lineage, 'rowStatus'>): RowStatus => rowStatus ?? 'in-force';

export const isInForce = (row: Pick<Lineage, 'rowStatus'>): boolean => statusOf(row) === 'in-force';

/**
 * The rows in force that a row leads to, through rows that were merged or split again since; in the order
 * in which they were named, each once. A row in force leads to itself, a retired one to none.
 *
 * @param rowsByCode the rows of the domain
 */
export function rowsInForce<T extends Lineage>(code: string, rowsByCode: ReadonlyMap<string, T>): T[] {
  const found = new Map<string, T>();
  const seen = new Set<string>();
  const follow = (next: string): void => {
    const row = rowsByCode.get(next);
    if (!row || seen.has(next)) return;
    seen.add(next);
    if (isInForce(row)) found.set(next, row);
    else for (const successor of row.successors ?? []) follow(successor);
  };
  follow(code);
  return [...found.values()];
}
