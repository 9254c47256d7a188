import { accountSettingsSchema } from '../settings';
import { brokenRules, checkRules, isTooOld } from './policy';

const { password: POLICY } = accountSettingsSchema.parse({});
const OWNER = { email: 'wang.xiaoming@example.test', name: '王小明' };

test.each([
  ['Harbour-view-71', []],
  ['海港Harbour71', []],
  ['short-1A', ['length']],
  ['', ['length', 'classes', 'name']],
  ['abcdefghijkl', ['classes']],
  ['abcdefgh1234', ['classes']],
  ['Abcdefgh1234', []],
  ['abcdefgh12-4', []],
  // spaces are no kind of character of their own
  ['abcdefgh 1234', ['classes']],
  ['ABCDefgh1234Wang.Xiaoming', ['name']],
  ['WANG.XIAOMING-71x', ['name']],
  // 72 bytes, which is all that bcrypt looks at
  [`Aa1-${'x'.repeat(68)}`, []],
  [`Aa1-${'x'.repeat(69)}`, ['bytes']],
  [`Aa1-${'海'.repeat(23)}`, ['bytes']],
])('“%s” breaks %j', (password, broken) => {
  const found = checkRules(password, OWNER, POLICY)
    .filter(({ isKept }) => !isKept)
    .map(({ id }) => id);
  expect(found).toEqual(broken);
});

test('what is broken is told in words', () => {
  expect(brokenRules('abc', OWNER, POLICY)).toEqual([
    '至少10个字符',
    '大写字母、小写字母、数字、其他符号中至少3种',
  ]);
});

test('a short name or address forbids nothing by chance', () => {
  expect(brokenRules('Harbour-li-71', { email: 'li@example.test', name: '李' }, POLICY)).toEqual([]);
});

test('a name of four characters and more is not in a password', () => {
  const owner = { email: 'x@example.test', name: '欧阳小明' };
  expect(brokenRules('欧阳小明Aa1-xxxx', owner, POLICY)).toHaveLength(1);
});

describe('the age of a password', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, n));
  test.each([
    [day(1), day(91), false],
    [day(1), day(92), true],
    // of an account that is older than the rule, it is not known
    [null, day(400), false],
  ])('set %s, now %s: too old %s', (setAt, now, expected) => {
    expect(isTooOld(setAt, now, POLICY)).toBe(expected);
  });
  test('means nothing where the district has switched it off', () => {
    expect(isTooOld(day(1), day(4000), { ...POLICY, maxAgeDays: null })).toBe(false);
  });
});
