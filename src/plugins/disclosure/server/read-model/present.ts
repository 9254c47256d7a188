import { copiesOf } from '../official-copies/copies-of';
import { todayInShanghai } from '../rules/dates';
import { validityOn } from '../rules/validity';
import type { Values } from '../types';
import { fromJson } from './json';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * A stored publication as it is to be read on a day: its validity follows from its days, so that no
 * writer has to come by at midnight.
 *
 * @param on `YYYY-MM-DD` in Asia/Shanghai
 */
export function asOf(publication: Values, on: string): Values {
  const standing = {
    effectiveOn: text(publication.effectiveOn),
    validUntil: text(publication.validUntil),
    amendedOn: text(publication.amendedOn),
    repealedOn: text(publication.repealedOn),
    lapsedOn: text(publication.lapsedOn),
  };
  return { ...publication, validity: validityOn(standing, on, text(publication.validity)) };
}

/** The stored JSON (summary, or summary and detail) of a publication, as of a day. */
export const presentOn = (on: string, ...stored: unknown[]): Values =>
  asOf(withCopies(Object.assign({}, ...stored.map((part) => fromJson<Values>(part)))), on);

/** A detail tells where its copies are (`official-copies/`); a list does not. */
const withCopies = (publication: Values): Values =>
  'body' in publication ? { ...publication, copies: copiesOf(publication) } : publication;

/** The same as of today. */
export const present = (...stored: unknown[]): Values => presentOn(todayInShanghai(), ...stored);
