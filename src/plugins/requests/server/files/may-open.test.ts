import { shownScan, whyClosed } from './may-open';

test.each([
  ['clean', true, null, 'clean'],
  ['waiting', true, '查毒', 'waiting'],
  // from before the scanner was set up
  ['unscanned', true, '查毒', 'waiting'],
  ['infected', true, '病毒', 'infected'],
  ['clean', false, null, 'clean'],
  ['unscanned', false, null, 'unscanned'],
  // the scanner is no longer set up
  ['waiting', false, null, 'unscanned'],
  ['infected', false, '病毒', 'infected'],
] as const)('a file that is %s, scanner %s', (scan, hasScanner, why, shown) => {
  const closed = whyClosed(scan, hasScanner);
  if (why === null) expect(closed).toBeNull();
  else expect(closed).toContain(why);
  expect(shownScan(scan, hasScanner)).toBe(shown);
});
