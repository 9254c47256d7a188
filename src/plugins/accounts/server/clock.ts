let read = (): number => Date.now();

/** The present, for everything here that depends on time. */
export const now = (): Date => new Date(read());

/** Lets a test move time; without an argument the real clock again. */
export function setClock(clock: () => number = () => Date.now()): void {
  read = clock;
}

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
