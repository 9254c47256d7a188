/** Milliseconds before the second try; each further wait is twice as long. */
const FIRST_MS = 2_000;
const LONGEST_MS = 3_600_000;

/** Tries after which a delivery is set aside for a person to look at: about two hours after the first. */
export const MAX_ATTEMPTS = 12;

/**
 * How long to wait after a failure.
 *
 * @param attempts how often it has been tried, 1 or more
 * @returns milliseconds; null: not again
 */
export function backoff(attempts: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
}
