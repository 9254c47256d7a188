import { toNumber, toNumeral } from './numerals';

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [33, '三十三'],
  [100, '一百'],
  [102, '一百零二'],
  [110, '一百一十'],
  [115, '一百一十五'],
  [1001, '一千零一'],
])('%d is written %s, and read back', (number, numeral) => {
  expect(toNumeral(number)).toBe(numeral);
  expect(toNumber(numeral)).toBe(number);
});
test('every number of an article is read back', () => {
  for (let number = 1; number < 1300; number += 1) expect(toNumber(toNumeral(number))).toBe(number);
});
test('other ways of writing are understood, other words are not', () => {
  expect(toNumber('一百〇二')).toBe(102);
  expect(toNumber('两百')).toBe(200);
  expect(toNumber('33')).toBeNull();
  expect(toNumber('')).toBeNull();
  expect(toNumber('三十 三')).toBeNull();
});
