import { destination } from './sign-in';

jest.mock('@strapi/strapi/admin', () => ({ storeToken: () => undefined }), { virtual: true });

test.each([
  ['', '/'],
  ['?redirectTo=', '/'],
  ['?redirectTo=%2Fcontent-manager%3Fpage%3D2%26q%3Da%2526b', '/content-manager?page=2&q=a%26b'],
  ['?redirectTo=https%3A%2F%2Fevil.test', '/'],
  ['?redirectTo=%2F%2Fevil.test', '/'],
  ['?redirectTo=%2F%5Cevil.test', '/'],
  ['?redirectTo=javascript%3Aalert(1)', '/'],
])('after the sign-in, “%s” leads to %s', (search, expected) => {
  expect(destination(search)).toBe(expected);
});
