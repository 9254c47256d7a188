import { mayHoldNumber } from './candidates';

test.each([
  ['eleven digits', '13800138000', true],
  ['ten digits', '1380013800', false],
  ['wide digits', '１３８００１３８０００', true],
  ['separators', '138-0013 8000', true],
  ['invisible characters', [...'13800138000'].join('\u200B'), true],
  ['the end of a line', '1380013\n8000', true],
  ['letters between', '13800x138000', false],
  ['a tab between', '1380013\t8000', false],
  ['words between', '2026年11月2日第12345号', false],
  ['an angle bracket', '<13800138000', true],
])('a text with %s: %s', (_what, text, expected) => expect(mayHoldNumber(text, false)).toBe(expected));

test.each([
  ['tags between', '<b>1380</b>013<i>8000</i>', true],
  ['digits in a tag', '<img width="13800138000">', false],
  ['entities between', '1380&nbsp;013&shy;8000', true],
  ['digits as entities', '&#49;&#x33;800138000', true],
  ['a tag without an end', '<b 138', true],
  ['an ampersand that is none (it errs towards yes)', '1380&0138000', true],
  ['paragraphs of short numbers', '<p>2026</p><p>年11月</p>', false],
])('a body with %s: %s', (_what, html, expected) => expect(mayHoldNumber(html, true)).toBe(expected));

test('a megabyte of ordinary text takes milliseconds', () => {
  const text = '根据有关规定,总投资12345.67万元。'.repeat(50_000);
  const started = process.cpuUsage();
  expect(mayHoldNumber(text, false)).toBe(false);
  // time of the processor: other work on the machine does not count
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(500);
});
