import { randomInt } from 'node:crypto';

/** Letters and digits that nobody confuses when copying a password by hand. */
const KINDS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789'] as const;
const GROUP = 4;

const pick = (letters: string): string => letters.charAt(randomInt(letters.length));

/**
 * A password for the first sign-in: groups of four with a hyphen between, every kind of character in it.
 *
 * @param minLength characters that the policy asks for
 */
export function initialPassword(minLength: number): string {
  const groups = Math.max(3, Math.ceil((minLength + 1) / (GROUP + 1)));
  const letters = Array.from({ length: groups * GROUP }, (_, index) => pick(KINDS[index] ?? KINDS.join('')));
  for (let index = letters.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    [letters[index], letters[other]] = [letters[other] as string, letters[index] as string];
  }
  return Array.from({ length: groups }, (_, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  ).join('-');
}
