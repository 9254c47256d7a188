import { ownTitle } from './title';

test.each([
  ['Strapi Admin', '政务公开'],
  ['', '政务公开'],
  ['首页 | Strapi', '首页 | 政务公开'],
  ['首页 | 政务公开', '首页 | 政务公开'],
  ['政务公开', '政务公开'],
])('the title “%s” becomes “%s”', (title, expected) => {
  expect(ownTitle(title)).toBe(expected);
});
