import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Begins every key, so that one that leaked is recognised. */
const PREFIX = 'gk_';
const FORM = /^gk_[A-Za-z0-9_-]{43}$/;
/** Letters that the office sees of a key. */
const SHOWN = 8;

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export type NewKey = { key: string; hash: string; start: string };

/** A new key of 256 random bits. */
export function makeKey(): NewKey {
  const key = PREFIX + randomBytes(32).toString('base64url');
  return { key, hash: hashOf(key), start: key.slice(0, SHOWN) };
}

/** Whether a text could be a key; what cannot is not even hashed. */
export const looksLikeKey = (text: string): boolean => FORM.test(text);

/** Whether two hashes are the same, in a time that does not tell how much of them is. */
export const isSameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
