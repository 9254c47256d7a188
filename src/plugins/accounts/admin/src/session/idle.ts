/** Milliseconds before the end at which a person is warned. */
export const WARNING_MS = 2 * 60_000;

export type IdleState = { kind: 'active' } | { kind: 'warning'; secondsLeft: number } | { kind: 'over' };

/**
 * How long somebody has done nothing, and what that means.
 *
 * @param idleMs milliseconds since the last thing she did
 * @param limitMs milliseconds after which the server ends the session
 */
export function idleState(idleMs: number, limitMs: number): IdleState {
  const left = limitMs - idleMs;
  if (left <= 0) return { kind: 'over' };
  return left <= WARNING_MS ? { kind: 'warning', secondsLeft: Math.ceil(left / 1000) } : { kind: 'active' };
}
