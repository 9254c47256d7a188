import { simplify } from './simplify';

const known = new Map<string, string>();

/** One character as it is compared: half width, simplified, lower case; what is no letter or digit stays. */
function normaliseCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const normal = [...character.normalize('NFKC').toLowerCase()].map(simplify).join('');
  known.set(character, normal);
  return normal;
}

const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
/** Spaces that somebody has put between characters for their looks: 通 知. A new line stays one. */
const GAPS = /(?<=\p{Script=Han})[^\S\n]+(?=\p{Script=Han})/gu;

/** A text as it is compared: full and half width, traditional and simplified, upper and lower case are one. */
export function normalise(text: string): string {
  let normal = '';
  for (const character of text) normal += INVISIBLE.test(character) ? ' ' : normaliseCharacter(character);
  return normal;
}

/** The same of a text to be read as a whole, where spaces between Chinese characters mean nothing. */
export const normaliseText = (text: string): string => normalise(text).replace(GAPS, '');

export type Located = {
  text: string;
  /** for each unit of `text`: where in the original it comes from */
  from: number[];
};

/** The same, with the place of each character in the original: for marking what was found. */
export function normaliseWithPlaces(text: string): Located {
  const from: number[] = [];
  let normal = '';
  let at = 0;
  let inGap = false;
  for (const character of text) {
    const part = INVISIBLE.test(character) ? ' ' : normaliseCharacter(character);
    const isGap = part.trim() === '' && character !== '\n';
    if (!isGap) {
      if (inGap && !(isHan(normal.at(-1)) && isHan(part[0]))) {
        normal += ' ';
        from.push(at - 1);
      }
      for (let i = 0; i < part.length; i++) from.push(at);
      normal += part;
    }
    inGap = isGap;
    at += character.length;
  }
  return { text: normal, from };
}

const isHan = (character: string | undefined): boolean =>
  character !== undefined && /\p{Script=Han}/u.test(character);
