const FORMS = [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, /^(\d{4})(\d{2})(\d{2})$/];

/**
 * The date that a person has written, as `YYYY-MM-DD`: 2026-11-2, 2026/11/2, 2026.11.2, 2026年11月2日 or
 * 20261102. Null for everything that is no real day.
 */
export function readDate(text: string): string | null {
  const compact = text.replace(/\s/g, '');
  for (const form of FORMS) {
    const [, year, month = '', day = ''] = form.exec(compact) ?? [];
    if (!year) continue;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const date = new Date(`${iso}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)) return iso;
  }
  return null;
}
