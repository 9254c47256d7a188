import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  getHashes,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Box } from './box';

const CIPHER = 'sm4-ctr';
const HASH = 'sm3';
const COUNTER_BYTES = 16;
const KEY_BYTES = 16;
const TAG_BYTES = 32;

/** Whether this machine's OpenSSL has SM4 and SM3: distributions may have been built without them. */
export const hasSm = (): boolean => getCiphers().includes(CIPHER) && getHashes().includes(HASH);

const derived = (key: Buffer, purpose: string) => createHmac(HASH, key).update(purpose).digest();

/** The owner's length goes first: no owner and content read like another owner and another content. */
function tagOf(key: Buffer, owner: string, counter: Uint8Array, content: Uint8Array): Buffer {
  const name = Buffer.from(owner);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return createHmac(HASH, derived(key, 'sm: authentication'))
    .update(length)
    .update(name)
    .update(counter)
    .update(content)
    .digest();
}

/** SM4-CTR, then HMAC-SM3 over what came of it (encrypt-then-MAC), each by a key of its own: counter, tag, content. */
export const sm: Box = {
  seal(key, owner, bytes) {
    const counter = randomBytes(COUNTER_BYTES);
    const cipher = createCipheriv(CIPHER, derived(key, 'sm: encryption').subarray(0, KEY_BYTES), counter);
    const content = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([counter, tagOf(key, owner, counter, content), content]);
  },
  open(key, owner, sealed) {
    const counter = sealed.subarray(0, COUNTER_BYTES);
    const tag = sealed.subarray(COUNTER_BYTES, COUNTER_BYTES + TAG_BYTES);
    const content = sealed.subarray(COUNTER_BYTES + TAG_BYTES);
    // nothing is deciphered before it is known to be what was sealed
    if (tag.length !== TAG_BYTES || !timingSafeEqual(tag, tagOf(key, owner, counter, content))) {
      throw new Error('what was sealed has been changed, or is not for this owner');
    }
    const decipher = createDecipheriv(CIPHER, derived(key, 'sm: encryption').subarray(0, KEY_BYTES), counter);
    return Buffer.concat([decipher.update(content), decipher.final()]);
  },
};
