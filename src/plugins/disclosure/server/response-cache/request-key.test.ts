import { requestKey } from './request-key';

const LIST = '/api/disclosure/publications';

test.each([
  ['the order of parameters', `${LIST}?domain=health&limit=5`, `${LIST}?limit=5&domain=health`],
  ['the case of an encoding', `${LIST}?theme=%e8%b4%a2`, `${LIST}?theme=%E8%B4%A2`],
  ['needless encodings in the query', `${LIST}?d%6Fmain=he%61lth`, `${LIST}?domain=health`],
  ['a plus and an encoded space', `${LIST}?q=a+b`, `${LIST}?q=a%20b`],
  ['encoded brackets', `${LIST}?where%5Bc4%5D=x`, `${LIST}?where[c4]=x`],
  ['empty parameters', `${LIST}?&&limit=5&`, `${LIST}?limit=5`],
  ['an empty query', `${LIST}?`, LIST],
])('%s makes no other key', (_what, one, other) => {
  expect(requestKey(one)).toBe(requestKey(other));
  expect(requestKey(one)).not.toBeNull();
});

test.each([
  ['the case of a path', `${LIST}/ABC`, `${LIST}/abc`],
  ['the case of a value', `${LIST}?docNo=A`, `${LIST}?docNo=a`],
  ['an encoded letter in the path, which the router does not know', `${LIST}/%61bc`, `${LIST}/abc`],
  ['an encoded slash', `${LIST}%2Fabc`, `${LIST}/abc`],
  ['an encoded question mark', `${LIST}%3Flimit=5`, `${LIST}?limit=5`],
  ['an encoded ampersand', `${LIST}?q=a%26limit=5`, `${LIST}?q=a&limit=5`],
  ['an encoded equals sign', `${LIST}?q%3Da=b`, `${LIST}?q=a=b`],
  ['an encoded plus', `${LIST}?q=a%2Bb`, `${LIST}?q=a+b`],
  ['the order of one name', `${LIST}?sort=a&sort=b`, `${LIST}?sort=b&sort=a`],
  ['the order of one name in brackets', `${LIST}?sort[]=a&sort=b`, `${LIST}?sort=b&sort[]=a`],
  ['a name with and without its sign', `${LIST}?q`, `${LIST}?q=`],
  ['a duplicate', `${LIST}?limit=5`, `${LIST}?limit=5&limit=5`],
  ['a slash at the end', `${LIST}/`, LIST],
])('%s makes another key', (_what, one, other) => {
  expect(requestKey(one)).not.toBe(requestKey(other));
});

test.each([
  ['half an encoding', `${LIST}?q=%E8%B`],
  ['a percent sign alone', `${LIST}/100%`],
  ['a whole address', `http://evil.example${LIST}`],
  ['another host in the path', `//evil.example${LIST}`],
  ['a very long address', `${LIST}?q=${'a'.repeat(5000)}`],
  ['very many parameters', `${LIST}?${'a=1&'.repeat(51)}`],
  ['the panel', '/admin'],
  ['a file', '/uploads/a.pdf'],
  ['any server', '*'],
])('%s is not kept', (_what, url) => {
  expect(requestKey(url)).toBeNull();
});
