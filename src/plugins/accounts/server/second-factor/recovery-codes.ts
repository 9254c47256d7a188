import { randomInt } from 'node:crypto';
import { keyedHash, keyedHashes } from '../../../disclosure/server/privacy/keyed-hash';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 12;
const COUNT = 10;

/** Ten codes of 60 bits each, in groups of four for copying by hand. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () =>
    Array.from({ length: LENGTH }, (_, index) => {
      const letter = LETTERS.charAt(randomInt(LETTERS.length));
      return index > 0 && index % 4 === 0 ? `-${letter}` : letter;
    }).join(''),
  );

/** A code as it was printed, however it was typed. */
const normalise = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** What is kept of a code. With 60 bits of chance in it, a keyed hash needs no slowness. */
export const recoveryFingerprint = (key: Buffer, userId: number, code: string): string =>
  keyedHash(key, `${userId}\0${normalise(code)}`).digest('base64url');

/** All that it may be kept under: nobody has the code, so its hash cannot follow a switch of the profile of encryption. */
export const recoveryFingerprints = (key: Buffer, userId: number, code: string): string[] =>
  keyedHashes(key, `${userId}\0${normalise(code)}`);
