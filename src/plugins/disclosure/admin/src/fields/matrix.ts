/** Departments by row: `{slug: [code]}`. */
export type Matrix = Record<string, string[]>;

/** A row without departments is not kept. */
export function withRow(matrix: Matrix, row: string, codes: readonly string[]): Matrix {
  const { [row]: _old, ...rest } = matrix;
  return codes.length > 0 ? { ...rest, [row]: [...codes] } : rest;
}

export const addTo = (matrix: Matrix, row: string, code: string): Matrix =>
  withRow(matrix, row, [...new Set([...(matrix[row] ?? []), code])]);

export const removeFrom = (matrix: Matrix, row: string, code: string): Matrix =>
  withRow(
    matrix,
    row,
    (matrix[row] ?? []).filter((other) => other !== code),
  );

/** Strapi may give a JSON value as text. */
export const readObject = <T extends object>(value: unknown): T => {
  if (typeof value === 'string') {
    try {
      return JSON.parse(value) as T;
    } catch {
      return {} as T;
    }
  }
  return (value ?? {}) as T;
};
