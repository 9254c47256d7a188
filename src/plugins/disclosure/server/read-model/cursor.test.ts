import { DisclosureError } from '../errors';
import { decodeCursor, encodeCursor, listKey } from './cursor';

const position = { value: '2026-11-23 08:00:00.123+00', id: 'abc' };
const key = listKey({ domain: 'x', sort: 'newest' });

test('a cursor leads back to where the page ended', () => {
  expect(decodeCursor(encodeCursor(position, key), key)).toEqual(position);
});

test('a cursor of another list is refused', () => {
  const other = listKey({ domain: 'y', sort: 'newest' });
  expect(() => decodeCursor(encodeCursor(position, key), other)).toThrow(DisclosureError);
});

test.each([
  ['nothing', ''],
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('abc').toString('base64url')],
  ['another shape', Buffer.from(JSON.stringify({ value: 1 })).toString('base64url')],
  ['a number for a text', Buffer.from(JSON.stringify([1, 'a', key])).toString('base64url')],
  ['a very long value', Buffer.from(JSON.stringify(['x'.repeat(100), 'a', key])).toString('base64url')],
])('a cursor with %s is refused', (_what, cursor) => {
  expect(() => decodeCursor(cursor, key)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
});
