import type { Deadline } from '../../disclosure/server/read-model/list-deadlines';
import { siteSchema } from '../../disclosure/server/site/settings';
import { toCalendar } from './calendar';
import { stableId } from './feed';
import { forXml } from './render/text';
import { renderRobots } from './sitemap/sitemap';

test('a stable id is a UUID that follows from the text alone', () => {
  expect(stableId('a')).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(stableId('a')).toBe(stableId('a'));
  expect(stableId('a')).not.toBe(stableId('b'));
});

test.each([
  ['a\u0000b\u000bc\u001fd', 'abcd'],
  ['一\t二\n三\r四', '一\t二\n三\r四'],
  ['半个\ud83c字\udf0f,整个🌏', '半个字,整个🌏'],
  ['x\ufffe\uffffy', 'xy'],
  [']]><b>&', ']]><b>&'],
])('of %j XML can hold %j', (text, expected) => {
  expect(forXml(text)).toBe(expected);
});

const site = siteSchema.parse({ url: 'https://gk.example.gov.cn' });
const deadline: Deadline = {
  name: 'commentsUntil',
  label: '征求意见截止',
  day: '2026-12-05',
  documentId: 'abc',
  title: '标题\r\nATTENDEE:mailto:x@example.test',
  ownerName: '住建局',
  domain: 'x',
  url: '/api/disclosure/publications/abc',
  isCancelled: false,
  revision: 2,
  changedAt: new Date('2026-11-27T00:00:00Z'),
};

test('a calendar takes no line from a title, and is the same each time', () => {
  const text = toCalendar('日历', [deadline], site);
  expect(text.split('\r\n').filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  expect(text).toContain('DTSTART;VALUE=DATE:20261205');
  expect(toCalendar('日历', [deadline], site)).toBe(text);
});

test('robots are told of the map where there is one', () => {
  expect(renderRobots(site)).toContain('Sitemap: https://gk.example.gov.cn/sitemap.xml');
  expect(renderRobots(siteSchema.parse({}))).not.toContain('Sitemap');
  expect(renderRobots(siteSchema.parse({}))).toContain('Disallow: /admin');
});
