import { createHmac, randomBytes } from 'node:crypto';
import { makeToken, readToken } from './tokens';

const key = randomBytes(32);
const id = '0b9f3c1e-7a52-4c58-9a0e-2f1f6f0c9d11';
const now = new Date('2026-03-01T00:00:00Z');

afterEach(() => {
  delete process.env.ENCRYPTION_PROFILE;
});

test('a link is sealed by the profile’s HMAC, and links of mails from before a switch go on', () => {
  const sealOf = (hash: string) =>
    createHmac(hash, key).update(`manage\0${id}\0`).digest('base64url').slice(0, 32);
  const old = makeToken(key, 'manage', id);
  expect(old.endsWith(sealOf('sha256'))).toBe(true);
  process.env.ENCRYPTION_PROFILE = 'sm';
  const fresh = makeToken(key, 'manage', id);
  expect(fresh.endsWith(sealOf('sm3'))).toBe(true);
  for (const token of [old, fresh]) expect(readToken(key, 'manage', token, now)).toBe(id);
  process.env.ENCRYPTION_PROFILE = 'aes';
  expect(readToken(key, 'manage', fresh, now)).toBe(id);
  expect(readToken(randomBytes(32), 'manage', fresh, now)).toBeNull();
});
