import type { RegisteredType } from '../domain/registry';
import { isNewKey, MAX_UNSAVED_LENGTH, parseUnsaved } from './input';

const TYPE = {
  fields: {
    owner: { label: '责任部门', type: 'choice', managed: true },
    title: { label: '标题', type: 'string' },
    plan: { label: '安排', type: 'json' },
  },
} as unknown as RegisteredType;
const parse = (values: unknown, baseVersion: unknown = null) => parseUnsaved(TYPE, { values, baseVersion });

test('half typed values are welcome', () => {
  expect(parse({ title: 5, plan: ['a', { b: null }] }, 3)).toEqual({
    baseVersion: 3,
    entered: '{"title":5,"plan":["a",{"b":null}]}',
  });
});

test.each<[string, unknown, string]>([
  ['a NUL', '甲\0乙', '甲乙'],
  ['half a letter', '甲\ud83d乙', '甲\ufffd乙'],
  ['a letter of two halves', '甲😀乙', '甲😀乙'],
  ['words that look like an escape', '甲\\u0000乙', '甲\\u0000乙'],
])('%s costs nobody her text', (_what, typed, kept) => {
  expect(JSON.parse(parse({ title: typed }).entered)).toEqual({ title: kept });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a list', []],
  ['values that are none', { values: [], baseVersion: null }],
  ['no version', { values: {} }],
  ['a version of zero', { values: {}, baseVersion: 0 }],
  ['an unknown field', { values: { x: 1 }, baseVersion: null }],
  ['a field of the engine', { values: { owner: 'x' }, baseVersion: null }],
  ['a name of every object', { values: { constructor: 1 }, baseVersion: null }],
  ['something beside', { values: {}, baseVersion: null, personId: 'x' }],
  ['too much', { values: { title: 'x'.repeat(MAX_UNSAVED_LENGTH) }, baseVersion: null }],
])('%s is refused in Chinese', (_what, body) => {
  expect(() => parseUnsaved(TYPE, body)).toThrow(/[\u4e00-\u9fff]/);
});

test.each([
  ['new-0123456789abcdef', true],
  ['new-', false],
  ['new-0123456789ABCDEF', false],
  ['new', false],
  ['new-../../etc/passwd', false],
  [`new-${'0'.repeat(41)}`, false],
  ['abcdefghijklmnopqrstuvwx', false],
])('%s names a new entry: %s', (key, expected) => {
  expect(isNewKey(key)).toBe(expected);
});
