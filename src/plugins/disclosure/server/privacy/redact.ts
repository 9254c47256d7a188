import { maskHits, scanText } from './scan/scan-text';

/** Hashes and Strapi's document ids are no text of a person. */
const IDENTIFIER = /^(?=.*[a-z])[0-9a-z]+$/;

/**
 * The same value with every identity number, bank card and phone number in its texts masked: for the audit
 * log, which keeps what it is told for ever.
 */
export function redact<T>(value: T): T {
  if (typeof value === 'string')
    return (IDENTIFIER.test(value) ? value : maskHits(value, scanText(value))) as T;
  if (Array.isArray(value)) return value.map(redact) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, redact(member)])) as T;
}
