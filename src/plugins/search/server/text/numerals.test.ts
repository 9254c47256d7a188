import { otherNumeral, toArabic, toChinese } from './numerals';

test('every number below a thousand is the same both ways', () => {
  for (let number = 0; number < 1000; number++) expect(toArabic(toChinese(number))).toBe(number);
});

test.each([
  [10, '十'],
  [15, '十五'],
  [33, '三十三'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [711, '七百一十一'],
  [1005, '一千零五'],
])('%d is %s', (number, chinese) => {
  expect(toChinese(number)).toBe(chinese);
  expect(toArabic(chinese)).toBe(number);
});

test.each([
  ['第三十三条', '第33条'],
  ['第33条', '第三十三条'],
  ['二十个', '20个'],
  ['20', '二十'],
  // small ones are words as often as numbers, years are never written out, and what is no number is none
  ['三农', null],
  ['2026', null],
  ['007', null],
  ['二〇二一', null],
  ['条例', null],
])('%s is also %j', (text, other) => {
  expect(otherNumeral(text)).toBe(other);
});
