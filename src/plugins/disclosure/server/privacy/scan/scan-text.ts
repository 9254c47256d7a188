import { DEFAULT_PRIVACY, type PrivacySettings } from '../settings';
import { mayHoldNumber } from './candidates';
import { findEmails } from './emails';
import { type FindKind, mask } from './mask';
import { normalise } from './normalise';
import { findNumbers } from './numbers-in-text';

/** sure: blocks; warn: shown to editor and reviewer; info: only named. */
export type Level = 'sure' | 'warn' | 'info';
export const LEVELS: Record<FindKind, Level> = {
  'identity-number': 'sure',
  'bank-card': 'sure',
  phone: 'warn',
  email: 'info',
};

/** Personal data in a text: where it stands in the original, and what may be shown of it. Never the value. */
export type Hit = {
  kind: FindKind;
  level: Level;
  start: number;
  end: number;
  masked: string;
  /** what the caller's `seal` made of the value */
  seal: string;
};

/** Makes of a value what may leave the scanner: a keyed fingerprint, by which it is known again. */
export type Seal = (kind: FindKind, value: string) => string;
const NO_SEAL: Seal = () => '';

/**
 * Finds identity numbers (check character), bank cards (Luhn), mobile phones and, where wanted, e-mail
 * addresses (rules 9.2), after normalising width, separators and invisible characters. Linear in the
 * length of the text.
 *
 * @returns the hits in the order of the text, positions in UTF-16 units of the text as given
 */
export function scanText(
  text: string,
  settings: PrivacySettings = DEFAULT_PRIVACY,
  seal: Seal = NO_SEAL,
): Hit[] {
  const emails = settings.email && /[@＠]/.test(text);
  if (!emails && !mayHoldNumber(text, false)) return [];
  const { text: normal, starts, ends } = normalise(text);
  const found = findNumbers(normal, settings);
  if (emails) found.push(...findEmails(normal));
  return found
    .map(({ kind, start, end, value }) => ({
      kind,
      level: LEVELS[kind],
      start: starts ? (starts[start] as number) : start,
      end: ends ? (ends[end - 1] as number) : end,
      masked: mask(kind, value, settings),
      seal: seal(kind, value),
    }))
    .sort((a, b) => a.start - b.start);
}

/** The text with the hits replaced by their masked form; the rest stays as it is. */
export function maskHits(text: string, hits: readonly Hit[]): string {
  let masked = '';
  let at = 0;
  for (const hit of hits) {
    if (hit.start < at) continue;
    masked += text.slice(at, hit.start) + hit.masked;
    at = hit.end;
  }
  return masked + text.slice(at);
}
