import { acceptedEncoding } from './accepted-encoding';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.5, gzip;q=0.9', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['identity;q=1, br;q=0.5', 'identity'],
  ['identity;q=0, gzip;q=0.1', 'gzip'],
  ['br;q=abc', 'identity'],
  ['BR', 'br'],
  ['zstd, x-gzip', 'gzip'],
  [`${'a,'.repeat(100_000)}br`, 'identity'],
])('%s: %s', (header, expected) => {
  expect(acceptedEncoding(header)).toBe(expected);
});
