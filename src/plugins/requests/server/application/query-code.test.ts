import { newQueryCode, plainCode } from './query-code';

test('codes are long, and no two are the same', () => {
  const codes = new Set(Array.from({ length: 500 }, newQueryCode));
  expect(codes.size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test.each(['abcd-1234', 'ＡＢＣＤ 1234', 'ABCDi23４'])(
  'however it was copied, %s is the same code',
  (typed) => {
    expect(plainCode(typed)).toBe('ABCD1234');
  },
);
