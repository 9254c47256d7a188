import { movedRow, readList, withCell, withoutRow } from './rows';

test.each<[unknown, unknown[]]>([
  [['a'], ['a']],
  ['["a"]', ['a']],
  ['{"a":1}', []],
  ['[', []],
  [null, []],
])('a list is read from %j', (value, expected) => {
  expect(readList(value)).toEqual(expected);
});

test('a cell is set, and an emptied one goes away', () => {
  const rows = withCell([{ title: '甲' }, {}], 1, 'title', '乙');
  expect(rows).toEqual([{ title: '甲' }, { title: '乙' }]);
  expect(withCell(rows, 0, 'title', '')).toEqual([{}, { title: '乙' }]);
});

test('rows are taken out and moved; the ends stay', () => {
  expect(withoutRow(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  expect(movedRow(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(movedRow(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(movedRow(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
