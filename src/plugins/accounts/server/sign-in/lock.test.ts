import { accountSettingsSchema } from '../settings';
import { afterFailure, type Failures, lockedUntil } from './lock';

const { lock: POLICY } = accountSettingsSchema.parse({});
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 8, 0) + minutes * 60_000);

/** What failures at these minutes leave. */
const failing = (...minutes: number[]): Failures | null =>
  minutes.reduce<Failures | null>((state, minute) => afterFailure(state, at(minute), POLICY), null);

test.each([
  ['four failures', [0, 1, 2, 3], 4, null],
  ['five failures', [0, 1, 2, 3, 4], 5, at(14)],
  ['a failure long ago and four more', [0, 30, 31, 32, 33], 4, null],
  ['slow failures, one every eight minutes', [0, 8, 16, 24, 32], 5, at(42)],
  // one try after the lock does not lock again at once
  ['a failure after the lock has ended', [0, 1, 2, 3, 4, 15], 1, null],
])('%s', (_name, minutes, failures, until) => {
  expect(failing(...minutes)).toMatchObject({ failures, lockedUntil: until });
});

test('a lock ends by itself, to the minute', () => {
  const state = failing(0, 0, 0, 0, 0);
  expect(lockedUntil(state, at(9.99))).toEqual(at(10));
  expect(lockedUntil(state, at(10))).toBeNull();
  expect(lockedUntil(null, at(0))).toBeNull();
});
