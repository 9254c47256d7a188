// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text without the characters that XML 1.0 cannot hold, not even escaped. */
export const forXml = (text: string): string => text.replace(NOT_IN_XML, '');

/** The same of every text in a value. */
export function cleaned<T>(value: T): T {
  if (typeof value === 'string') return forXml(value) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)])) as T;
}
