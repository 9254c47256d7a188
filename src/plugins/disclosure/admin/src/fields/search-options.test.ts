import { filterOptions, fullName, groupOptions, moveTo } from './search-options';

const options = [
  { value: 'MP1-01', label: 'MP1-01 申报要求', group: '批准服务信息' },
  { value: 'MP6-01', label: 'MP6-01 项目法人', group: '施工有关信息' },
  { value: 'MP6-02', label: 'MP6-02 施工管理服务', group: '施工有关信息' },
  { value: 'other', label: '其他' },
];

test.each([
  ['', 4],
  ['施工', 2],
  ['mp6-02', 1],
  ['施工 法人', 1],
  ['没有的', 0],
])('the query “%s” leaves %i options', (query, count) => {
  expect(filterOptions(options, query)).toHaveLength(count);
});

test('options stand under their groups', () => {
  expect(groupOptions(options).map(({ name, options: members }) => [name, members.length])).toEqual([
    ['批准服务信息', 1],
    ['施工有关信息', 2],
    [null, 1],
  ]);
});

test.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 0, 3, 0],
  ['Home', 2, 3, 0],
  ['Home', -1, 0, -1],
  ['End', 0, 3, 2],
  ['ArrowDown', -1, 0, -1],
  ['a', 1, 3, 1],
])('%s from %i of %i goes to %i', (key, active, count, expected) => {
  expect(moveTo(key, active, count)).toBe(expected);
});

test.each([
  [{ value: 'D05-04', label: 'D05-04 办事指南', group: '最低生活保障' }, '最低生活保障 · D05-04 办事指南'],
  [{ value: 'D05-01', label: 'D05-01 政策法规文件', group: '政策法规文件' }, 'D05-01 政策法规文件'],
  [{ value: 'other', label: '其他' }, '其他'],
])('what was chosen is named with its group', (option, expected) => {
  expect(fullName(option)).toBe(expected);
});
