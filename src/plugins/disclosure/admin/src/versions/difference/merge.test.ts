import { compareChanges, mergeValues } from './merge';
import { sameValue } from './values';

const FIELDS = [
  { name: 'title', type: 'string' },
  { name: 'body', type: 'html' },
  { name: 'docNo', type: 'string' },
  { name: 'attachments', type: 'files' },
];
const base = {
  title: '标题',
  body: '<p>正文</p>',
  docNo: null,
  attachments: [{ id: 1, name: 'a', url: '/a' }],
};

describe('who changed what', () => {
  test.each([
    ['nobody anything', {}, {}, { theirs: [], mine: [], both: [] }],
    ['the other alone', { title: '对方的' }, {}, { theirs: ['title'], mine: [], both: [] }],
    ['I alone', {}, { body: '<p>我的</p>' }, { theirs: [], mine: ['body'], both: [] }],
    [
      'different fields',
      { title: '对方的' },
      { body: '<p>我的</p>' },
      { theirs: ['title'], mine: ['body'], both: [] },
    ],
    ['the same field', { title: '对方的' }, { title: '我的' }, { theirs: [], mine: [], both: ['title'] }],
    [
      'the same field in the same way',
      { title: '一样' },
      { title: '一样' },
      { theirs: [], mine: [], both: [] },
    ],
    ['emptied and left empty', { docNo: '' }, { docNo: null }, { theirs: [], mine: [], both: [] }],
    ['a file taken away', { attachments: [] }, {}, { theirs: ['attachments'], mine: [], both: [] }],
    [
      'a file as a form holds it',
      {},
      { attachments: [{ url: '/a', name: 'a', formats: {} }] },
      { theirs: [], mine: [], both: [] },
    ],
  ])('%s', (_what, theirs, mine, expected) => {
    const texts = { base, theirs: { ...base, ...theirs }, mine: { ...base, ...mine } };
    expect(compareChanges(FIELDS, texts)).toEqual(expected);
  });
});

describe('the text with both people’s changes', () => {
  const theirs = { ...base, title: '对方的标题', body: '<p>对方</p>' };
  const mine = { ...base, body: '<p>我</p>', docNo: '青府发〔2026〕1号' };
  const merge = compareChanges(FIELDS, { base, theirs, mine });

  test.each([
    ['mine', '<p>我</p>'],
    ['theirs', '<p>对方</p>'],
  ] as const)('has what only one changed by itself, and where both did what was chosen: %s', (side, body) => {
    expect(mergeValues(merge, { theirs, mine }, { body: side })).toEqual({
      ...base,
      title: '对方的标题',
      docNo: '青府发〔2026〕1号',
      body,
    });
  });
  test('without a choice, mine', () => {
    expect(mergeValues(merge, { theirs, mine }, {}).body).toBe('<p>我</p>');
  });
});

test.each([
  ['instant', '2026-11-02T08:00:00Z', '2026-11-02T16:00:00+08:00', true],
  ['integer', 5, '5', true],
  ['json', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
  ['json', { a: 1 }, { a: 2 }, false],
  ['roster', { id: 'x', rowCount: 3 }, 'x', true],
  ['roster', null, 'x', false],
  ['text', undefined, '', true],
])('two values of %s: %j and %j', (type, one, other, same) => {
  expect(sameValue(type, one, other)).toBe(same);
});
