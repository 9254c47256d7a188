import { createHmac, type Hmac } from 'node:crypto';
import { currentProfile, PROFILES, type Profile } from './encryption-profile';

const HASHES: Record<Profile, string> = { aes: 'sha256', sm: 'sm3' };

/** HMAC-SHA256, or HMAC-SM3 in the profile `sm`: the beginning of a keyed hash to look up by. */
export const keyedHash = (key: Buffer, value: string, profile: Profile = currentProfile()): Hmac =>
  createHmac(HASHES[profile], key).update(value);

/**
 * A value's hashes by every profile, the current one's first: what is looked up may have been written before a switch, and
 * nobody can compute its hash anew without the value. Writers store the first, readers ask for any of them.
 */
export const keyedHashes = (key: Buffer, value: string): string[] =>
  [currentProfile(), ...PROFILES.filter((profile) => profile !== currentProfile())].flatMap((profile) => {
    try {
      return [keyedHash(key, value, profile).digest('base64url')];
    } catch {
      // an OpenSSL without SM3 has never written any
      return [];
    }
  });
