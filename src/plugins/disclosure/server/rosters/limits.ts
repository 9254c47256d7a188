/** What one roster may hold; a district's longest lists have some 100,000 rows. */
export const ROSTER_LIMITS = {
  fileBytes: 50 * 1024 * 1024,
  rows: 200_000,
  columns: 40,
  cellCharacters: 2000,
} as const;

/** Columns by which the public may sort and filter: each has an index of its own. */
export const SORT_SLOTS = 8;

/** Rows of a file that are shown before it is uploaded. */
export const PREVIEW_ROWS = 20;

/** Problems that are told at once; who has more mends a whole column. */
export const MAX_ISSUES = 100;
