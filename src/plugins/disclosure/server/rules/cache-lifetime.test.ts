import { cacheControlFor, MAX_LIFETIME_S, MAX_STALE_S } from './cache-lifetime';
import { LEAD_MS } from './publish-at';

const NOW = new Date('2026-11-27T10:00:00+08:00');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

test.each([
  [null, 'no-cache'],
  [-5, 'no-cache'],
  [0, 'no-cache'],
  [0.9, 'no-cache'],
  [8, 'public, max-age=8'],
  [30, 'public, max-age=30'],
  [35, 'public, max-age=30, stale-while-revalidate=5'],
  [50, 'public, max-age=30, stale-while-revalidate=20'],
  [86_400, 'public, max-age=30, stale-while-revalidate=20'],
])('%s seconds before the next change: %s', (seconds, expected) => {
  expect(cacheControlFor(NOW, seconds === null ? null : after(seconds))).toBe(expected);
});

test('no cache gives an answer beyond a publication that was scheduled after it was asked', () => {
  expect(MAX_LIFETIME_S + MAX_STALE_S).toBeLessThan(LEAD_MS / 1000);
});
