import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** PKCS#7 as WeChat pads it: to 32 bytes, twice the block of AES. */
const BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

/** The key of 32 bytes behind an EncodingAESKey of 43 characters. */
const keyOf = (encodingKey: string): Buffer => Buffer.from(`${encodingKey}=`, 'base64');

/**
 * Encrypts a message: 16 random bytes, its length, itself, the account; AES-256-CBC, the key's beginning as IV.
 */
export function encrypt(
  encodingKey: string,
  appId: string,
  message: string,
  random = randomBytes(RANDOM_BYTES),
): string {
  const key = keyOf(encodingKey);
  const text = Buffer.from(message);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(appId)]);
  const missing = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString('base64');
}

/**
 * Decrypts a message and looks whether it was made for this account.
 *
 * @returns null for what was not encrypted with this key for this account
 */
export function decrypt(encodingKey: string, appId: string, encrypted: string): string | null {
  const key = keyOf(encodingKey);
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > BLOCK || padding > padded.length) return null;
  const plain = padded.subarray(0, padded.length - padding);
  const begin = RANDOM_BYTES + LENGTH_BYTES;
  if (plain.length < begin) return null;
  const end = begin + plain.readUInt32BE(RANDOM_BYTES);
  if (end > plain.length || plain.subarray(end).toString() !== appId) return null;
  return plain.subarray(begin, end).toString();
}
