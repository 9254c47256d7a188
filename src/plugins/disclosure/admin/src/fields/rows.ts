/** A row of a list that is entered by hand: texts by column. */
export type Row = Record<string, string>;

/** The list that a JSON value holds, which Strapi may give as text; nothing where it holds something else. */
export function readList<T>(value: unknown): T[] {
  if (Array.isArray(value)) return value as T[];
  if (typeof value !== 'string') return [];
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) ? (read as T[]) : [];
  } catch {
    return [];
  }
}

/** A cell that is emptied is not kept. */
export function withCell(rows: readonly Row[], index: number, column: string, text: string | null): Row[] {
  return rows.map((row, at) => {
    if (at !== index) return row;
    const { [column]: _old, ...rest } = row;
    return text ? { ...rest, [column]: text } : rest;
  });
}

export const withoutRow = <T>(rows: readonly T[], index: number): T[] => rows.filter((_, at) => at !== index);

/** The row one place further up (-1) or down (1); the ends stay where they are. */
export function movedRow<T>(rows: readonly T[], index: number, by: -1 | 1): T[] {
  const target = index + by;
  if (target < 0 || target >= rows.length) return [...rows];
  const moved = [...rows];
  const [row] = moved.splice(index, 1);
  moved.splice(target, 0, row as T);
  return moved;
}
