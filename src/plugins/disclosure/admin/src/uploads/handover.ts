import type { Sending } from './queue';

/** Milliseconds within which the page of a document follows that of its creation. */
const PATIENCE_MS = 10_000;

const left = new Map<string, readonly Sending[]>();

/** Leaves what has not arrived yet to the page that follows: saving a new document opens another one. */
export function handOver(key: string, queue: readonly Sending[]): void {
  const open = queue.filter(({ state }) => state !== 'refused');
  if (open.length === 0) return;
  const again = open.map((one) =>
    one.state === 'sending' ? { ...one, state: 'waiting' as const, share: 0 } : one,
  );
  left.set(key, again);
  setTimeout(() => left.get(key) === again && left.delete(key), PATIENCE_MS);
}

/** Takes over what another page has left. */
export function takeOver(key: string): readonly Sending[] {
  const queue = left.get(key) ?? [];
  left.delete(key);
  return queue;
}
