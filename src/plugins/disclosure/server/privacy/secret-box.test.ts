import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { PROFILES } from './encryption-profile';
import { keyedHash, keyedHashes } from './keyed-hash';
import { open, openBytes, profileOf, seal, sealBytes } from './secret-box';

const key = randomBytes(32);

describe.each(PROFILES)('profile %s', (profile) => {
  const sealed = (text: string, owner = 'a') => seal(key, owner, text, profile);

  test('a sealed text opens with its key, for its owner, and names its profile', () => {
    expect(open(key, 'a', sealed('GEZDGNBVGY3TQOJQ 政务公开'))).toBe('GEZDGNBVGY3TQOJQ 政务公开');
    expect(open(key, 'a', sealed(''))).toBe('');
    expect(profileOf(sealed('x'))).toBe(profile);
  });

  test('the same text never looks the same, and never like itself', () => {
    const twice = [sealed('SECRET'), sealed('SECRET')];
    expect(twice[0]).not.toBe(twice[1]);
    expect(Buffer.from(String(twice[0]?.split('.')[1]), 'base64url').toString('latin1')).not.toContain(
      'SECRET',
    );
  });

  test('bytes are sealed as texts are', () => {
    const bytes = randomBytes(70_000);
    const box = sealBytes(key, 'file:0', bytes, profile);
    expect(openBytes(key, 'file:0', box).equals(bytes)).toBe(true);
    expect(() => openBytes(key, 'file:1', box)).toThrow();
    expect(() => openBytes(key, 'file:0', box.subarray(0, -1))).toThrow();
    expect(() => openBytes(key, 'file:0', Buffer.concat([Buffer.of(9), box.subarray(1)]))).toThrow();
  });

  test('no byte can be changed', () => {
    const [name, content] = sealed('xyz').split('.') as [string, string];
    const bytes = Buffer.from(content, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(key, 'a', `${name}.${changed.toString('base64url')}`)).toThrow();
    }
  });

  test.each([
    ['with another key', () => open(randomBytes(32), 'a', sealed('x'))],
    ['for another owner', () => open(key, 'b', sealed('x'))],
    ['for an owner whose name has grown by the content', () => open(key, 'ab', sealed('x'))],
    ['cut off', () => open(key, 'a', sealed('x').slice(0, 20))],
    [
      'as another profile',
      () => open(key, 'a', sealed('x').replace(/^\w+/, profile === 'sm' ? 'aes' : 'sm')),
    ],
    ['of a profile that nobody knows', () => open(key, 'a', sealed('x').replace(/^\w+/, 'des'))],
  ])('nothing opens %s', (_name, attempt) => {
    expect(attempt).toThrow();
  });
});

test('what was sealed before values named their profile stays readable', () => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('row'));
  const content = Buffer.concat([cipher.update('旧的内容'), cipher.final()]);
  const old = Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url');
  expect(open(key, 'row', old)).toBe('旧的内容');
});

describe('the national algorithms of this OpenSSL', () => {
  test('SM4 enciphers the example of GB/T 32907, appendix A', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(Buffer.concat([cipher.update(block), cipher.final()]).toString('hex')).toBe(
      '681edf34d206965e86b3e94f536e4246',
    );
  });

  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3 hashes the examples of GB/T 32905, appendix A: %s', (text, hash) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(hash);
  });
});

test('after a switch of the profile a value is found by the hash that was stored before', () => {
  const before = createHmac('sha256', key).update('查询码').digest('base64url');
  expect(keyedHash(key, '查询码', 'aes').digest('base64url')).toBe(before);
  const hashes = keyedHashes(key, '查询码');
  expect(new Set(hashes).size).toBe(PROFILES.length);
  expect(hashes[0]).toBe(before);
  expect(hashes).toContain(keyedHash(key, '查询码', 'sm').digest('base64url'));
});
