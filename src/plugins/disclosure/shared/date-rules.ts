/** What the date of a field must keep to, beyond being a real one. */
export type DateRule = {
  /** it has happened: not after today */
  past?: true;
  /** not before the date of another field; `name` as a person calls that */
  notBefore?: { field: string; name: string };
};

/**
 * What is wrong with a date, as the end of a sentence (`不能晚于今天`); null where nothing is.
 *
 * @param date and @param today `YYYY-MM-DD`, in Shanghai
 * @param values the other values of the document
 */
export function dateProblem(
  date: unknown,
  { past, notBefore }: DateRule,
  values: Readonly<Record<string, unknown>>,
  today: string,
): string | null {
  if (typeof date !== 'string' || date === '') return null;
  if (past && date > today) return '不能晚于今天';
  const other = notBefore ? values[notBefore.field] : undefined;
  if (notBefore && typeof other === 'string' && other !== '' && date < other) {
    return `不能早于${notBefore.name}（${other}）`;
  }
  return null;
}
