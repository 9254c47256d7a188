import { newEntryKey } from './new-entry-key';
import { differs, typedFields } from './typed-fields';

test('what the engine keeps, and what a form has not touched, is not part of what was typed', () => {
  const values = { title: '标题', owner: 'finance', version: 3, body: null, docNo: undefined };
  expect(typedFields(values, ['title', 'body', 'docNo'])).toEqual({ title: '标题', body: null });
});

test.each([
  ['the same', { title: '甲' }, { title: '甲', version: 2 }, false],
  ['another text', { title: '甲' }, { title: '乙' }, true],
  ['emptied in another way', { title: '' }, { title: null }, false],
  ['a field that was not typed', {}, { title: '乙' }, false],
])('a text that was typed differs from a form or not: %s', (_what, entered, values, expected) => {
  expect(differs([{ name: 'title', type: 'string' }], entered, values)).toBe(expected);
});

test('every new entry has a name of its own, which the server takes', () => {
  const keys = Array.from({ length: 50 }, newEntryKey);
  expect(new Set(keys).size).toBe(50);
  for (const key of keys) expect(key).toMatch(/^new-[0-9a-z]{24}$/);
});
