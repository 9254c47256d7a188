/** A file, as forms and versions hold it. */
export type FileValue = { id?: number; name: string; url: string };

type Json = Record<string, unknown>;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export const filesOf = (value: unknown): FileValue[] => (Array.isArray(value) ? (value as FileValue[]) : []);

/** A roster is known by its id: a form and a working copy hold it alone, an edition describes the roster. */
export const rosterIdOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as Json).id : value;

/** A value by which two of a field are the same or not; empty in any way is null. */
function comparable(type: string, value: unknown): unknown {
  if (isEmpty(value)) return null;
  switch (type) {
    case 'files':
      return JSON.stringify(filesOf(value).map(({ url }) => url));
    case 'roster':
      return rosterIdOf(value);
    case 'json':
      return JSON.stringify(sorted(value));
    case 'instant':
      return Date.parse(String(value));
    default:
      return String(value);
  }
}

/** A value with its keys in one order: PostgreSQL gives them in its own. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

/** Whether two values of a field say the same. */
export const sameValue = (type: string, one: unknown, other: unknown): boolean =>
  comparable(type, one) === comparable(type, other);
