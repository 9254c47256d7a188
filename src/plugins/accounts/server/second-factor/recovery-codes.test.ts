import { randomBytes } from 'node:crypto';
import { newRecoveryCodes, recoveryFingerprint, recoveryFingerprints } from './recovery-codes';
import { looksLikeCode } from './totp';

const key = randomBytes(32);

test('ten codes, each of twelve letters and digits, no two alike, none like a code of the app', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(looksLikeCode(code)).toBe(false);
  }
});

test('a code counts however it is typed', () => {
  const expected = recoveryFingerprint(key, 7, 'ABCD-EFGH-JKLM');
  for (const typed of ['abcdefghjklm', 'ABCD EFGH JKLM', ' abcd-efgh-jklm ']) {
    expect(recoveryFingerprint(key, 7, typed)).toBe(expected);
  }
});

test('a fingerprint is one person’s and one installation’s', () => {
  const own = recoveryFingerprint(key, 7, 'ABCD-EFGH-JKLM');
  expect(recoveryFingerprint(key, 8, 'ABCD-EFGH-JKLM')).not.toBe(own);
  expect(recoveryFingerprint(randomBytes(32), 7, 'ABCD-EFGH-JKLM')).not.toBe(own);
});

test('a code that was printed before the profile of encryption was switched still opens', () => {
  const key = randomBytes(32);
  const kept = recoveryFingerprint(key, 7, 'ABCD-EFGH-JKLM');
  process.env.ENCRYPTION_PROFILE = 'sm';
  try {
    expect(recoveryFingerprint(key, 7, 'ABCD-EFGH-JKLM')).not.toBe(kept);
    expect(recoveryFingerprints(key, 7, 'abcd efgh jklm')).toContain(kept);
    expect(recoveryFingerprints(key, 8, 'ABCD-EFGH-JKLM')).not.toContain(kept);
  } finally {
    delete process.env.ENCRYPTION_PROFILE;
  }
});
