import { randomBytes, randomUUID } from 'node:crypto';
import { dueAt } from './frequency';
import { clientOf } from './http/client-of';
import { confirmPage, managePage } from './http/pages';
import { makeToken, readToken } from './tokens';

const key = randomBytes(32);
const id = randomUUID();
const now = new Date('2026-11-27T02:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const token = makeToken(key, 'confirm', id, later(3));

test('a token is for its subscription, its purpose and its time', () => {
  expect(readToken(key, 'confirm', token, now)).toBe(id);
  expect(readToken(key, 'manage', makeToken(key, 'manage', id), later(10_000))).toBe(id);
});

const [, expires, seal] = token.split('.');
test.each<[string, unknown, Date?]>([
  ['another purpose', makeToken(key, 'manage', id)],
  ['another key', makeToken(randomBytes(32), 'confirm', id, later(3))],
  ['another subscription', [randomUUID(), expires, seal].join('.')],
  ['a longer time', [id, Number(expires) + 1, seal].join('.')],
  ['no time', [id, '', seal].join('.')],
  ['a cut seal', token.slice(0, -1)],
  ['more at its end', `${token}.x`],
  ['too late', token, later(4)],
  ['a list', [token]],
  ['nothing', undefined],
  ['far too much', 'x'.repeat(100_000)],
])('no token: %s', (_what, given, at = now) => {
  expect(readToken(key, 'confirm', given, at)).toBeNull();
});

const SETTINGS = { bundleMinutes: 5, digestAt: '08:30' };
/** Saturdays and Sundays are no working days. */
const calendar = { isWorkingDay: (day: string) => ![0, 6].includes(new Date(day).getUTCDay()) } as never;
test.each([
  ['instant', '2026-11-27T02:05:00.000Z'],
  // Friday, 10:00 in Shanghai
  ['daily', '2026-11-30T00:30:00.000Z'],
  ['weekly', '2026-11-30T00:30:00.000Z'],
] as const)('%s: the mail is due at %s', (frequency, at) => {
  expect(dueAt(frequency, now, SETTINGS, calendar).toISOString()).toBe(at);
});
test('a digest whose time has just come is for the next one', () => {
  const monday = new Date('2026-11-30T00:30:00Z');
  expect(dueAt('weekly', monday, SETTINGS, calendar).toISOString()).toBe('2026-12-07T00:30:00.000Z');
});

test('pages show what was typed as text', () => {
  const typed = {
    token: '"><script>',
    text: '检索:<img src=x onerror=alert(1)>',
    frequency: 'daily',
  } as const;
  expect(managePage([typed])).not.toMatch(/<script|<img/);
  expect(confirmPage(typed)).not.toMatch(/<script|<img/);
});

test('before she confirms she reads what she will be told of, and how often', () => {
  const page = confirmPage({ token: 't', text: '部门:区民政局', frequency: 'weekly' });
  expect(page).toContain('部门:区民政局');
  expect(page).toContain('每周一汇总');
});

test.each([
  ['203.0.114.7', '', '203.0.114.7'],
  // nobody from outside says who she is
  ['203.0.114.7', '198.18.0.1', '203.0.114.7'],
  ['127.0.0.1', '1.2.3.4, 203.0.114.7', '203.0.114.7'],
  ['::ffff:10.0.0.2', '203.0.114.7', '203.0.114.7'],
  ['10.0.0.2', 'nonsense', '10.0.0.2'],
])('a request from %s, forwarded for “%s”, is of %s', (peer, forwarded, client) => {
  expect(clientOf(peer, forwarded)).toBe(client);
});
