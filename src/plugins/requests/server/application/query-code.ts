import { randomInt } from 'node:crypto';

/** Without letters that look like digits or each other (Crockford's base 32). */
const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 5;
const GROUP = 4;
const LOOK_ALIKE: Record<string, string> = { O: '0', I: '1', L: '1' };

/** A code that nobody guesses (100 bits), in groups that a person can copy. */
export const newQueryCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join(''),
  ).join('-');

/** A code as it is compared: capitals, without separators; what was read as a letter is the digit that it is. */
export const plainCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => LOOK_ALIKE[letter] ?? letter);
