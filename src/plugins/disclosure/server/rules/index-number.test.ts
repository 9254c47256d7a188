import {
  DEFAULT_INDEX_NUMBER_PATTERN,
  formatIndexNumber,
  isValidOrgCode,
  isValidUscc,
  parseIndexNumberPattern,
  sequenceScope,
} from './index-number';
import vectors from './vectors.json';

const USCC = '11441700007280420Y';

describe('索引号', () => {
  test.each([
    [DEFAULT_INDEX_NUMBER_PATTERN, '014416330', '2018-12-31', 4736, '014416330/2018-04736'],
    [DEFAULT_INDEX_NUMBER_PATTERN, USCC, '2021-01-01', 50, '11441700007280420Y/2021-00050'],
    ['{orgCode}/{YYYYMM}-{seq5}', USCC, '2021-10-08', 13, '11441700007280420Y/202110-00013'],
    ['QYP-{seq1}-{YYYY}-{orgCode}', 'A1', '2026-11-23', 7, 'QYP-7-2026-A1'],
    ['青{orgCode}第{YYYY}{seq9}号', '01527918X', '2026-11-23', 1, '青01527918X第2026000000001号'],
  ])('by the pattern %s the number of %s is %4$s', (pattern, orgCode, publishedOn, seq, expected) => {
    expect(formatIndexNumber(pattern, { orgCode, publishedOn, seq })).toBe(expected);
  });

  test('a sequence that outgrows its width becomes longer and stays unique', () => {
    const number = (seq: number) =>
      formatIndexNumber('{orgCode}/{YYYY}-{seq2}', { orgCode: 'A', publishedOn: '2026-01-01', seq });
    expect([99, 100, 101].map(number)).toEqual(['A/2026-99', 'A/2026-100', 'A/2026-101']);
    expect(new Set(Array.from({ length: 1500 }, (_, i) => number(i + 1))).size).toBe(1500);
  });

  test('the sequence counts within organ and year', () => {
    const scope = (orgCode: string, publishedOn: string) =>
      sequenceScope(DEFAULT_INDEX_NUMBER_PATTERN, { orgCode, publishedOn });
    expect(scope('A', '2026-01-01')).toBe(scope('A', '2026-12-31'));
    expect(scope('A', '2026-12-31')).not.toBe(scope('A', '2027-01-01'));
    expect(scope('A', '2026-01-01')).not.toBe(scope('B', '2026-01-01'));
  });

  test('the sequence counts within organ and month where the pattern shows the month', () => {
    const scope = (publishedOn: string) =>
      sequenceScope('{orgCode}/{YYYYMM}-{seq5}', { orgCode: 'A', publishedOn });
    expect(scope('2026-11-01')).toBe(scope('2026-11-30'));
    expect(scope('2026-11-30')).not.toBe(scope('2026-12-01'));
  });

  test.each([
    ['', '{orgCode}'],
    ['{YYYY}-{seq5}', '必须包含一个 {orgCode}'],
    ['{orgCode}{orgCode}/{YYYY}-{seq5}', '必须包含一个 {orgCode}'],
    ['{orgCode}/{YYYY}', '流水号'],
    ['{orgCode}/{YYYY}-{seq5}-{seq3}', '流水号'],
    ['{orgCode}-{seq5}', '{YYYY}（年）'],
    ['{orgCode}/{YYYY}-{seq0}', '不认识 {seq0}'],
    ['{orgCode}/{YYYY}-{seq10}', '不认识 {seq10}'],
    ['{orgCode}/{YYYY}-{seq}', '不认识 {seq}'],
    ['{orgcode}/{YYYY}-{seq5}', '不认识 {orgcode}'],
    ['{orgCode}/{YYYY-{seq5}', '没有成对'],
    ['{orgCode}/{YYYY}-{seq5}}', '没有成对'],
    ['{orgCode} /{YYYY}-{seq5}', '空格'],
  ])('the pattern “%s” is refused: %s', (pattern, reason) => {
    expect(() => parseIndexNumberPattern(pattern)).toThrow(reason);
    expect(() => sequenceScope(pattern, { orgCode: 'A', publishedOn: '2026-01-01' })).toThrow('无效');
  });

  test.each([
    [{ orgCode: '', publishedOn: '2026-01-01', seq: 1 }, '机构代码'],
    [{ orgCode: 'A', publishedOn: '2026-02-30', seq: 1 }, '公开日期'],
    [{ orgCode: 'A', publishedOn: '2026-01-01', seq: 0 }, '流水号'],
    [{ orgCode: 'A', publishedOn: '2026-01-01', seq: 1.5 }, '流水号'],
  ])('no number is made from %j', (input, reason) => {
    expect(() => formatIndexNumber(DEFAULT_INDEX_NUMBER_PATTERN, input)).toThrow(reason);
  });
});

describe('codes of organs', () => {
  test.each(vectors.orgCodes.valid)('%s is a 组织机构代码 (GB 11714)', (code) => {
    expect(isValidOrgCode(code)).toBe(true);
  });

  test.each([
    ...vectors.orgCodes.invalid,
    '01527918x',
    '01527918',
    '0152791-8X',
    '015279180',
    '',
    '01527918X\n',
  ])('%j is none', (code) => {
    expect(isValidOrgCode(code)).toBe(false);
  });

  test.each(vectors.uscc.valid)(
    '%s is a 统一社会信用代码 (GB 32100) that contains an 组织机构代码',
    (code) => {
      expect(isValidUscc(code)).toBe(true);
      expect(isValidOrgCode(code.slice(8, 17))).toBe(true);
    },
  );

  test.each([...vectors.uscc.invalid, '11441700007280420y', '1144170000728042', 'I1441700007280420Y', ''])(
    '%j is none',
    (code) => {
      expect(isValidUscc(code)).toBe(false);
    },
  );

  // GB 11714 computes modulo 11, so only digits are told apart; GB 32100 tells all its 31 characters apart.
  test.each([
    ['01527918X', isValidOrgCode, '0123456789'],
    [USCC, isValidUscc, '0123456789ABCDEFGHJKLMNPQRTUWXY'],
  ] as const)('a single wrong character in %s never passes', (code, isValid, characters) => {
    for (let i = 0; i < code.length; i++) {
      for (const wrong of characters) {
        if (wrong !== code[i]) expect(isValid(code.slice(0, i) + wrong + code.slice(i + 1))).toBe(false);
      }
    }
  });
});
