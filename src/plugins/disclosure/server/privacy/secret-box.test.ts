import { randomBytes } from 'node:crypto';
import { open, seal } from './secret-box';

const key = randomBytes(32);

test('a sealed text opens with its key, for its owner', () => {
  expect(open(key, 'a', seal(key, 'a', 'GEZDGNBVGY3TQOJQ'))).toBe('GEZDGNBVGY3TQOJQ');
});

test('the same text never looks the same, and never like itself', () => {
  const sealed = [seal(key, 'a', 'SECRET'), seal(key, 'a', 'SECRET')];
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(Buffer.from(String(sealed[0]), 'base64url').toString('latin1')).not.toContain('SECRET');
});

test.each([
  ['with another key', () => open(randomBytes(32), 'a', seal(key, 'a', 'x'))],
  ['for another owner', () => open(key, 'b', seal(key, 'a', 'x'))],
  [
    'after a change',
    () => {
      const bytes = Buffer.from(seal(key, 'a', 'x'), 'base64url');
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return open(key, 'a', bytes.toString('base64url'));
    },
  ],
  ['cut off', () => open(key, 'a', seal(key, 'a', 'x').slice(0, 20))],
])('nothing opens %s', (_name, attempt) => {
  expect(attempt).toThrow();
});
