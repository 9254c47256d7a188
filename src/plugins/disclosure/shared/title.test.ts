import { normaliseTitle, titleAdvice } from './title';

test.each([
  ['  关于公布名单的通知 ', '关于公布名单的通知'],
  ['关于公布\n名单的通知\r\n', '关于公布名单的通知'],
  ['关于 A 项目的通知', '关于 A 项目的通知'],
])('%j is written on one line', (typed, title) => {
  expect(normaliseTitle(typed)).toBe(title);
  expect(normaliseTitle(title)).toBe(title);
});

describe('what looks unfinished in a title is said', () => {
  test.each<[string, RegExp]>([
    ['关于【项目名称】的公告', /“【项目名称】”/],
    ['关于（填写项目名称）的公告', /“（填写项目名称）”/],
    ['关于XXX项目的公告', /“XXX”/],
    ['关于公布名单的通知。', /标点“。”/],
    ['关于公布名单的通知, ', /标点“,”/],
  ])('%s', (title, advice) => {
    expect(titleAdvice(title)).toMatch(advice);
  });

  test.each(['关于公布名单的通知', '关于印发《办法》的通知（青府发〔2021〕5号）', '', '第3批（2026年）'])(
    '%j is fine',
    (title) => {
      expect(titleAdvice(title)).toBeNull();
    },
  );
});
