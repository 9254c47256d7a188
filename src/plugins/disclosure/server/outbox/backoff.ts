/** How often and how long something that failed is tried again. */
export type Patience = {
  /** milliseconds before the second try; each further wait is twice as long */
  first: number;
  /** milliseconds, at most */
  longest: number;
  /** tries, at most */
  attempts: number;
};

/** A delivery is set aside for a person to look at about an hour after its first try. */
export const DELIVERY: Patience = { first: 2_000, longest: 3_600_000, attempts: 12 };

/**
 * How long to wait after a failure.
 *
 * @param attempts how often it has been tried, 1 or more
 * @returns milliseconds; null: not again
 */
export function backoff(attempts: number, patience: Patience = DELIVERY): number | null {
  if (attempts >= patience.attempts) return null;
  return Math.min(patience.longest, patience.first * 2 ** (attempts - 1));
}
