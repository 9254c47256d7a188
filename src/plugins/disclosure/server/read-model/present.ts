import { copiesOf } from '../official-copies/copies-of';
import { todayInShanghai } from '../rules/dates';
import type { Values } from '../types';
import { fromJson } from './json';

/** The validity of what has passed its last day. */
export const EXPIRED = '失效';

/**
 * A stored publication as it is to be read on a day: its validity follows from its last day, so that no
 * writer has to come by at midnight.
 *
 * @param on `YYYY-MM-DD` in Asia/Shanghai
 */
export function asOf(publication: Values, on: string): Values {
  const { validUntil } = publication;
  return typeof validUntil === 'string' && validUntil < on
    ? { ...publication, validity: EXPIRED }
    : publication;
}

/** The stored JSON (summary, or summary and detail) of a publication, as of today. */
export const present = (...stored: unknown[]): Values =>
  asOf(withCopies(Object.assign({}, ...stored.map((part) => fromJson<Values>(part)))), todayInShanghai());

/** A detail tells where its copies are (`official-copies/`); a list does not. */
const withCopies = (publication: Values): Values =>
  'body' in publication ? { ...publication, copies: copiesOf(publication) } : publication;
