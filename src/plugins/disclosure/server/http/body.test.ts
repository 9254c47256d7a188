import { sampleType } from '../../../../../tests/fixtures/sample-domain';
import { parseVerbInput, parseWriteBody } from './body';

const type = sampleType();
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
};

describe('the body of a create or update', () => {
  const data = {
    title: '标题',
    catalogueItem: 'Z99-01',
    kind: 'document',
    formedOn: '2026-11-02',
    amount: 3.5,
  };

  test('gives the values and the version that the caller has seen', () => {
    expect(parseWriteBody(type, { data, expectedVersion: 3 })).toEqual({
      data,
      input: { expectedVersion: 3 },
    });
  });
  test('takes the version also from among the values', () => {
    expect(parseWriteBody(type, { data: { ...data, expectedVersion: 4 } })).toEqual({
      data,
      input: { expectedVersion: 4 },
    });
  });
  test('says nothing by a status: only the verb publishes', () => {
    expect(parseWriteBody(type, { data, status: 'published' })).toEqual({ data, input: {} });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['values that are a text', { data: 'x' }],
    ['an attribute that does not exist', { data: { ...data, colour: 'red' } }],
    ['the owner', { data: { ...data, owner: 'finance' } }],
    ['the state', { data: { ...data, state: 'published' } }],
    ['an index number', { data: { ...data, indexNo: 'x/2026-00001' } }],
    ['a document id', { data: { ...data, documentId: 'x' } }],
    ['a date of publication', { data: { ...data, publishedAt: '2026-01-01' } }],
    ['a creator', { data: { ...data, createdBy: 1 } }],
    ['a kind that does not exist', { data: { ...data, kind: '文件' } }],
    ['a date that is not', { data: { ...data, formedOn: '2026-02-30' } }],
    ['an amount as text', { data: { ...data, amount: '3' } }],
    ['an operator in place of a value', { data: { ...data, title: { $ne: null } } }],
    ['a version that is no number', { data, expectedVersion: 'x' }],
    ['a version below one', { data, expectedVersion: 0 }],
    ['another word beside the values', { data, where: { id: 1 } }],
  ])('with %s is refused', (_what, body) => {
    expect(code(() => parseWriteBody(type, body))).toBe('INVALID_INPUT');
  });

  test('a refusal names every field that is wrong, in Chinese', () => {
    expect(() => parseWriteBody(type, { data: { ...data, kind: 'x', formedOn: 'y' } })).toThrow(
      /信息类型.*成文日期/,
    );
  });
});

describe('the body of a verb', () => {
  test('may be empty', () => {
    expect(parseVerbInput('submit', undefined)).toEqual({});
  });
  test('of a return may give its reason as a comment', () => {
    expect(parseVerbInput('return', { comment: '请补充' }).reason).toBe('请补充');
    expect(parseVerbInput('withdraw', { comment: '请补充' }).reason).toBeUndefined();
  });
  test.each([{ colour: 'red' }, { reason: 5 }, { expectedVersion: '1' }, { reason: 'x'.repeat(2001) }])(
    'with %o is refused',
    (body) => {
      expect(code(() => parseVerbInput('withdraw', body))).toBe('INVALID_INPUT');
    },
  );
});
