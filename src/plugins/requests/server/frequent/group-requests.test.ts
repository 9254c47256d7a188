import { applicantsOf, type Granted, groupRequests, isDecided } from './group-requests';

const pairsOf = (text: string) =>
  Array.from({ length: text.length - 1 }, (_pair, at) => text.slice(at, at + 2));
const granted = (id: string, text: string, more: Partial<Granted> = {}): Granted => ({
  ...{ id, applicantKey: id, traces: pairsOf(text), publications: [] },
  ...more,
});
const ids = (groups: Granted[][]) => groups.map((group) => group.map(({ id }) => id).join(''));

test('requests that ask for the same in other words are one group; others stay alone', () => {
  expect(
    ids(
      groupRequests([
        granted('a', '老旧小区改造项目资金使用明细表'),
        granted('b', '幼儿园招生计划和收费标准'),
        granted('c', '老旧小区改造项目的资金使用明细'),
      ]),
    ),
  ).toEqual(['ac', 'b']);
});

test('what was answered with the same public document is one group, however it was asked for', () => {
  const named = { publications: ['p'] };
  expect(
    ids(groupRequests([granted('a', '甲乙丙丁戊己', named), granted('b', '子丑寅卯辰巳', named)])),
  ).toEqual(['ab']);
});

test('texts that say next to nothing, and a short one within a long one, join nothing', () => {
  expect(ids(groupRequests([granted('a', '预算'), granted('b', '预算')]))).toEqual(['a', 'b']);
  expect(
    ids(
      groupRequests([
        granted('a', '老旧小区改造项目'),
        granted('b', '老旧小区改造项目以及所有其他项目的全部合同和付款凭证清单'),
      ]),
    ),
  ).toEqual(['a', 'b']);
});

test('one applicant who asks again is one applicant (条例第四十四条：多个申请人)', () => {
  const same = { applicantKey: 'k' };
  expect(applicantsOf([granted('a', '甲乙', same), granted('b', '甲乙', same)])).toBe(1);
});

test.each([
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b', 'c'], ['a', 'b'], true],
  [['a', 'b', 'c', 'd'], ['a', 'b'], false],
  [['a'], [], false],
])('a decision for %j … %j still holds: %s', (now, decided, holds) => {
  expect(isDecided(now, decided)).toBe(holds);
});
