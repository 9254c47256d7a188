import { isSameText, likenessOf } from './near';

test.each([
  [{ alike: 1, whole: 0.95 }, '内容几乎相同', true],
  [{ alike: 1, whole: 0.3 }, '内容很相似', false],
  [{ alike: 0.65, whole: 0.4 }, '内容相似', false],
  [{ alike: 0.2, whole: 0.1 }, null, false],
])('%j is told as %s', (shares, words, isSame) => {
  expect([likenessOf(shares), isSameText(shares)]).toEqual([words, isSame]);
});
