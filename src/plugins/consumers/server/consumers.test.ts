import { standingOf } from './consumer';
import { hashOf, isSameHash, looksLikeKey, makeKey } from './keys/key';
import { dayOf, handful, minuteOf, secondsUntil } from './quota/window';
import { routeGroupOf } from './usage/route-group';

test('a key looks like one, is never made twice, and is known by its hash', () => {
  const [one, two] = [makeKey(), makeKey()];
  expect(looksLikeKey(one.key)).toBe(true);
  expect(one.key).not.toBe(two.key);
  expect(one.key.startsWith(one.start)).toBe(true);
  expect(isSameHash(hashOf(one.key), one.hash)).toBe(true);
  expect(isSameHash(one.hash, two.hash)).toBe(false);
  expect(isSameHash(one.hash, '')).toBe(false);
});

test.each([
  '',
  'gk_',
  `gk_${'a'.repeat(42)}`,
  `gk_${'a'.repeat(44)}`,
  `xx_${'a'.repeat(43)}`,
  `gk_${'é'.repeat(43)}`,
])('“%s” does not look like a key', (text) => expect(looksLikeKey(text)).toBe(false));

test('a minute and a day end where they do in Asia/Shanghai', () => {
  const now = new Date('2026-11-27T15:59:58.500Z');
  expect(minuteOf(now)).toEqual({ name: '2026-11-27T15:59', endsAt: new Date('2026-11-27T16:00:00Z') });
  expect(dayOf(now)).toEqual({ name: '2026-11-27', endsAt: new Date('2026-11-27T16:00:00Z') });
  expect(dayOf(new Date('2026-11-27T16:00:00Z')).name).toBe('2026-11-28');
  expect(secondsUntil(minuteOf(now).endsAt, now)).toBe(2);
  expect(secondsUntil(now, now)).toBe(1);
});

test.each([
  [1, 1],
  [50, 1],
  [60, 2],
  [10_000, 200],
  [1_000_000, 500],
])('of %i requests an instance takes %i at once', (limit, expected) => {
  expect(handful(limit)).toBe(expected);
});

test.each([
  [{ revokedAt: null, expiresOn: null }, 'active'],
  [{ revokedAt: null, expiresOn: '2026-11-27' }, 'active'],
  [{ revokedAt: null, expiresOn: '2026-11-26' }, 'expired'],
  [{ revokedAt: new Date(), expiresOn: '2099-01-01' }, 'revoked'],
])('%j is %s', (consumer, expected) => {
  expect(standingOf(consumer, '2026-11-27')).toBe(expected);
});

test.each([
  ['/graphql', 'graphql'],
  ['/api/disclosure/search', 'search'],
  ['/api/disclosure/publications', 'publications'],
  ['/api/disclosure/publications/export', 'downloads'],
  ['/api/disclosure/publications/x/copy.pdf', 'downloads'],
  ['/api/disclosure/publications/x/roster', 'publications'],
  ['/api/feeds/publications.rss', 'feeds'],
  ['/api/social-assistance/records', 'records'],
  ['/api/anything/at/all', 'records'],
])('%s is counted under %s', (path, expected) => {
  expect(routeGroupOf(path)).toBe(expected);
});
