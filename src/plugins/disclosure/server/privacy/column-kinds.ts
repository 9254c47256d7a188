/** What a column of a roster holds; decides how its cells are masked before the public sees them. */
export const COLUMN_KINDS = [
  'text',
  'amount',
  'date',
  'person-name',
  'identity-number',
  'bank-card',
  'phone',
  'address',
  'village',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];
