import { cacheLifetime, MAX_LIFETIME_S } from './cache-lifetime';
import { LEAD_MS, readPublishAt } from './publish-at';

const NOW = new Date('2026-11-24T02:00:00Z');
const read = (publishAt: string | undefined, takeDownOn: string | null = null) =>
  readPublishAt({ publishAt, now: NOW, maxDays: 180, takeDownOn });

test.each([
  ['a minute ahead', '2026-11-24T10:01:00+08:00', '2026-11-24T02:01:00.000Z'],
  ['in another offset', '2026-11-24T03:30:00Z', '2026-11-24T03:30:00.000Z'],
  ['as far ahead as allowed', '2027-05-23T10:00:00+08:00', '2027-05-23T02:00:00.000Z'],
])('an instant %s is taken', (_what, publishAt, expected) => {
  const at = read(publishAt);
  expect(at instanceof Date && at.toISOString()).toBe(expected);
});

test.each([
  ['missing', undefined, '请填写'],
  ['empty', '', '请填写'],
  ['no time at all', 'soon', '有误'],
  ['of a month that does not exist', '2026-13-01T00:00:00Z', '有误'],
  ['now', NOW.toISOString(), '1分钟以后'],
  ['nearer than the lead', '2026-11-24T10:00:59+08:00', '1分钟以后'],
  ['past', '2020-01-01T00:00:00Z', '1分钟以后'],
  ['too far ahead', '2027-05-23T10:00:01+08:00', '最多提前180天'],
  ['in the year 9999', '9999-12-31T00:00:00Z', '最多提前180天'],
])('an instant that is %s is refused in words', (_what, publishAt, words) => {
  expect(read(publishAt)).toContain(words);
});

test('what would be taken down before it is public is refused, and its last day is allowed', () => {
  expect(read('2026-12-02T00:00:00+08:00', '2026-12-01')).toContain('公示截止日期');
  expect(read('2026-12-01T23:59:00+08:00', '2026-12-01')).toBeInstanceOf(Date);
});

test.each([
  ['far away', '2026-11-25T00:00:00Z', MAX_LIFETIME_S],
  ['in ten seconds and a half', '2026-11-24T02:00:10.500Z', 10],
  ['within the second', '2026-11-24T02:00:00.900Z', 0],
  ['now', '2026-11-24T02:00:00Z', 0],
  ['overdue', '2026-11-24T01:00:00Z', 0],
])('with the next change %s a cache may keep an answer so long', (_what, next, seconds) => {
  expect(cacheLifetime(NOW, new Date(next))).toBe(seconds);
});

test('no answer given before something is scheduled outlives its publication', () => {
  expect(MAX_LIFETIME_S * 1000).toBeLessThan(LEAD_MS);
});
