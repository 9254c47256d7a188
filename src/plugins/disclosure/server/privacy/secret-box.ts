import { aes } from './boxes/aes';
import type { Box } from './boxes/box';
import { sm } from './boxes/sm';
import { currentProfile, isProfile, type Profile } from './encryption-profile';

const BOXES: Record<Profile, Box> = { aes, sm };

/** What stands before sealed bytes; a text names its profile in letters before a dot. */
const MARKS: Record<Profile, number> = { aes: 1, sm: 2 };

/**
 * Seals a text by the installation's profile of encryption. It opens only with the same key for the same owner: a sealed
 * text that is moved to another row of the table is worth nothing there.
 */
export const seal = (key: Buffer, owner: string, text: string, profile: Profile = currentProfile()): string =>
  `${profile}.${BOXES[profile].seal(key, owner, Buffer.from(text, 'utf8')).toString('base64url')}`;

/**
 * Opens what was sealed by any profile.
 *
 * @throws Error when it was changed, is another owner's or was sealed with another key
 */
export function open(key: Buffer, owner: string, sealed: string): string {
  const content = sealed.slice(sealed.indexOf('.') + 1);
  return BOXES[profileOf(sealed)].open(key, owner, Buffer.from(content, 'base64url')).toString('utf8');
}

/** Which profile a text is sealed by; those of before there were profiles name none, and are AES. */
export function profileOf(sealed: string): Profile {
  const dot = sealed.indexOf('.');
  if (dot < 0) return 'aes';
  const name = sealed.slice(0, dot);
  if (isProfile(name)) return name;
  throw new Error('sealed by a profile that is not known');
}

/** The same for bytes: parts of a file. */
export const sealBytes = (
  key: Buffer,
  owner: string,
  bytes: Uint8Array,
  profile: Profile = currentProfile(),
): Buffer => Buffer.concat([Buffer.of(MARKS[profile]), BOXES[profile].seal(key, owner, bytes)]);

/** @throws Error like `open` */
export function openBytes(key: Buffer, owner: string, sealed: Uint8Array): Buffer {
  const profile = (Object.keys(MARKS) as Profile[]).find((name) => MARKS[name] === sealed[0]);
  if (!profile) throw new Error('sealed by a profile that is not known');
  return BOXES[profile].open(key, owner, sealed.subarray(1));
}
