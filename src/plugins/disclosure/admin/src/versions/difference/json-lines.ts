import { sorted } from './values';

/** Lines that a value with members is shown as, at most. */
const MOST_LINES = 5000;

/** A value with members as lines `a → b：value`, for a person to read. */
export function linesOfJson(value: unknown): string[] {
  const lines: string[] = [];
  walk(sorted(value), [], lines);
  return lines;
}

function walk(value: unknown, path: readonly string[], lines: string[]): void {
  if (lines.length >= MOST_LINES || value === null || value === undefined) return;
  if (typeof value !== 'object') {
    lines.push(path.length > 0 ? `${path.join(' → ')}：${String(value)}` : String(value));
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    walk(member, Array.isArray(value) && typeof member !== 'object' ? path : [...path, key], lines);
  }
}
