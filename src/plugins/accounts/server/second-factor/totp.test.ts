import { Secret } from 'otpauth';
import { codeAt, looksLikeCode, newSecret, otpauthAddress, stepOf } from './totp';

/** RFC 6238, appendix B (SHA-1): the last six of its eight digits. */
const RFC_SECRET = Secret.fromLatin1('12345678901234567890').base32;
const VECTORS: [number, string, number][] = [
  [59, '287082', 0x1],
  [1_111_111_109, '081804', 0x23523ec],
  [1_111_111_111, '050471', 0x23523ed],
  [1_234_567_890, '005924', 0x273ef07],
  [2_000_000_000, '279037', 0x3f940aa],
  [20_000_000_000, '353130', 0x27bc86aa],
];
const at = (seconds: number) => new Date(seconds * 1000);

test.each(VECTORS)('RFC 6238: at %d seconds the code is %s, of step %d', (seconds, code, step) => {
  expect(codeAt(RFC_SECRET, at(seconds))).toBe(code);
  expect(stepOf(RFC_SECRET, code, at(seconds))).toBe(step);
});

describe('the window', () => {
  const secret = newSecret();
  const code = codeAt(secret, at(3000));
  test.each([
    [2940, null],
    [2970, 100],
    [3000, 100],
    [3029, 100],
    [3030, 100],
    [3059, 100],
    [3060, null],
  ])('the code of second 3000 at second %d belongs to step %s', (seconds, step) => {
    expect(stepOf(secret, code, at(seconds))).toBe(step);
  });
});

test.each(['', '12345', '1234567', '12345a', '１２３４５６', ' 123456', '-12345'])(
  '“%s” is no code',
  (text) => {
    expect(looksLikeCode(text)).toBe(false);
    expect(stepOf(RFC_SECRET, text, at(59))).toBeNull();
  },
);

test('an authenticator app is told what it needs', () => {
  const secret = newSecret();
  const address = new URL(otpauthAddress(secret, 'wang@example.test'));
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    issuer: '政务公开',
    secret,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
});
